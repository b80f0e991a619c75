import type { Examination } from '#client';
import { doctorExaminationOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../app/problem';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { AdministrationWays } from './administration-ways';
import styles from './administration.module.css';
import { ParkedWork } from './parked-work';
import { systemWords } from './system-words';

const LOOK_AGAIN_MS = 15_000;

/** What is broken, missing, waiting for me? */
export function SystemPage() {
  const text = useWords(systemWords);
  const language = useLanguage();
  const { data, error } = useQuery({ ...doctorExaminationOptions(), refetchInterval: LOOK_AGAIN_MS });
  return (
    <>
      <header className={page.head}>
        <h1>{text.title}</h1>
        {data ? <p className={page.soft}>{text.at(instant(data.at))}</p> : null}
      </header>
      <AdministrationWays />
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data ? (
        <>
          <Findings of={data} />
          <ParkedWork />
          <div className={styles.pair}>
            <Ways of={data} />
            <Readers of={data} />
          </div>
        </>
      ) : error ? null : (
        <Empty>…</Empty>
      )}
    </>
  );
}

/** What the service itself finds wrong, and what to do about each. */
function Findings({ of: { fine, findings } }: { of: Examination }) {
  const text = useWords(systemWords);
  if (fine) return <p className={styles.fine}>{text.fine}</p>;
  return (
    <ul className={styles.findings} aria-label={text.findings}>
      {findings.map(({ code, about, figure: much, said }) => (
        <li key={`${code} ${about}`}>
          <strong>{text.finding[code](about ?? '', much === null ? '?' : figure(much))}</strong>
          <span>{text.whatToDo[code]}</span>
          {said ? <code className={styles.error}>{said}</code> : null}
        </li>
      ))}
    </ul>
  );
}

/** Those that trail the log in sight; that the others don't, in a word. */
function Readers({ of: { readers } }: { of: Examination }) {
  const text = useWords(systemWords);
  const trailing = readers.filter(({ behind, stopped }) => stopped || behind > 0);
  return (
    <Panel title={text.readers}>
      <p className={page.soft}>{text.readersWhat}</p>
      {trailing.length === 0 ? (
        <p>
          <Badge tone="done">{text.allUpToDate(figure(readers.length))}</Badge>
        </p>
      ) : (
        <ReaderTable readers={trailing} />
      )}
      <details>
        <summary>{text.allReaders}</summary>
        <ReaderTable readers={readers} />
      </details>
    </Panel>
  );
}

function ReaderTable({ readers }: Pick<Examination, 'readers'>) {
  const text = useWords(systemWords);
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.reader}</th>
          <th scope="col">{text.behind}</th>
        </tr>
      </thead>
      <tbody>
        {readers.map(({ name, behind, stopped }) => (
          <tr key={name}>
            <td>{name}</td>
            <td>
              {stopped ? (
                <Badge tone="late">{text.stopped}</Badge>
              ) : behind > 0 ? (
                <Badge tone="soon">{text.behindBy(figure(behind))}</Badge>
              ) : (
                text.upToDate
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What comes in and goes out: the queue of wake-ups, messages, the ledger, the worker. */
function Ways({ of: { queue, outbox, ledger, workerUnseenFor } }: { of: Examination }) {
  const text = useWords(systemWords);
  return (
    <Panel title={text.ways}>
      <dl className={page.list}>
        <div>
          <dt className={page.soft}>{text.worker}</dt>
          <dd>{workerUnseenFor === null ? text.neverSeen : text.seenAgo(figure(workerUnseenFor))}</dd>
        </div>
        <div>
          <dt className={page.soft}>{text.queue}</dt>
          <dd>
            {queue
              ? Object.entries(queue)
                  .map(([state, count]) => `${text.queueStates[state] ?? state}: ${figure(count)}`)
                  .join(' · ')
              : text.noAnswer}
          </dd>
        </div>
        <div>
          <dt className={page.soft}>{text.ledger}</dt>
          <dd>
            {ledger
              ? text.sealed(figure(ledger.size), ledger.sealedAt ? instant(ledger.sealedAt) : '–')
              : text.notSealed}
          </dd>
        </div>
        <div>
          <dt className={page.soft}>{text.outbox}</dt>
          <dd>
            {outbox.length === 0
              ? text.nothingLeft
              : outbox
                  .map(({ channel, failing, stuck, refused, givenUp }) =>
                    text.channel(channel, [failing, stuck, refused, givenUp].map(figure)),
                  )
                  .join(' · ')}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

import { doctorRetry, type ParkedWork as Parked } from '#client';
import { doctorParkedOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../app/attempt';
import { problemOf } from '../app/problem';
import { queries } from '../app/queries';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { say } from '../ui/toasts';
import { figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './administration.module.css';
import { systemWords } from './system-words';

const LOOK_AGAIN_MS = 15_000;

/** Work that failed: what, how often, when it is tried again; by hand at once. */
export function ParkedWork() {
  const text = useWords(systemWords);
  const language = useLanguage();
  const { problem, attempt } = useAttempt();
  const { data, error } = useQuery({ ...doctorParkedOptions(), refetchInterval: LOOK_AGAIN_MS });
  const retry = (which: { worker?: string; subject?: string }) =>
    attempt(async () => {
      const { data: done } = await doctorRetry({ body: which, throwOnError: true });
      say(text.retried(figure(done.count)));
      await queries.invalidateQueries();
    });
  const items = data?.items ?? [];
  return (
    <Panel
      title={text.parked}
      aside={items.length > 1 ? <Button onClick={() => void retry({})}>{text.retryAll}</Button> : undefined}
    >
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {problem ? <Notice problem={problem} /> : null}
      {data && items.length === 0 ? <Empty>{text.nothingParked}</Empty> : null}
      {items.length > 0 ? (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.work}</th>
              <th scope="col">{text.error}</th>
              <th scope="col">{text.tries}</th>
              <th scope="col">
                <span className="visually-hidden">{text.retry}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((work) => (
              <ParkedRow
                key={`${work.worker} ${work.subject} ${work.item}`}
                work={work}
                onRetry={() => void retry({ worker: work.worker, subject: work.subject })}
              />
            ))}
          </tbody>
        </table>
      ) : null}
    </Panel>
  );
}

function ParkedRow({ work, onRetry }: { work: Parked; onRetry: () => void }) {
  const text = useWords(systemWords);
  const { worker, subject, item, what, error, attempts, lastFailedAt, nextTry } = work;
  return (
    <tr>
      <td>
        <strong>{what}</strong>
        <div className={page.soft}>
          {worker} · {[subject, item].filter(Boolean).join(' ')}
        </div>
      </td>
      <td>
        <code className={styles.error}>{error}</code>
      </td>
      <td>
        {text.triedTimes(figure(attempts), instant(lastFailedAt))}
        <div>
          {nextTry ? (
            <Badge tone="soon">{text.nextTry(instant(nextTry))}</Badge>
          ) : (
            <Badge tone="late">{text.noMore}</Badge>
          )}
        </div>
      </td>
      <td>
        <Button onClick={onRetry} aria-label={`${text.retry}: ${what} ${subject}`}>
          {text.retry}
        </Button>
      </td>
    </tr>
  );
}

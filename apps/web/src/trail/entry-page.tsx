import type { TrailEntry } from '#client';
import { auditListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { Empty } from '../ui/layout';
import { Notice } from '../ui/notice';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { Chain } from './chain';
import { EntryData } from './entry-data';
import { Proof } from './proof-panel';
import { withoutTime } from './said';
import { SubjectLink } from './subject-link';
import styles from './trail.module.css';
import { words } from './words';

/** One entry of the trail: what was said, what caused it, what it caused, and whether it is true. */
export function EntryPage() {
  const { event } = useParams({ from: '/trail/$event' });
  const text = useWords(words);
  const language = useLanguage();
  const headers = { 'Accept-Language': language };
  const { data, error } = useQuery(auditListOptions({ query: { event, seal: 'yes' }, headers }));
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!data) return <Empty>…</Empty>;
  const [entry] = data.items;
  if (!entry) return <Empty>{text.noEntry}</Empty>;
  return (
    <>
      <Head entry={entry} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <EntryData entry={entry} />
          <Chain of={entry} />
        </div>
        <Proof key={entry.eventId} entry={entry} />
      </div>
    </>
  );
}

function Head({ entry }: { entry: TrailEntry }) {
  const text = useWords(words);
  const facts: [string, string | null][] = [
    [text.when, instant(entry.recordedAt)],
    [text.forWhom, entry.onBehalfOf === null ? null : (entry.onBehalfOfName ?? text.nameless)],
    [text.rule, entry.rule],
    [text.address, entry.clientAddress],
  ];
  return (
    <header className={styles.column}>
      <div className={styles.crumb}>
        <Link to="/trail" search={{}}>
          {text.title}
        </Link>{' '}
        / {text.entry(entry.position)}
      </div>
      <h1 className={styles.sentence}>{withoutTime(entry.sentence)}</h1>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        <div>
          <dt>{text.who}</dt>
          <dd>
            <Link to="/trail" search={{ actor: entry.actor }}>
              {entry.actorName ?? (entry.actor.startsWith('worker:') ? text.system : text.nameless)}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{text.about}</dt>
          <dd>
            <SubjectLink entry={entry} />
            <Link to="/trail" search={{ subject: entry.subject }} className={styles.also}>
              {text.itsTrail}
            </Link>
          </dd>
        </div>
      </dl>
    </header>
  );
}

import { auditList, type TrailEntry } from '#client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEndless } from '../app/endless';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { withoutTime } from './said';
import styles from './trail.module.css';
import { words } from './words';

const LISTED = 20;
/** How far back causes are followed: a reminder goes back to an assignment, that to an approval. */
const DEEPEST = 10;

/** What led to an entry, the first cause first, and what it led to. */
export function Chain({ of }: { of: TrailEntry }) {
  const text = useWords(words);
  return (
    <Panel
      title={text.chain}
      aside={
        <Link to="/trail" search={{ correlation: of.correlationId }}>
          {text.wholeChain}
        </Link>
      }
    >
      <h3>{text.because}</h3>
      <Causes of={of} />
      <h3>{text.therefore}</h3>
      <Consequences of={of} />
    </Panel>
  );
}

/** Each entry is the cause of the one below it; the last is the one looked at. */
function Causes({ of }: { of: TrailEntry }) {
  const text = useWords(words);
  const language = useLanguage();
  const { data: causes } = useQuery({
    queryKey: [{ _id: 'auditList', causesOf: of.eventId, language }],
    queryFn: ({ signal }) => causesOf(of, signal),
    staleTime: Infinity,
  });
  if (of.causationId === null) return <p className={styles.soft}>{text.ofItself}</p>;
  return (
    <ol className={styles.chain}>
      {causes?.map((entry) => (
        <Linked key={entry.eventId} entry={entry} />
      ))}
    </ol>
  );
}

async function causesOf(entry: TrailEntry, signal: AbortSignal): Promise<TrailEntry[]> {
  const causes: TrailEntry[] = [];
  let event = entry.causationId;
  while (event !== null && causes.length < DEEPEST) {
    const { items } = (await auditList({ query: { event }, signal, throwOnError: true })).data;
    const [cause]: readonly TrailEntry[] = items;
    if (!cause) break;
    causes.unshift(cause);
    event = cause.causationId;
  }
  return causes;
}

function Consequences({ of: { eventId: causedBy } }: { of: TrailEntry }) {
  const text = useWords(words);
  const language = useLanguage();
  const list = useEndless('auditList', { causedBy, language }, (cursor, signal) =>
    auditList({
      query: { causedBy, order: 'asc', limit: LISTED, ...cursor },
      signal,
      throwOnError: true,
    }),
  );
  if (!list.isPending && !list.error && list.items.length === 0)
    return <p className={styles.soft}>{text.ledToNothing}</p>;
  return (
    <>
      <ol className={styles.chain}>
        {list.items.map((entry) => (
          <Linked key={entry.eventId} entry={entry} />
        ))}
      </ol>
      <More list={list} none={text.ledToNothing} />
    </>
  );
}

function Linked({ entry }: { entry: TrailEntry }) {
  return (
    <li>
      <Link to="/trail/$event" params={{ event: entry.eventId }} className={styles.link}>
        <span>{withoutTime(entry.sentence)}</span>
        <time dateTime={entry.recordedAt}>{instant(entry.recordedAt)}</time>
      </Link>
    </li>
  );
}

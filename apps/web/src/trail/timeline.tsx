import { auditList } from '#client';
import { Link } from '@tanstack/react-router';
import { useEndless } from '../app/endless';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { tellsOfLateness, withoutTime } from './said';
import styles from './trail.module.css';
import { words } from './words';

const LISTED = 20;

/** All that happened to one subject, until a moment where one is named: the latest first, in the trail's own sentences. */
export function Timeline({ subject, until }: { subject: string; until?: string | undefined }) {
  const text = useWords(words);
  const language = useLanguage();
  const list = useEndless('auditList', { subject, until, language }, (cursor, signal) =>
    auditList({
      query: { subject, limit: LISTED, ...(until === undefined ? {} : { to: until }), ...cursor },
      signal,
      throwOnError: true,
    }),
  );
  return (
    <Panel title={text.history}>
      <ol className={styles.timeline}>
        {list.items.map((entry) => (
          <li key={entry.eventId} {...(tellsOfLateness(entry) ? { 'data-late': true } : {})}>
            <p>{withoutTime(entry.sentence)}</p>
            <p className={styles.soft}>
              <Link to="/trail/$event" params={{ event: entry.eventId }}>
                <time dateTime={entry.recordedAt}>{instant(entry.recordedAt)}</time>
              </Link>
            </p>
          </li>
        ))}
      </ol>
      <More list={list} none={text.none} />
    </Panel>
  );
}

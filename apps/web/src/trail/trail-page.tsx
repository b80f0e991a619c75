import { auditList, type TrailEntry } from '#client';
import { Link, useSearch } from '@tanstack/react-router';
import { useEndless } from '../app/endless';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import { day, time } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { Filters } from './filters';
import { byDay, tellsOfLateness, withoutTime } from './said';
import { Supervision } from './supervision';
import styles from './trail.module.css';
import { asked } from './trail-search';
import { words } from './words';

const LISTED = 50;

/** Who did what, why, under which rule, caused by what? */
export function TrailPage() {
  const text = useWords(words);
  const language = useLanguage();
  const search = useSearch({ from: '/trail' });
  const list = useEndless('auditList', { search, language }, (cursor, signal) =>
    auditList({ query: { ...asked(search), ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <>
      <header className={styles.head}>
        <h1>{text.title}</h1>
        <p className={styles.soft}>{text.question}</p>
      </header>
      <Filters search={search} />
      <Supervision search={search} />
      <Panel>
        {byDay(list.items).map((one) => (
          <DayOfEntries key={one.day} {...one} />
        ))}
        <More list={list} none={text.nothing} />
      </Panel>
    </>
  );
}

function DayOfEntries({ day: on, entries }: { day: string; entries: readonly TrailEntry[] }) {
  return (
    <section className={styles.day} aria-labelledby={`day-${on}`}>
      <h2 id={`day-${on}`}>{day(on)}</h2>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.eventId} {...(tellsOfLateness(entry) ? { 'data-late': true } : {})}>
            <Link to="/trail/$event" params={{ event: entry.eventId }} className={styles.entry}>
              <time dateTime={entry.recordedAt}>{time(entry.recordedAt)}</time>
              <span>{withoutTime(entry.sentence)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

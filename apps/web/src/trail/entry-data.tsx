import type { TrailEntry } from '#client';
import type { ReactNode } from 'react';
import { Panel } from '../ui/layout';
import { day, figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { fieldWords } from './field-words';
import styles from './trail.module.css';
import { words } from './words';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an entry holds, in plain words; and, folded away, as it was written. */
export function EntryData({ entry }: { entry: TrailEntry }) {
  const text = useWords(words);
  const facts = <Facts of={entry.data} names={entry.names} />;
  return (
    <Panel title={text.said}>
      {facts}
      <details className={styles.written}>
        <summary>{text.asWritten}</summary>
        <pre tabIndex={0}>{JSON.stringify(entry.data, null, 2)}</pre>
      </details>
    </Panel>
  );
}

type Names = Readonly<Record<string, string>>;

/** The fields that have a name and something to say; ids of no name say nothing to a reader. */
function Facts({ of, names }: { of: object; names: Names }) {
  const text = useWords(words);
  const called = fieldWords[useLanguage()];
  const fields: [string, unknown][] = Object.entries(of);
  const shown = fields.filter(([field, value]) => field in called && isTelling(value, names));
  if (shown.length === 0) return <p className={styles.soft}>{text.nothingSaid}</p>;
  return (
    <dl className={styles.said}>
      {shown.map(([field, value]) => (
        <div key={field}>
          <dt>{called[field]}</dt>
          <dd>
            <Value of={value} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether there is something in a value that a reader understands. */
function isTelling(value: unknown, names: Names): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (typeof value === 'string') return value in names || !UUID.test(value);
  if (typeof value !== 'object') return true;
  return Object.entries(value).some(([field, one]) =>
    Array.isArray(value) ? isTelling(one, names) : isNamed(field) && isTelling(one, names),
  );
}

const isNamed = (field: string): boolean => field in fieldWords.vi;

function Value({ of, names }: { of: unknown; names: Names }): ReactNode {
  const text = useWords(words);
  if (typeof of === 'boolean') return of ? text.yes : text.no;
  if (typeof of === 'number') return of >= 1_900 && of <= 2_199 ? String(of) : figure(of);
  if (typeof of === 'string') return readable(of, names);
  if (Array.isArray(of))
    return (
      <ul className={styles.values}>
        {of
          .filter((one) => isTelling(one, names))
          .map((one: unknown, index) => (
            <li key={index}>
              <Value of={one} names={names} />
            </li>
          ))}
      </ul>
    );
  return typeof of === 'object' && of !== null ? <Facts of={of} names={names} /> : null;
}

function readable(value: string, names: Names): string {
  if (INSTANT.test(value)) return instant(value);
  if (DAY.test(value)) return day(value);
  return names[value] ?? value;
}

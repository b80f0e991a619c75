import type { Task } from '#client';
import { auditListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useNow } from '../app/clock';
import { AsOf } from '../ui/as-of';
import { Panel } from '../ui/layout';
import { DaySlider } from '../ui/slider';
import { everyDay } from '../ui/stops';
import styles from '../ui/page.module.css';
import { day, isoDay, period } from '../words/format';
import { useWords } from '../words/language';
import { changesBetween, type Change } from './changes';
import { words } from './words';

/** Slides through the days of a task; `on` is the day that is looked at, `then` the task as it stood at that day's end. */
export function Past({ now, on, then }: { now: Task; on: string | undefined; then: Task | undefined }) {
  const text = useWords(words);
  const today = isoDay(useNow());
  const first = useQuery(auditListOptions({ query: { subject: now.id, order: 'asc', limit: 1 } })).data
    ?.items[0];
  const navigate = useNavigate({ from: '/tasks/$id' });
  const look = useCallback(
    (next: string | undefined) =>
      void navigate({
        search: next === undefined || next >= today ? {} : { on: next },
        replace: true,
        resetScroll: false,
      }),
    [navigate, today],
  );
  if (!first) return null;
  return (
    <Panel title={text.past}>
      <DaySlider
        label={text.asOfEndOf}
        stops={everyDay(isoDay(first.recordedAt), today)}
        on={on ?? today}
        look={look}
      />
      <AsOf label={text.onDay} toNow={text.toNow} on={on} look={look} />
      {then && on !== undefined ? <Changes then={then} now={now} on={on} /> : null}
    </Panel>
  );
}

function Changes({ then, now, on }: { then: Task; now: Task; on: string }) {
  const text = useWords(words);
  const changes = changesBetween(then, now);
  return (
    <>
      <h3>{text.since(day(on))}</h3>
      {changes.length === 0 ? <p className={styles.soft}>{text.nothingChanged}</p> : null}
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={keyOf(change)}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const text = useWords(words);
  const of = [...('of' in change ? [change.of] : []), ...('period' in change ? [period(change.period)] : [])];
  const [before, after] = wordsOf(change, text);
  return (
    <>
      <strong>{text.changed[change.what]}</strong>
      {of.map((part) => ` · ${part}`)}
      <div className={styles.soft}>
        <del>{before}</del> → <ins>{after}</ins>
      </div>
    </>
  );
}

const keyOf = (change: Change): string =>
  [change.what, 'of' in change && change.of, 'period' in change && change.period].filter(Boolean).join(' ');

type Words = (typeof words)['vi'];

function wordsOf(change: Change, text: Words): [before: string, after: string] {
  switch (change.what) {
    case 'state':
      return [text.states[change.before], text.states[change.after]];
    case 'percent':
      return [`${change.before} %`, `${change.after} %`];
    case 'due':
      return [change.before ? day(change.before) : '–', change.after ? day(change.after) : '–'];
    case 'standing':
      return [change.before ? text.standings[change.before] : '–', text.standings[change.after]];
    case 'handedIn':
      return [text.times(change.before), text.times(change.after)];
    case 'lead':
    case 'coordinators':
    case 'coImplementers':
      return [change.before || '–', change.after || '–'];
  }
}

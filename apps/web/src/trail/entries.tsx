import type { TrailEntry } from '#client';
import { Link } from '@tanstack/react-router';
import { Fragment, memo, useCallback, useMemo } from 'react';
import type { Endless } from '../app/endless';
import { useLongRows, type DrawnRow } from '../ui/long-rows';
import { More } from '../ui/more';
import tables from '../ui/table.module.css';
import { day, time } from '../words/format';
import { rowsByDay, tellsOfLateness, withoutTime, type DayRow, type TrailRow } from './said';
import styles from './trail.module.css';

/** About how high the row of a day is, and that of an entry, px. */
const DAY_PX = 56;
const ENTRY_PX = 70;

/** Entries of the trail under their days, of which as many are drawn as are in sight. */
export function Entries({ list, none }: { list: Endless<TrailEntry>; none: string }) {
  const { items, hasNextPage } = list;
  const rows = useMemo(() => rowsByDay(items), [items]);
  const keyOf = useCallback((at: number) => keyOfRow(rows[at]), [rows]);
  const headOf = useCallback((at: number) => headOfRow(rows[at], at), [rows]);
  const { drawn, roomBelow, top, measure, holdFocus } = useLongRows(list, {
    count: rows.length,
    keyOf,
    headOf,
    about: (at) => (isDay(rows[at]) ? DAY_PX : ENTRY_PX),
    itemOf: (at) => itemOfRow(rows, at),
  });
  const days = Map.groupBy(drawn, ({ index }) => headOf(index));
  const lastDay = rows.findLastIndex(isDay);
  return (
    <div className={`${tables.unanchored} ${tables.withMore}`}>
      <div className={styles.run} ref={top as React.RefObject<HTMLDivElement>} {...holdFocus}>
        {[...days].map(([head, [first, ...entries]]) => {
          const of = rows[head];
          if (!first || !isDay(of)) return null;
          return (
            <Fragment key={of.day}>
              <Room px={first.room} />
              <section className={styles.day} aria-labelledby={`day-${of.day}`}>
                <h2 id={`day-${of.day}`} ref={measure} data-index={head}>
                  {day(of.day)}
                </h2>
                <ol className={styles.entries}>
                  {entries.map((row) => (
                    <Entry
                      key={row.key}
                      room={row.room}
                      row={rows[row.index]}
                      index={row.index}
                      of={hasNextPage && head === lastDay ? -1 : of.of}
                      measure={measure}
                    />
                  ))}
                </ol>
              </section>
            </Fragment>
          );
        })}
        <Room px={roomBelow} />
      </div>
      <More list={list} none={none} />
    </div>
  );
}

const isDay = (row: TrailRow | undefined): row is DayRow => row !== undefined && 'day' in row;
const keyOfRow = (row: TrailRow | undefined): string =>
  row === undefined ? '' : 'day' in row ? row.day : row.entry.eventId;
const headOfRow = (row: TrailRow | undefined, at: number): number =>
  row !== undefined && 'entry' in row ? row.head : at;

/** The entry that a row shows; that behind a day. */
function itemOfRow(rows: readonly TrailRow[], at: number): number {
  const row = rows[at] ?? rows.at(-1);
  const entry = isDay(row) ? rows[at + 1] : row;
  return entry !== undefined && 'item' in entry ? entry.item : 0;
}

interface OfEntry extends Pick<DrawnRow, 'index' | 'room'> {
  row: TrailRow | undefined;
  /** How many the day has; -1: not known yet. */
  of: number;
  measure: (row: HTMLElement | null) => void;
}
const Entry = memo(({ row, index, room, of, measure }: OfEntry) => {
  if (row === undefined || isDay(row)) return null;
  const { entry, place } = row;
  return (
    <>
      {room > 0 ? <li aria-hidden="true" style={{ height: room }} /> : null}
      <li
        ref={measure}
        data-index={index}
        aria-posinset={place}
        aria-setsize={of}
        {...(tellsOfLateness(entry) ? { 'data-late': true } : {})}
      >
        <Link to="/trail/$event" params={{ event: entry.eventId }} className={styles.entry}>
          <time dateTime={entry.recordedAt}>{time(entry.recordedAt)}</time>
          <span>{withoutTime(entry.sentence)}</span>
        </Link>
      </li>
    </>
  );
});

const Room = ({ px }: { px: number }) => (px > 0 ? <div aria-hidden="true" style={{ height: px }} /> : null);

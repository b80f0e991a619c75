import type { TrailEntry } from '#client';
import { isoDay } from '../words/format';

/** A sentence of the trail says when, who, what, why and by which rule; beside a time of its own it need not say when. */
export function withoutTime(sentence: string): string {
  const said = sentence.replace(/^\d\d:\d\d \d\d\/\d\d\/\d{4}: /, '');
  return said.charAt(0).toLocaleUpperCase() + said.slice(1);
}

const LATE = /Missed|Overdue|Escalated|FellSilent/;

/** Whether an entry tells of something that came too late. */
export const tellsOfLateness = ({ type }: TrailEntry): boolean => LATE.test(type);

/** The row of a day of the trail, and how many entries are under it. */
export interface DayRow {
  day: string;
  of: number;
}
/** The row of an entry: which one it is of the list (`item`) and of its day (`place`), and where the day's row stands. */
export interface EntryRow {
  entry: TrailEntry;
  item: number;
  place: number;
  head: number;
}
export type TrailRow = DayRow | EntryRow;

/** Entries in the order they come, and before those of a day a row for the day. */
export function rowsByDay(entries: readonly TrailEntry[]): TrailRow[] {
  const rows: TrailRow[] = [];
  let day: DayRow | undefined;
  let head = 0;
  for (const [item, entry] of entries.entries()) {
    const on = isoDay(entry.recordedAt);
    if (day?.day !== on) head = rows.push((day = { day: on, of: 0 })) - 1;
    day.of += 1;
    rows.push({ entry, item, place: day.of, head });
  }
  return rows;
}

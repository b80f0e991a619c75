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

/** Entries by the office's days, in the order they come. */
export function byDay(entries: readonly TrailEntry[]): { day: string; entries: TrailEntry[] }[] {
  const days = Map.groupBy(entries, ({ recordedAt }) => isoDay(recordedAt));
  return [...days].map(([day, of]) => ({ day, entries: of }));
}

import { addDays, type Day } from '#kernel';
import type { Cadence } from '../year/year.events.js';

/** The months of one period. */
export const monthsIn = (cadence: Cadence): number => (cadence === 'month' ? 1 : 3);

/** How many periods a year has. */
export const periodsIn = (cadence: Cadence): number => 12 / monthsIn(cadence);

const firstOf = (year: number, month: number): Day =>
  month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`;

/** A period's first day. */
export const firstDay = (year: number, cadence: Cadence, period: number): Day =>
  firstOf(year, (period - 1) * monthsIn(cadence) + 1);

/** A period's last day. */
export const lastDay = (year: number, cadence: Cadence, period: number): Day =>
  addDays(firstOf(year, period * monthsIn(cadence) + 1), -1);

/** On which day of the month after it a period is scored where the office names no other; no law names one (a setting). */
export const SCORE_DAY = 10;

/** A day of the month after a period. */
export const scoredBy = (
  { year, cadence }: { year: number; cadence: Cadence },
  period: number,
  day: number,
): Day => addDays(lastDay(year, cadence, period), day);

/** A period's first and last day. */
export const daysOf = ({ year, cadence }: { year: number; cadence: Cadence }, period: number) => ({
  first: firstDay(year, cadence, period),
  last: lastDay(year, cadence, period),
});

/** How many days before a period's last day it may be scored (a setting): its last working week. */
export const SCORED_FROM = 7;

import { addDays, at, type Day } from '#kernel';
import type { Span } from '#dossiers';
import type { Period } from '../../definition/periods.js';

/** A period of set 766 as it is asked for: `2025`, `2025-Q1`, `2025-03`. */
export const SERVICE_PERIOD = /^20\d{2}(-(Q[1-4]|0[1-9]|1[0-2]))?$/;

const MONTHS_OF_QUARTER = 3;
const two = (month: number): string => String(month).padStart(2, '0');
const begin = (year: number, month: number): Day =>
  month > 12 ? `${year + 1}-01-01` : `${year}-${two(month)}-01`;

/** So many months from one on. */
const months = (year: number, first: number, many: number): Period => ({
  from: begin(year, first),
  to: addDays(begin(year, first + many), -1),
});

/** Month, quarter or year of the calendar. */
export function periodOf(asked: string): Period {
  const year = Number(asked.slice(0, 4));
  const rest = asked.slice(5);
  if (rest === '') return months(year, 1, 12);
  if (rest.startsWith('Q'))
    return months(year, (Number(rest.slice(1)) - 1) * MONTHS_OF_QUARTER + 1, MONTHS_OF_QUARTER);
  return months(year, Number(rest), 1);
}

/** The twelve months of a year. */
export const monthsOf = (year: number): Period[] =>
  Array.from({ length: 12 }, (_, index) => months(year, index + 1, 1));

export const spanOf = ({ from, to }: Period): Span => ({ since: at(from), until: at(addDays(to, 1)) });

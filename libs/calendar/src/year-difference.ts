import { canonicalJson, type Day } from '#kernel';
import type { CalendarYear } from './calendar-year.js';
import type { WorkCalendar } from './work-calendar.js';
import { yearSeen } from './year-seen.js';

/** What a year's calendar brings against the one that holds (mới, thay đổi, bỏ đi). */
export interface YearDifference {
  year: number;
  /** `same`: the office has just this calendar by just these decisions. */
  standing: 'new' | 'changed' | 'same';
  /** Monday to Friday: off now, and off no longer. */
  nowOff: Day[];
  offNoMore: Day[];
  /** Saturdays and Sundays: worked now, and worked no longer. */
  nowWorked: Day[];
  workedNoMore: Day[];
  /** Whether a working day has other hours than before. */
  otherHours: boolean;
}

/** How a year departs from what the calendar says of it now; `own` is what the office brought in of it before. */
export function yearDifference(
  calendar: WorkCalendar,
  own: CalendarYear | undefined,
  after: CalendarYear,
): YearDifference {
  const before = yearSeen(calendar, after.year);
  const hours = before.hours.map(({ from, to }) => [from, to]);
  return {
    year: after.year,
    standing: own && isSame(own, after) ? 'same' : before.source === null ? 'new' : 'changed',
    nowOff: without(after.daysOff, before.daysOff),
    offNoMore: without(before.daysOff, after.daysOff),
    nowWorked: without(after.workedSaturdays, before.workedDaysOff),
    workedNoMore: without(before.workedDaysOff, after.workedSaturdays),
    otherHours: before.source !== null && canonicalJson(hours) !== canonicalJson(after.hours),
  };
}

const without = (days: readonly Day[], others: readonly Day[]): Day[] =>
  days.filter((day) => !others.includes(day)).toSorted();

const isSame = (a: CalendarYear, b: CalendarYear): boolean => canonicalJson(a) === canonicalJson(b);

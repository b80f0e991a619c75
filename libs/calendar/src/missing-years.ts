import { addDays, dayOf } from '#kernel';
import type { WorkCalendar } from './work-calendar.js';

/** How many days before a year begins its calendar is asked for. */
const AHEAD_DAYS = 90;

/** The years without data that have begun, or begin within 90 days, as seen from an instant. */
export function missingYears(calendar: Pick<WorkCalendar, 'years'>, now: Date): number[] {
  const days = [dayOf(now), addDays(dayOf(now), AHEAD_DAYS)];
  const years = new Set(days.map((day) => Number(day.slice(0, 4))));
  return [...years].filter((year) => !calendar.years.includes(year));
}

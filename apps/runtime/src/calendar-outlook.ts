import type { WorkCalendar } from '#calendar';
import { awaitedCalendars, type AwaitedCalendar } from '#deadline';
import { addDays, dayOf, inOffice } from '#kernel';
import { followedOffices } from '#projection';
import type { Pool } from 'pg';

/** How many days before a year begins its calendar is asked for. */
const AHEAD_DAYS = 90;

/** The years without data that have begun, or begin within 90 days, as seen from an instant. */
export function missingYears(calendar: WorkCalendar, now: Date): number[] {
  const [from, to] = [dayOf(now), addDays(dayOf(now), AHEAD_DAYS)].map((day) => Number(day.slice(0, 4)));
  return [...new Set([from, to])].flatMap((year) =>
    year === undefined || calendar.years.includes(year) ? [] : [year],
  );
}

export interface CalendarOutlook {
  missingYears: number[];
  /** What waits for the calendar of a year, by office. */
  awaited: AwaitedCalendar[];
}

/** What calendars are missing or soon will be, and what waits for one already, in every office. */
export async function calendarOutlook({
  pool,
  calendar,
  clock,
}: {
  pool: Pool;
  calendar: WorkCalendar;
  clock: { now(): Date };
}): Promise<CalendarOutlook> {
  const awaited = [];
  for (const office of await followedOffices(pool))
    awaited.push(...(await inOffice(office, () => awaitedCalendars(pool, office))));
  return { missingYears: missingYears(calendar, clock.now()), awaited };
}

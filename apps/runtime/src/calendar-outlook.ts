import { missingYears, yearsLackedBySome, type WorkCalendar } from '#calendar';
import { awaitedCalendars, officesAwaiting, type AwaitedCalendar } from '#deadline';
import { inOffice } from '#kernel';
import type { Pool } from 'pg';

const MOST_OFFICES = 20;

export interface CalendarOutlook {
  /** Those that at least one office has no calendar of. */
  missingYears: number[];
  /** What waits for the calendar of a year, by office: of the first 20 offices where something does. */
  awaited: AwaitedCalendar[];
}

/** What calendars are missing or soon will be, and what waits for one already. */
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
  for (const office of await officesAwaiting(pool, 'any', '', MOST_OFFICES))
    awaited.push(...(await inOffice(office, () => awaitedCalendars(pool, office))));
  return { missingYears: await yearsLackedBySome(pool, missingYears(calendar, clock.now())), awaited };
}

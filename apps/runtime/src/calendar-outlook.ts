import type { WorkCalendar } from '#calendar';
import { awaitedCalendars, officesAwaiting, type AwaitedCalendar } from '#deadline';
import { addDays, dayOf, derivedId, inOffice } from '#kernel';
import { MissCalendar, officeSubject, type Commands } from '#organisation';
import type { Pool } from 'pg';

/** How many days before a year begins its calendar is asked for. */
const AHEAD_DAYS = 90;
const MOST_OFFICES = 20;

/** The years without data that have begun, or begin within 90 days, as seen from an instant. */
export function missingYears(calendar: WorkCalendar, now: Date): number[] {
  const [from, to] = [dayOf(now), addDays(dayOf(now), AHEAD_DAYS)].map((day) => Number(day.slice(0, 4)));
  return [...new Set([from, to])].flatMap((year) =>
    year === undefined || calendar.years.includes(year) ? [] : [year],
  );
}

export interface CalendarOutlook {
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
  return { missingYears: missingYears(calendar, clock.now()), awaited };
}

/**
 * Records, once for each year, that an office has no calendar of it: so those who can bring one hear of it. One that has
 * ended is left in peace.
 */
export const missCalendar = (commands: Commands, office: string, year: number): Promise<unknown> =>
  inOffice(office, () =>
    commands.send(
      MissCalendar,
      {
        office,
        actor: 'worker:calendar',
        commandId: derivedId(office, 'calendar-missed', year),
        rule: 'R11',
      },
      officeSubject(office),
      { year },
    ),
  );

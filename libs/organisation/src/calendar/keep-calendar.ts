import { keepOfficeYears } from '#calendar';
import { isOf } from '#event-store';
import { keepOfficeHours } from '#ledger';
import type { Reaction } from '#projection';
import type { Pool } from 'pg';
import { ownCalendar } from '../office/calendar.js';
import type { OfficeCalendars } from './office-calendars.js';

/** What looks at days in the database goes by an office's own calendar too: what waits for a year, what lies outside its hours. */
export function keepCalendar(calendars: OfficeCalendars, pool: Pool): Reaction {
  return {
    name: 'keep_calendar',
    types: ['CalendarImported'],
    async react(events) {
      for (const event of events) {
        if (!isOf(ownCalendar, event)) continue;
        const { office } = event;
        const years = Object.keys((await calendars.own(office)).years).map(Number);
        const calendar = await calendars.current(office);
        const own = [...calendar.days()].filter(({ day }) => years.includes(Number(day.slice(0, 4))));
        await keepOfficeHours(pool, own, office);
        await keepOfficeYears(pool, office, years);
      }
    },
  };
}

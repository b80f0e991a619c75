import { missingYears, type SharedCalendar } from '#calendar';
import type { Errand } from '#capability';
import { derivedId, type Clock } from '#kernel';
import type { FollowedOffices } from '#projection';
import type { OfficeCalendars } from './calendar/office-calendars.js';
import type { Commands } from './command/index.js';
import { officeSubject } from './office-subject.js';
import { MissCalendar } from './office/told.js';

/**
 * Says once in each office that a year's calendar is wanted, from 90 days before it begins: those who can bring one hear of
 * it. An office that has ended is left in peace, and one that has brought the year in itself.
 */
export function askForCalendars(
  offices: Pick<FollowedOffices, 'all'>,
  shared: Pick<SharedCalendar, 'calendar'>,
  calendars: Pick<OfficeCalendars, 'current'>,
  commands: Pick<Commands, 'send'>,
  clock: Clock,
): Errand {
  const asked = new Set<string>();
  const toAsk = (office: string) =>
    missingYears(shared.calendar, clock.now()).filter((year) => !asked.has(`${office}/${year}`));
  return {
    name: 'calendar',
    subject: 'year',
    everyMs: 10_000,
    offices: async () =>
      missingYears(shared.calendar, clock.now()).length === 0
        ? []
        : (await offices.all()).filter((office) => toAsk(office).length > 0),
    async run(office) {
      const { years } = await calendars.current(office);
      for (const year of toAsk(office)) {
        const commandId = derivedId(office, 'calendar-missed', year);
        const act = { office, actor: 'worker:calendar', commandId, rule: 'R11' };
        if (!years.includes(year)) await commands.send(MissCalendar, act, officeSubject(office), { year });
        asked.add(`${office}/${year}`);
      }
    },
  };
}

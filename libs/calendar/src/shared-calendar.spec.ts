import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { SharedCalendar, calendarMigrations, loadCalendars, type CalendarYear } from './index.js';

const YEARS = loadCalendars('seeds/calendars');
const of = (year: number): CalendarYear => {
  const found = YEARS.find((one) => one.year === year);
  if (!found) throw new Error(`no ${year}`);
  return found;
};
const OFF: CalendarYear = { ...of(2025), daysOff: [...of(2025).daysOff, '2025-03-03'] };

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await freshDatabase(calendarMigrations);
  pool = database.pool();
});
afterEach(() => database.close());

/** One of several processes. */
const process = (leases = false) => new SharedCalendar(pool, leases);

it('what one process brings in, another decides by at once; who holds the calendar sees it', async () => {
  const [api, worker] = [process(), process()];
  await api.bring([of(2025)]);
  const held = await worker.current('o');
  expect([held.years, held.sourceOf(2025)]).toEqual([[2025], of(2025).source]);
  await api.bring([of(2026)]);
  expect((await worker.current('o')).years).toEqual([2025, 2026]);
  expect(held.years).toEqual([2025, 2026]);
});

it('with leases as well, once it is answered: nobody decides by what was before', async () => {
  const [api, other] = [process(true), process(true)];
  await api.bring([of(2025)]);
  await other.current('o');
  expect(await api.bring([OFF])).toEqual([2025]);
  expect((await other.current('o')).isWorkingDay('2025-03-03')).toBe(false);
});

it('a process that starts with an old folder brings nothing back; a person may', async () => {
  await process().bring([of(2025)]);
  await process().bring([OFF]);
  const late = process();
  expect(await late.bring([of(2025)])).toEqual([]);
  expect(late.calendar.isWorkingDay('2025-03-03')).toBe(false);
  expect(await process().bring([of(2025)], true)).toEqual([2025]);
  expect((await late.current('o')).isWorkingDay('2025-03-03')).toBe(true);
});

it('what is known is brought in for nothing: no wait, no change', async () => {
  const one = process();
  expect(await one.bring(YEARS)).toHaveLength(YEARS.length);
  expect(await process().bring(YEARS)).toEqual([]);
  expect(await one.bring(YEARS, true)).toEqual([]);
});

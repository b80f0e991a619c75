import type pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { thisMachine, type Machine } from './machine.js';
import { OfficeClock } from './office-clock.js';
import { migrations } from './migrate.js';

const HOUR = 3_600_000;
const SECOND = 1_000;
let database: TestDatabase;
let owner: pg.Pool;
let pool: pg.Pool;

/** A database whose `clock_timestamp()` can be set wrong while everybody is connected. */
beforeAll(async () => {
  database = await freshDatabase(migrations);
  owner = database.owner();
  await owner.query(`
    create schema shifted;
    create table shifted.by (ms bigint not null);
    insert into shifted.by values (0);
    create function shifted.clock_timestamp() returns timestamptz language sql volatile as
      $$ select pg_catalog.clock_timestamp() + (select ms from shifted.by) * interval '1 ms' $$;
    grant usage on schema shifted to minh_bach_app;
    grant select on shifted.by to minh_bach_app;
    do $$ begin execute format('alter database %I set search_path to shifted, pg_catalog, public', current_database()); end $$`);
  pool = database.pool();
});
afterAll(() => database.close());
beforeEach(async () => {
  await shift(0);
  await owner.query(`delete from public.believed_on; delete from public.simulated_clock;
    update public.believed_time set ahead_ms = 0, revision = 0, doubted_since = null`);
});

const shift = (ms: number) => owner.query('update shifted.by set ms = $1', [ms]);
/** A process that has looked at the clock. */
async function process(machine: Machine = thisMachine): Promise<OfficeClock> {
  const clock = new OfficeClock(pool, 'xa-thu', machine);
  await clock.refresh();
  return clock;
}
/** How far a clock is from the true time, in hours. */
const hoursOff = (clock: OfficeClock) => Math.round((clock.now().getTime() - Date.now()) / HOUR) + 0; // no -0

describe('a jump of the clock', () => {
  for (const hours of [2, -2])
    it(`by ${hours} hours changes nothing for anybody until an operator confirms it`, async () => {
      const [api, worker] = [await process(), await process()];
      await shift(hours * HOUR);
      for (const clock of [api, worker, api]) await clock.refresh();
      expect([api, worker, await process()].map(hoursOff)).toEqual([0, 0, 0]);
      expect(Math.round((worker.doubt?.aheadMs ?? 0) / SECOND)).toBe(hours * 3_600);
      expect(Math.abs((worker.doubt?.since?.getTime() ?? 0) - Date.now())).toBeLessThan(10 * SECOND);

      const operator = await process();
      expect((await operator.confirm())?.aheadMs).toBe(worker.doubt?.aheadMs);
      for (const clock of [api, worker]) await clock.refresh();
      expect([api, worker, operator].map(hoursOff)).toEqual([hours, hours, hours]);
      expect([api.doubt, worker.doubt, operator.doubt]).toEqual([undefined, undefined, undefined]);
    });

  it('that is undone is forgotten', async () => {
    const clock = await process();
    await shift(30 * 24 * HOUR);
    await clock.refresh();
    await shift(0);
    await clock.refresh();
    expect([hoursOff(clock), clock.doubt]).toEqual([0, undefined]);
  });

  it('of seconds is followed', async () => {
    const clock = await process();
    await shift(90 * SECOND);
    await clock.refresh();
    expect(Math.round((clock.now().getTime() - Date.now()) / (10 * SECOND))).toBe(9);
    expect(clock.doubt).toBeUndefined();
  });

  it('while no process ran is seen by the next one that starts on the machine', async () => {
    await (await process()).remember();
    await shift(5 * HOUR);
    const next = await process();
    expect([hoursOff(next), next.doubt !== undefined]).toEqual([0, true]);
  });

  it('behind what another machine has seen is not followed; ahead of it, nobody can tell it from a time of rest', async () => {
    await (await process()).remember();
    const other: Machine = { ...thisMachine, boot: 'another', uptimeMs: () => 60_000 };
    await shift(-5 * HOUR);
    expect(hoursOff(await process(other))).toBe(0);
    await shift(0);
    await (await process(other)).confirm();
    await owner.query('update public.believed_on set revision = (select revision from public.believed_time)');
    await shift(5 * HOUR);
    expect(hoursOff(await process(other))).toBe(5);
  });

  it('is none where the machine slept', async () => {
    let asleep = 0;
    const machine: Machine = { ...thisMachine, uptimeMs: () => thisMachine.uptimeMs() + asleep };
    const clock = await process(machine);
    asleep = 3 * HOUR;
    await shift(3 * HOUR);
    await clock.refresh();
    expect([hoursOff(clock), clock.doubt]).toEqual([3, undefined]);
  });

  it('leaves a simulated clock where it is, also once it is confirmed', async () => {
    const clock = await process();
    await clock.startAt(new Date('2025-01-02T01:00:00Z'), true);
    await shift(2 * HOUR);
    await clock.refresh();
    await clock.moveTo(new Date('2025-01-03T01:00:00Z'));
    await clock.confirm();
    const off = clock.now().getTime() - Date.parse('2025-01-03T01:00:00Z');
    expect(off).toBeGreaterThanOrEqual(0);
    expect(off).toBeLessThan(30 * SECOND);
  });
});

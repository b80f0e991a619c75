import { migrations } from '../../apps/runtime/src/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { mb } from '../support/mb.js';
import { startService, type Service } from '../support/service.js';
import { eventually } from '../support/stand-in.js';

interface Ready {
  status: string;
  clock: string;
  clockDoubt: { aheadSeconds: number } | null;
  workerUnseenFor: number | null;
}

let database: TestDatabase;
let service: Service;
const env = () => ({ DATABASE_URL: database.url, MINH_BACH_CLOCK: 'real' });

/** API and worker, each a process of its own, on a database whose clock can be set wrong under them. */
beforeAll(async () => {
  database = await freshDatabase(migrations);
  await database.owner().query(`
    create table shifted_by (ms bigint not null);
    insert into shifted_by values (0);
    create function clock_timestamp() returns timestamptz language sql volatile as
      $$ select pg_catalog.clock_timestamp() + (select ms from public.shifted_by) * interval '1 ms' $$;
    grant select on shifted_by to minh_bach_app;
    do $$ begin execute format('alter database %I set search_path to public, pg_catalog', current_database()); end $$`);
  service = await startService(env());
  await service.announced;
});
afterAll(async () => {
  await service.stop();
  await database.close();
});

const ready = async (): Promise<Ready> => (await (await fetch(`${service.url}/readyz`)).json()) as Ready;
const hoursOff = async () => Math.round((Date.parse((await ready()).clock) - Date.now()) / 3_600_000) + 0; // no -0

it('a clock that jumps by three hours is not believed, in sight, until an operator confirms it', async () => {
  await eventually(async () => (await ready()).workerUnseenFor !== null);
  await database.owner().query('update shifted_by set ms = 3 * 3600 * 1000');
  await eventually(async () => (await ready()).clockDoubt !== null);
  const { status, clockDoubt } = await ready();
  expect([status, Math.round((clockDoubt?.aheadSeconds ?? 0) / 60)]).toEqual(['degraded', 180]);
  expect(await hoursOff()).toBe(0);
  const { out } = await mb(['confirm-clock'], env());
  expect(out).toContain('the clock is confirmed');
  await eventually(async () => (await ready()).clockDoubt === null);
  expect(await hoursOff()).toBe(3);
});

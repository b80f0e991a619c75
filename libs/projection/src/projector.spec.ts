import { EventStore, eventStoreMigrations } from '#event-store';
import { newId } from '#kernel';
import { Parked, parkedMigrations } from '#parked';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  Projector,
  followOffice,
  projectionMigrations,
  rebuild,
  requireReached,
  type Projection,
} from './index.js';

const OFFICE = 'xa-thu';
let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let projector: Projector;

const counting = (name: string): Projection => ({
  name,
  version: 1,
  ddl: 'create table tally (office text primary key, n int not null)',
  async apply(db, events) {
    await db.query('insert into tally values ($1, $2) on conflict (office) do update set n = tally.n + $2', [
      events[0]?.office,
      events.length,
    ]);
  },
});
const sturdy = counting('sturdy');
const tally = async (name: string) =>
  (await pool.query<{ n: number }>(`select n from rm_${name}.tally`)).rows[0]?.n ?? 0;
const append = (...types: string[]) =>
  Promise.all(
    types.map((type) => {
      const id = newId();
      return store.append({
        office: OFFICE,
        kind: 'thing',
        subject: id,
        expectedVersion: 0,
        commandId: id,
        digest: '',
        recordedAt: new Date(),
        attribution: { actor: 't' },
        events: [{ type, data: {} }],
      });
    }),
  );

beforeAll(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...projectionMigrations, ...parkedMigrations]);
  pool = database.pool();
  store = new EventStore(pool);
  projector = new Projector(pool, store, new Parked(pool), 8);
  await followOffice(pool, OFFICE);
  await projector.install([sturdy], [OFFICE]);
});
afterAll(() => database.close());

it('counts each event once, however many workers try at once', async () => {
  await append(...Array.from({ length: 30 }, () => 'Opened'));
  await Promise.all([1, 2, 3, 4].map(() => projector.catchUp(sturdy, OFFICE)));
  await projector.catchUp(sturdy, OFFICE);
  expect(await tally('sturdy')).toBe(30);
});

it('rebuilds beside the serving one while the log grows, and swaps without a wrong answer', async () => {
  let low = Infinity;
  let done = false;
  const reader = (async () => {
    while (!done) low = Math.min(low, await tally('sturdy'));
  })();
  const growing = append(...Array.from({ length: 50 }, () => 'Opened'));
  await rebuild(pool, projector, sturdy);
  await growing;
  await projector.catchUp(sturdy, OFFICE);
  done = true;
  await reader;
  expect(low).toBeGreaterThanOrEqual(30);
  expect(await tally('sturdy')).toBe(80);
});

it('a query can wait for a position, within bounds', async () => {
  const [last] = await append('Opened');
  const position = last?.position ?? 0;
  await expect(requireReached(pool, OFFICE, 'sturdy', position, 30)).rejects.toThrow('unavailable');
  const waiting = requireReached(pool, OFFICE, 'sturdy', position, 5_000);
  await projector.catchUp(sturdy, OFFICE);
  await waiting;
  await expect(requireReached(pool, OFFICE, 'sturdy', position + 1, 5_000)).rejects.toThrow('invalid_input');
});

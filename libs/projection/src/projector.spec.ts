import { EventStore, eventStoreMigrations } from '#event-store';
import { newId } from '#kernel';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  Projector,
  followOffice,
  projectionMigrations,
  rebuild,
  standings,
  waitForPosition,
  type Projection,
} from './index.js';

const OFFICE = 'xa-thu';
let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let projector: Projector;
let poison = true;

const counting = (name: string): Projection => ({
  name,
  ddl: 'create table tally (office text primary key, n int not null)',
  async apply(db, events) {
    if (name === 'fragile' && poison && events.some(({ type }) => type === 'Poison'))
      throw new Error('can’t read this');
    await db.query('insert into tally values ($1, $2) on conflict (office) do update set n = tally.n + $2', [
      OFFICE,
      events.length,
    ]);
  },
});
const sturdy = counting('sturdy');
const fragile = counting('fragile');
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
  database = await freshDatabase([...eventStoreMigrations, ...projectionMigrations]);
  pool = database.pool();
  store = new EventStore(pool);
  projector = new Projector(pool, store, 8);
  await followOffice(pool, OFFICE);
  await projector.install([sturdy, fragile], [OFFICE]);
});
afterAll(() => database.close());

it('counts each event once, however many workers try at once', async () => {
  await append(...Array.from({ length: 30 }, () => 'Opened'));
  await Promise.all([1, 2, 3, 4].map(() => projector.catchUp(sturdy, OFFICE)));
  await projector.catchUp(sturdy, OFFICE);
  await projector.catchUp(fragile, OFFICE);
  expect([await tally('sturdy'), await tally('fragile')]).toEqual([30, 30]);
});

it('an event it can’t handle stops that projection alone, in sight, and is never skipped', async () => {
  await append('Opened', 'Opened');
  await append('Poison');
  await append('Opened');
  await expect(projector.catchUp(fragile, OFFICE)).rejects.toThrow('can’t read this');
  await projector.catchUp(sturdy, OFFICE);
  expect([await tally('sturdy'), await tally('fragile')]).toEqual([34, 32]);
  expect((await standings(pool)).find(({ projection }) => projection === 'fragile')).toMatchObject({
    error: 'can’t read this',
    behind: 2,
  });
  poison = false;
  await projector.catchUp(fragile, OFFICE);
  expect(await tally('fragile')).toBe(34);
  expect((await standings(pool)).every(({ stoppedAt, behind }) => stoppedAt === null && behind === 0)).toBe(
    true,
  );
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
  expect(low).toBeGreaterThanOrEqual(34);
  expect(await tally('sturdy')).toBe(84);
});

it('a query can wait for a position, within bounds', async () => {
  const [last] = await append('Opened');
  const position = last?.position ?? 0;
  expect(await waitForPosition(pool, OFFICE, 'sturdy', position, 30)).toBe(false);
  const waiting = waitForPosition(pool, OFFICE, 'sturdy', position, 5_000);
  await projector.catchUp(sturdy, OFFICE);
  expect(await waiting).toBe(true);
});

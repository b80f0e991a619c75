import { EventStore, eventStoreMigrations } from '#event-store';
import { inOffice, newId } from '#kernel';
import { Parked, parkedMigrations } from '#parked';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  Projector,
  ReadTogether,
  bringUpToDate,
  hasTodaysShape,
  outdatedModels,
  projectionMigrations,
  rebuild,
  type Projection,
} from './index.js';

const OFFICES = ['xa-1', 'xa-2'];
const nothing = () => undefined;
let database: TestDatabase;
let pool: Pool;
let projector: Projector;
let append: (office: string, ...types: string[]) => Promise<void>;

const counting = (version: number, step: number, more: Partial<Projection> = {}): Projection => ({
  name: 'tally',
  version,
  ddl: 'create table tally (office text primary key, n int not null)',
  async apply(db, events) {
    await db.query('insert into tally values ($1, $2) on conflict (office) do update set n = tally.n + $2', [
      events[0]?.office,
      step * events.length,
    ]);
  },
  ...more,
});
/** Each event counts for one; a later version counts it for ten. */
const first = counting(1, 1);
const second = counting(2, 10);

const tallies = async (...offices: string[]) => {
  const counted: number[] = [];
  for (const office of offices) {
    const { rows } = await inOffice(office, () =>
      pool.query<{ n: number }>('select n from rm_tally.tally where office = $1', [office]),
    );
    counted.push(rows[0]?.n ?? 0);
  }
  return counted;
};
const catchUp = async (model: Projection, ...offices: string[]) => {
  for (const office of offices) await projector.catchUp(model, office);
};

beforeEach(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...projectionMigrations, ...parkedMigrations]);
  pool = database.pool();
  const store = new EventStore(pool);
  append = async (office, ...types) => {
    for (const type of types) {
      const id = newId();
      await store.append({
        office,
        kind: 'thing',
        subject: id,
        expectedVersion: 0,
        commandId: id,
        digest: '',
        recordedAt: new Date(),
        attribution: { actor: 't' },
        events: [{ type, data: {} }],
      });
    }
  };
  projector = new Projector(pool, store, new Parked(pool), 8);
  await projector.install([first], OFFICES);
  await append('xa-1', 'A', 'A', 'A');
  await append('xa-2', 'A');
  await catchUp(first, ...OFFICES);
});
afterEach(() => database.close());

it('a model of a later version is built anew in every office, once', async () => {
  expect(await tallies(...OFFICES)).toEqual([3, 1]);
  expect(await outdatedModels(pool, [first])).toEqual([]);
  expect(await outdatedModels(pool, [second])).toEqual([second]);
  expect(await bringUpToDate(pool, projector, second, nothing)).toBe(true);
  expect(await tallies(...OFFICES)).toEqual([30, 10]);
  expect(await outdatedModels(pool, [second])).toEqual([]);
  let again = 0;
  await bringUpToDate(pool, projector, second, (taken) => (again += taken));
  expect(again).toBe(0);
});

it('tables of before versions were kept are built anew as well', async () => {
  await database.owner().query('update checkpoint set version = 0');
  expect(await outdatedModels(pool, [first])).toEqual([first]);
  await bringUpToDate(pool, projector, first, nothing);
  expect(await outdatedModels(pool, [first])).toEqual([]);
});

it('two processes do not build the same one at once', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => bringUpToDate(pool, projector, second, nothing)));
  expect([one, other].toSorted()).toEqual([false, true]);
  expect(await tallies(...OFFICES)).toEqual([30, 10]);
});

it('the program of before leaves tables of a later version alone, also where it finds nothing of its own', async () => {
  await bringUpToDate(pool, projector, second, nothing);
  await append('xa-1', 'A');
  const before = { projections: [counting(1, 1, { types: ['B'] })], reactions: [] };
  await catchUp(first, 'xa-1');
  await new ReadTogether(pool, new EventStore(pool), projector).run('xa-1', before);
  expect(await tallies('xa-1')).toEqual([30]);
  await catchUp(second, 'xa-1');
  expect(await tallies('xa-1')).toEqual([40]);
});

it('today’s program follows with the tables of before until they are swapped', async () => {
  await append('xa-2', 'A');
  await catchUp(second, 'xa-2');
  expect(await tallies('xa-2')).toEqual([11]);
  await bringUpToDate(pool, projector, second, nothing);
  expect(await tallies('xa-2')).toEqual([20]);
});

it('an office that is founded while a model is built has its rows in the new one', async () => {
  let founding: Promise<void> | undefined;
  await rebuild(pool, projector, second, () => {
    founding ??= (async () => {
      await projector.begin([second], ['xa-3']);
      await append('xa-3', 'A', 'A');
      await catchUp(second, 'xa-3');
    })();
  });
  await founding;
  await catchUp(second, 'xa-3');
  expect(await tallies(...OFFICES, 'xa-3')).toEqual([30, 10, 20]);
});

it('an office that the program of before founds reads by the tables that there are', async () => {
  await bringUpToDate(pool, projector, second, nothing);
  await projector.begin([first], ['xa-3']);
  await append('xa-3', 'A');
  await catchUp(first, 'xa-3');
  await catchUp(second, 'xa-3');
  expect(await tallies('xa-3')).toEqual([10]);
});

it.each([
  ['a column more', 'create table tally (office text primary key, n int not null, m int)', false],
  ['another type', 'create table tally (office text primary key, n bigint not null)', false],
  ['another key', 'create table tally (office text, n int not null, primary key (office, n))', false],
  [
    'one more index',
    'create table tally (office text primary key, n int not null); create index on tally (n)',
    true,
  ],
])('the shape that statements go by: %s', async (_, ddl, same) => {
  expect(await hasTodaysShape(pool, counting(2, 1, { ddl }))).toBe(same);
});

it('tables that nobody reads by are made anew', async () => {
  const wider = counting(1, 1, { name: 'other', ddl: 'create table other (a int)' });
  const today = { ...wider, ddl: 'create table other (a int, b int)' };
  await projector.install([wider], []);
  await projector.install([today], []);
  expect(await hasTodaysShape(pool, today)).toBe(true);
});

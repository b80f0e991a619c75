import { eventStoreMigrations } from '#event-store';
import { inOffice } from '#kernel';
import type pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Parked, TRIES, parkedMigrations, type ParkedWork } from './index.js';

const OFFICE = 'xa-thu';
const work = { office: OFFICE, worker: 'sweep', subject: 's-1', item: 'o-1/miss' };
let database: TestDatabase;
let pool: pg.Pool;
let parked: Parked;
const heard: string[] = [];
const secondsUntil = ({ nextTry, lastFailedAt }: ParkedWork) =>
  nextTry && Math.round((nextTry.getTime() - lastFailedAt.getTime()) / 1_000);

beforeAll(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...parkedMigrations]);
  pool = database.pool();
  parked = new Parked(pool, ({ subject, attempts }, error) =>
    heard.push(`${subject} ${attempts} ${error instanceof Error ? error.message : ''}`),
  );
});
beforeEach(() => pool.query('delete from parked_work'));
afterAll(() => database.close());

it('each failure is heard of, counted, and tried after a longer pause, five seconds to an hour; at last it is parked, in sight', async () => {
  heard.length = 0;
  const pauses: (number | null)[] = [];
  for (let n = 1; n <= TRIES + 1; n += 1)
    pauses.push(secondsUntil(await parked.note(work, 'DeadlineMissed', new Error('no calendar'))));
  expect(pauses).toEqual([
    5,
    10,
    20,
    40,
    80,
    160,
    320,
    640,
    1280,
    2560,
    3600,
    3600,
    3600,
    3600,
    3600,
    3600,
    3600,
    3600,
    3600,
    null,
    null,
  ]);
  expect(heard.slice(0, 2)).toEqual(['s-1 1 no calendar', 's-1 2 no calendar']);
  expect(await parked.list(OFFICE)).toMatchObject([
    { ...work, what: 'DeadlineMissed', error: 'no calendar', attempts: TRIES + 1, nextTry: null },
  ]);
  expect(await parked.figures()).toMatchObject([{ office: OFFICE, worker: 'sweep', waiting: 0, parked: 1 }]);
});

it('what is due is taken by one worker at a time, and comes back where that one is never heard of again', async () => {
  await parked.note(work, 'x', new Error('y'));
  expect(await parked.takeDue(OFFICE, 'sweep', 10)).toEqual([]);
  await pool.query(`update parked_work set next_try = clock_timestamp() - interval '1 second'`);
  expect(await parked.due()).toEqual([{ office: OFFICE, worker: 'sweep' }]);
  const taken = await Promise.all([parked.takeDue(OFFICE, 'sweep', 10), parked.takeDue(OFFICE, 'sweep', 10)]);
  expect(taken.flat()).toMatchObject([{ ...work, what: 'x', error: 'y', attempts: 1 }]);
  expect(await parked.due()).toEqual([]);
  await pool.query(`update parked_work set next_try = next_try - interval '61 seconds'`);
  expect(await parked.takeDue(OFFICE, 'sweep', 10)).toHaveLength(1);
});

it('a person may have it tried at once, by worker and subject; what is settled is gone', async () => {
  await parked.note(work, 'x', new Error('y'));
  await parked.note({ ...work, item: 'o-2/miss' }, 'x', new Error('y'));
  await parked.note({ ...work, subject: 's-2' }, 'x', new Error('y'));
  expect(await parked.retry(OFFICE, 'sealer')).toBe(0);
  expect(await parked.retry(OFFICE, 'sweep', 's-2')).toBe(1);
  expect(await parked.takeDue(OFFICE, 'sweep', 10)).toMatchObject([{ subject: 's-2' }]);
  expect(await parked.retry(OFFICE)).toBe(3);
  await parked.settle(work);
  await parked.settle({ office: OFFICE, worker: 'sweep', subject: 's-2' });
  expect(await parked.list(OFFICE)).toMatchObject([{ subject: 's-1', item: 'o-2/miss' }]);
});

it('an office sees its own alone; figures are of all, without content', async () => {
  await parked.note(work, 'x', new Error('y'));
  await inOffice('xa-khac', async () => {
    await parked.note({ ...work, office: 'xa-khac' }, 'x', new Error('z'));
    expect(await parked.list(OFFICE)).toEqual([]);
    expect(await parked.retry(OFFICE)).toBe(0);
    await expect(parked.note(work, 'x', new Error('y'))).rejects.toThrow('row-level security');
  });
  expect((await parked.figures()).map(({ office }) => office)).toEqual(['xa-khac', OFFICE]);
});

it('an error keeps a bounded sentence the database can hold', async () => {
  await parked.note(work, 'x', new Error(`a\0b${'c'.repeat(9_000)}`));
  const [row] = await parked.list(OFFICE);
  expect(row?.error).toMatch(/^abc+$/);
  expect(row?.error.length).toBe(500);
});

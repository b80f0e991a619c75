import { inOffice, newId } from '#kernel';
import { taskRow } from '#planning';
import type pg from 'pg';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

/** Read across offices on purpose: public (the ledger), or places without content. */
const SHARED = [
  'public.checkpoint',
  'public.followed_office',
  'public.simulated_clock',
  'public.unread_commit',
  'public.next_alarm',
  'public.awaited_year',
  'public.office_year',
  'public.calendar_day',
];

let office: RunningOffice;
let tables: string[];
const count = async (db: Pick<pg.Pool, 'query'>, table: string) =>
  Number((await db.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

beforeAll(async () => {
  office = await runningOffice();
  await office.vault.put('thieu-van', newId(), { phone: '0912345678' });
  const { rows } = await office.database.owner().query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
     where column_name = 'office' and table_schema not in ('ledger', 'queue')`,
  );
  tables = rows.map(({ name }) => name).filter((name) => !SHARED.includes(name));
});
afterAll(() => office.close());

it('whoever forgets the office in a query sees nothing of another office, in any table', async () => {
  const stranger = office.database.pool('xa-khac');
  const nobody = office.database.pool('');
  expect(tables).toEqual(
    expect.arrayContaining([
      'public.event',
      'public.account',
      'vault.fact',
      'rm_task.task',
      'rm_agenda.occurrence',
      'rm_awaited.awaited',
    ]),
  );
  for (const table of tables)
    expect([table, await count(stranger, table), await count(nobody, table)]).toEqual([table, 0, 0]);
  for (const table of ['public.event', 'vault.fact', 'rm_task.task'])
    expect([table, await count(office.runtime.pool, table)]).toEqual([table, expect.any(Number)]);
  expect(await count(office.runtime.pool, 'event')).toBeGreaterThan(100);
});

it('one connection that serves two offices in turn shows each its own', async () => {
  const { pool, source } = office.runtime;
  const both = await Promise.all(
    ['thieu-van', 'xa-khac', 'thieu-van', 'xa-khac'].map((one) =>
      inOffice(one, async () => [await count(pool, 'event'), await source.getRepository(taskRow).count()]),
    ),
  );
  expect(both.map(([events]) => (events ?? 0) > 0)).toEqual([true, false, true, false]);
  expect(both.map(([, tasks]) => tasks)).toEqual([36, 0, 36, 0]);
});

it('nobody writes into another office, nor into the log past its one door', async () => {
  const stranger = office.database.pool('xa-khac');
  await expect(
    stranger.query(
      `insert into session (office, token_hash, person_id, expires_at) values ('thieu-van', 'x', $1, now())`,
      [newId()],
    ),
  ).rejects.toThrow('row-level security');
  await expect(office.runtime.pool.query('insert into event default values')).rejects.toThrow(
    'permission denied',
  );
  await expect(office.runtime.pool.query(`update account set name = 'x'`)).resolves.toBeDefined();
  expect((await stranger.query(`update account set name = 'y'`)).rowCount).toBe(0);
});

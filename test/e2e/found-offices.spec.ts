import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mb } from '../support/mb.js';
import { SETTINGS, client, runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICES = 40;
let office: RunningOffice;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  office = await runningOffice();
  folder = await mkdtemp(join(tmpdir(), 'offices-'));
  env = { ...SETTINGS, DATABASE_URL: office.database.url };
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const found = async (...rows: string[]) => {
  const file = join(folder, 'offices.csv');
  await writeFile(file, ['office,name,superior,chairman', ...rows].join('\n'));
  return mb(['found-offices', file, '--form', 'seeds/offices/thieu-van.json'], env);
};
const signIn = (where: string, username: string, password: string) =>
  client(office.url).post(`/api/v1/offices/${where}/sessions`, { username, password });
const rows = Array.from({ length: OFFICES }, (_, n) => `xa-${n},UBND xã ${n},UBND tỉnh Thử,Lê Thị ${n}`);
const count = async (table: string) =>
  (await office.database.owner().query(`select from ${table} where office like 'xa-%'`)).rowCount;

it('founds nothing where a row of the table can’t be founded, and says which', async () => {
  const { status, err } = await found(rows[0] ?? '', 'Xã Hai,UBND xã Hai,UBND tỉnh Thử,');
  expect([status, err]).toEqual([1, expect.stringContaining('row 3')]);
  expect(await count('followed_office')).toBe(0);
});

it('founds the offices of a table; run again, it changes nothing', async () => {
  expect((await found(...rows)).out).toContain(`${OFFICES} đơn vị`);
  const events = await count('event');
  expect(await count('followed_office')).toBe(OFFICES);
  expect((await found(...rows)).status).toBe(0);
  expect(await count('event')).toBe(events);
  await office.seal();
});

it('nobody signs in before a first password was asked for, which is made once', async () => {
  expect((await signIn('xa-7', 'chairman', '-')).status).toBe(401);
  const { out, status } = await mb(['first-password', 'xa-7', 'chairman'], env);
  expect(status).toBe(0);
  const password = out.trim().split(/\s+/)[1] ?? '';
  expect(await signIn('xa-7', 'chairman', password)).toMatchObject({
    status: 201,
    body: { person: { name: 'Lê Thị 7' } },
  });
  expect((await mb(['first-password', 'xa-7', 'chairman'], env)).status).toBe(1);
  expect((await signIn('xa-8', 'chairman', password)).status).toBe(401);
});

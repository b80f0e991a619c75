import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import {
  DEMO_OFFICE,
  demoForm,
  foundAccounts,
  foundOffice,
  freePort,
  projections,
} from '../../apps/runtime/src/index.js';
import type { Page } from '../support/answers.js';
import {
  PASSWORD,
  SETTINGS,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';
import { ServiceProcess } from '../support/service-process.js';
import { eventually } from '../support/stand-in.js';

const OFFICES = [DEMO_OFFICE, 'xa-hai'];

let office: RunningOffice;
let owner: Pool;
let url: string;
let dataDir: string;
let service: ServiceProcess;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'minh-bach-upgraded-'));
  office = await runningOffice({ env: { DATA_DIR: dataDir } });
  owner = office.database.owner();
  const second = { ...demoForm, office: 'xa-hai' };
  await foundAccounts(office.runtime, second, await foundOffice(office.runtime, second), () => PASSWORD);
  for (const where of OFFICES) await send(office.url, where);
  await office.settled();
  await office.processes[0]?.stop();
});
afterEach(() => service.stop());
afterAll(async () => {
  await office.close();
  await rm(dataDir, { recursive: true, force: true });
});

const send = (at: string, where: string) =>
  client(at).post(`/public/${where}/feedback`, {
    text: `Cống ngập ở thôn số ${Math.random()}`,
    name: 'Lê Văn Dân',
  });

/** The product of today on what was left of before; ready or not. */
const start = async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const env = { ...SETTINGS, DATABASE_URL: office.database.url, DATA_DIR: dataDir, PORT: String(port) };
  service = new ServiceProcess('cli/src/main.js', ['start'], env);
};
const isReady = () =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
const heads = (): Promise<Client[]> =>
  Promise.all(
    OFFICES.map(async (where) => {
      const proof = { username: 'head-of-office', password: PASSWORD };
      const { body } = await client(url).post<{ token: string }>(`/api/v1/offices/${where}/sessions`, proof);
      return client(url, body.token);
    }),
  );
/** Until when the feedback of each office is due, as its list says; what is no list is told. */
const dues = (of: Client[]) =>
  Promise.all(
    of.map(async (head) => {
      const { status, body } = await head.get<Page<{ due: string }>>('/api/v1/feedback');
      return status === 200 ? body.items.map(({ due }) => due.slice(0, 10)).toSorted() : [status];
    }),
  );
const outdated = async () =>
  (
    await owner.query<{ name: string }>(
      `select distinct projection as name from checkpoint
       where version = 0 and generation = 'live' and projection = any($1)`,
      [projections.map(({ name }) => name)],
    )
  ).rowCount;
/** Holds the feedback's places: what is built beside its list can't be swapped until then. */
const heldBack = async () => {
  const brake = await owner.connect();
  await brake.query(
    `begin; select from checkpoint where projection = 'feedback' and generation = 'live' for update`,
  );
  return async () => {
    await brake.query('commit');
    brake.release();
  };
};
const builtBeside = async () =>
  (
    await owner
      .query<{ n: string }>('select count(distinct office) as n from rm_feedback_next.feedback')
      .catch(() => ({ rows: [] }))
  ).rows[0]?.n === '2';
/** The connection that waits to swap what it has built. */
const builder = async () =>
  (
    await owner.query<{ pid: number }>(
      `select pid from pg_locks join pg_stat_activity using (pid)
       where locktype = 'transactionid' and not granted and datname = current_database()`,
    )
  ).rows[0]?.pid;

it('what the version before kept for reading is built anew beside it and swapped, in every office, and lists answer all the while', async () => {
  await owner.query(`update checkpoint set version = 0`);
  await owner.query(`update rm_feedback.feedback set due = due + interval '1 day'`);
  const letGo = await heldBack();
  await start();
  await eventually(isReady);
  const asked = await heads();
  await eventually(builtBeside);
  expect(await dues(asked)).toEqual([['2025-01-24'], ['2025-01-24']]);
  const answers = OFFICES.map(() => new Set<string>());
  let swapped = false;
  const reading = (async () => {
    while (!swapped) (await dues(asked)).forEach((list, n) => answers[n]?.add(list.join()));
  })();
  expect((await send(url, 'xa-hai')).status).toBe(201);
  await letGo();
  await eventually(async () => (await outdated()) === 0);
  await eventually(async () => (await dues(asked))[1]?.length === 2);
  swapped = true;
  await reading;
  expect(await dues(asked)).toEqual([['2025-01-23'], ['2025-01-23', '2025-01-23']]);
  const [old, today] = ['2025-01-24', '2025-01-23'];
  const right = [
    [old, today],
    [old, today, `${today},${today}`],
  ];
  expect(answers.map((seen, n) => [...seen].filter((list) => !right[n]?.includes(list)))).toEqual([[], []]);
}, 120_000);

it('where today’s tables have another shape nobody is let in before they are there, also where building them is broken off', async () => {
  await owner.query(`update checkpoint set version = 0 where projection = 'feedback'`);
  await owner.query(`alter table rm_feedback.feedback rename column due to due_on`);
  const letGo = await heldBack();
  await start();
  await eventually(async () => (await builtBeside()) && (await builder()) !== undefined);
  expect(await isReady()).toBe(false);
  const first = await builder();
  await owner.query('select pg_terminate_backend($1)', [first]);
  await eventually(async () => ![undefined, first].includes(await builder()));
  await letGo();
  await eventually(isReady);
  expect(await dues(await heads())).toEqual([['2025-01-23'], ['2025-01-23', '2025-01-23']]);
  expect(await outdated()).toBe(0);
}, 120_000);

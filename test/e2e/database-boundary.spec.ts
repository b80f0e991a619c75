import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { serviceUrlOf } from '../../apps/runtime/src/index.js';
import { startService, type Service } from '../support/service.js';

const MARK = 'kho-bau-cua-xa-0123456789';
let service: Service;
let seenByOthers: string[];

beforeAll(async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'minh-bach-temporary-'));
  const seen = new Set<string>();
  const look = setInterval(() => {
    void readdir(temporary).then(async (names) => {
      for (const name of names.filter((one) => one.startsWith('pg-password-'))) {
        const { mode } = await stat(join(temporary, name)).catch(() => ({ mode: 0 }));
        if ((mode & 0o077) !== 0) seen.add(name);
      }
    });
  }, 5);
  service = await startService({ TMPDIR: temporary, SCAN_URL: `http://127.0.0.1:9/${MARK}` });
  await service.announced;
  clearInterval(look);
  await rm(temporary, { recursive: true, force: true });
  seenByOthers = [...seen];
}, 180_000);
afterAll(() => service.stop());

it('the password that the database is made with lies in no file that others may read, not for a moment', () => {
  expect(seenByOthers).toEqual([]);
});

it('nothing of what the service was told in its environment is in the database’s', async () => {
  const [pid] = (await readFile(join(service.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1');
  expect(environment).toContain('PATH=');
  expect(environment).not.toContain(MARK);
});

it('the worker’s environment, which others may read, holds no way into the database', async () => {
  const environment = await readFile(`/proc/${await workerOf(service.pid)}/environ`, 'latin1');
  expect(environment).toContain('PATH=');
  expect(environment).not.toMatch(/postgres(ql)?:\/\//);
});

it('the ledger of an office is written while working for that office alone', async () => {
  const db = new pg.Client({ connectionString: await ownersUrl(), options: '-c role=minh_bach_app' });
  await db.connect();
  const touched = async () => (await db.query('update ledger.head set alarm = alarm')).rowCount;
  try {
    await db.query(`set minh_bach.office = 'xa-khac'`);
    expect(await touched()).toBe(0);
    expect((await db.query('select from ledger.head')).rowCount).toBe(1);
    await db.query(`set minh_bach.office = 'thieu-van'`);
    expect(await touched()).toBe(1);
  } finally {
    await db.end();
  }
});

/** Where the database's owner comes in. */
async function ownersUrl(): Promise<string> {
  const lines = (await readFile(join(service.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  const password = (await readFile(join(service.dataDir, 'postgres-password'), 'utf8')).trim();
  return `postgres://minh_bach:${password}@127.0.0.1:${lines[3]}/postgres`;
}

/** The worker beside an API. */
async function workerOf(api: number): Promise<number> {
  const children = (await readFile(`/proc/${api}/task/${api}/children`, 'utf8'))
    .trim()
    .split(' ')
    .map(Number);
  for (const pid of children)
    if ((await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('worker/src/main.js')) return pid;
  throw new Error('no worker');
}

describe('what the service logs in with', () => {
  let db: pg.Client;
  beforeAll(async () => {
    db = new pg.Client({ connectionString: serviceUrlOf(await ownersUrl()) });
    await db.connect();
  });
  afterAll(() => db.end());

  it.each([
    ['become the owner', 'set role minh_bach'],
    ['become the server’s superuser', 'set session authorization minh_bach'],
    ['run a program', `copy (select 1) to program 'true'`],
    ['read a file of the server', `select pg_read_file('postgresql.conf')`],
    ['rewrite the log', `update event set actor = 'x'`],
    ['insert into the log past its door', 'insert into event overriding system value select * from event'],
    ['let itself bypass row-level security', 'alter role current_user bypassrls'],
    ['make a role', 'create role strangers'],
  ])('can’t %s', async (_what, sql) => {
    await expect(db.query(sql)).rejects.toThrow(/permission denied|must have|final|only roles/i);
  });

  it('sees nothing of an office that it does not work in', async () => {
    await db.query(`set minh_bach.office = 'xa-khac'`);
    expect((await db.query('select from event')).rowCount).toBe(0);
    await db.query(`set minh_bach.office = 'thieu-van'`);
    expect((await db.query('select from event limit 1')).rowCount).toBe(1);
  });
});

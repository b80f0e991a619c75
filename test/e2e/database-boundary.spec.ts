import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
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

it('the ledger of an office is written while working for that office alone', async () => {
  const lines = (await readFile(join(service.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  const password = (await readFile(join(service.dataDir, 'postgres-password'), 'utf8')).trim();
  const db = new pg.Client({
    connectionString: `postgres://minh_bach:${password}@127.0.0.1:${lines[3]}/postgres`,
    options: '-c role=minh_bach_app',
  });
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

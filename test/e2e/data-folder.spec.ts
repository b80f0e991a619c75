import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, TaskItem } from '../support/answers.js';
import { mb } from '../support/mb.js';
import { client } from '../support/running-office.js';
import { startService, type Service } from '../support/service.js';
import { eventually } from '../support/stand-in.js';

const PASSWORD = 'mat-khau-thu-nghiem';
const asRoot = process.getuid?.() === 0 ? it : it.skip;

const postmaster = async (dataDir: string) =>
  Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const tasksOf = async ({ url }: Service) => {
  const proof = { username: 'chairman', password: PASSWORD };
  const { body } = await client(url).post<{ token: string }>('/api/v1/sessions', proof);
  return (await client(url, body.token).get<Page<TaskItem>>('/api/v1/tasks?limit=100')).body.items;
};

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'minh-bach-folders-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

it('a service that is killed leaves no PostgreSQL behind, and goes on from its folder', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'minh-bach-data-'));
  const killed = await startService({ DEMO_PASSWORD: PASSWORD }, dataDir);
  await killed.announced;
  const pid = await postmaster(dataDir);
  expect(isThere(pid)).toBe(true);
  await killed.kill();
  await eventually(() => !isThere(pid));
  const again = await startService({ DEMO_PASSWORD: PASSWORD }, dataDir);
  try {
    await again.announced;
    await eventually(async () => (await tasksOf(again)).length === 36);
  } finally {
    await again.stop();
  }
}, 180_000);

asRoot('a folder that the database’s user can’t come to is named, with what to do', async () => {
  // `scratch` lets in its owner alone, as mkdtemp makes it.
  const dataDir = join(scratch, 'inner', 'data');
  const { status, err } = await mb(['migrate'], { DATA_DIR: dataDir });
  expect([status, err]).toEqual([1, expect.stringContaining(`thư mục ${scratch} không cho`)]);
  expect(err).toContain(`chmod o+x ${scratch}`);
  expect(err).not.toContain('initdb');
});

it('a folder that can’t be made is named, with what to do', async () => {
  const file = join(scratch, 'a-file');
  await writeFile(file, '');
  const { status, err } = await mb(['migrate'], { DATA_DIR: join(file, 'data') });
  expect([status, err]).toEqual([1, expect.stringContaining(`DATA_DIR ${join(file, 'data')} can't be made`)]);
});

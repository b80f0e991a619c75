import { ReadingSeals } from '#persons';
import { checkReadings, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import {
  PASSWORD,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';

const OFFICE = 'thieu-van';
interface Line {
  personId?: string;
  readings: number;
  purposes: string[];
  acts: string[];
  sealed: boolean;
  vi: string;
  en: string;
  complete?: boolean;
  people?: number;
}

let office: RunningOffice;
let justice: Client;
let justiceId: string;
let stolen: Client;
let system: Client;
let tokenId: string;
const people: string[] = [];

const read = async (as: Client, n: number, purpose: string) =>
  expect((await as.get(`/api/v1/persons/${people[n]}?purpose=${encodeURIComponent(purpose)}`)).status).toBe(
    200,
  );

beforeAll(async () => {
  office = await runningOffice();
  justice = await office.as('justice');
  justiceId = (await justice.get<{ id: string }>('/api/v1/sessions/me')).body.id;
  for (let n = 0; n < 4; n += 1) {
    const registered = await justice.post<Written & { personId: string }>('/api/v1/persons', {
      unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'),
      name: `Người thứ ${n}`,
    });
    people.push(registered.body.personId);
  }
  const { token } = (
    await client(office.url).post<{ token: string }>('/api/v1/sessions', {
      username: 'justice',
      password: PASSWORD,
    })
  ).body;
  stolen = client(office.url, token);
  const issued = await (
    await office.as('admin')
  ).post<{ token: string; tokenId: string }>('/api/v1/api-tokens', {
    ...{ name: 'Phần mềm hộ tịch', personId: justiceId, scopes: ['read'] },
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  ({ tokenId } = issued.body);
  system = client(office.url, issued.body.token);
  await read(justice, 0, 'Xác minh');
  await read(stolen, 1, 'Tò mò');
  await read(stolen, 1, 'Tò mò lần nữa');
  await read(system, 2, 'Đối soát');
});
afterAll(() => office.close());

const DAY = { from: '2025-01-02T00:00:00+07:00', to: '2025-01-03T00:00:00+07:00' };
const report = async (by: string, id: string, over: object = {}, as = 'admin') =>
  (await office.as(as)).post<string & Problem>('/api/v1/persons/readings/breaches', {
    ...{ by, id, ...DAY, purpose: 'Mất máy tính xách tay' },
    ...over,
  });
async function reached(by: string, id: string, over: object = {}): Promise<Line[]> {
  const { status, body } = await report(by, id, over);
  expect(status).toBe(201);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const last = lines.pop();
  expect(last).toMatchObject({ complete: true, people: lines.length });
  return lines;
}
const idsOf = (lines: Line[]) => lines.map(({ personId }) => personId);

it('a stolen session: those whom it read, and nobody that its owner read elsewhere', async () => {
  const { items } = (await stolen.get<{ items: { id: string; current: boolean }[] }>('/api/v1/sessions'))
    .body;
  const lines = await reached('session', items.find(({ current }) => current)!.id);
  expect(idsOf(lines)).toEqual([people[1]]);
  expect(lines[0]).toMatchObject({ readings: 2, purposes: ['Tò mò', 'Tò mò lần nữa'], acts: [] });
  expect(lines[0]?.vi).toMatch(/^Dữ liệu bị xem 2 lần, thay đổi bằng 0 loại việc, từ .*02\/01\/2025/);
  expect(lines[0]?.en).toMatch(/^Read 2 times, changed by 0 kinds of acts, from /);
});

it('a token: those whom it read', async () => {
  const lines = await reached('token', tokenId);
  expect(lines.map(({ personId, purposes }) => [personId, purposes])).toEqual([[people[2], ['Đối soát']]]);
});

it('a person: all whom they read, by whatever way, and whose record they changed', async () => {
  const lines = await reached('person', justiceId);
  expect(idsOf(lines).toSorted()).toEqual(people.toSorted());
  const of = (n: number) => lines.find(({ personId }) => personId === people[n]);
  expect(of(3)).toMatchObject({ readings: 0, acts: ['PersonRegistered'] });
  expect(of(1)).toMatchObject({ readings: 2, acts: ['PersonRegistered'] });
});

it('in that time alone', async () => {
  const before = { from: '2025-01-01T00:00:00+07:00', to: '2025-01-02T00:00:00+07:00' };
  expect(await reached('person', justiceId, before)).toEqual([]);
  const backwards = { from: DAY.to, to: DAY.from };
  expect((await report('person', justiceId, backwards)).body.code).toBe('time_backwards');
});

it('the log vouches for which session it was', async () => {
  const { pool, aggregates, clock } = office.runtime;
  await new ReadingSeals(pool, aggregates, clock).seal(OFFICE);
  await office.seal();
  expect((await reached('person', justiceId)).every(({ sealed }) => sealed)).toBe(true);
  expect(await checkReadings(office.runtime, OFFICE)).toEqual([]);
  await office.database.owner().query('update vault.reading set via = null where via = $1', [tokenId]);
  expect((await checkReadings(office.runtime, OFFICE))[0]?.code).toBe('readings_changed');
});

it('who asks is in the trail, and nobody else may', async () => {
  await office.settled();
  const { items } = (await justice.get<Page<Entry>>('/api/v1/audit?type=BreachTold')).body;
  expect(items.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringMatching(
      /Quản trị hệ thống lập báo cáo dữ liệu cá nhân đã bị xem bởi Hoàng Văn Luật từ .*: Mất máy tính/,
    ),
  );
  for (const username of ['justice', 'chairman', 'head-of-office'])
    expect((await report('person', justiceId, {}, username)).body.code).toBe('not_open_to_role');
});

it('however many they are, each once and none left out', async () => {
  await office.database.owner().query(
    `insert into vault.reading (office, at, reader, person_id, names, purpose)
     select $1, '2025-01-02 09:00+07', 'nguoi-doc', gen_random_uuid(), '{}', 'x' from generate_series(1, 1100)`,
    [OFFICE],
  );
  const reader = crypto.randomUUID();
  await office.database
    .owner()
    .query(`update vault.reading set reader = $1 where reader = 'nguoi-doc'`, [reader]);
  const lines = await reached('person', reader);
  expect(new Set(idsOf(lines)).size).toBe(1100);
});

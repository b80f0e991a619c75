import { randomUUID } from 'node:crypto';
import { apiProcess } from '../support/api-process.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const TOKEN = 'nguoi-truc-he-thong-2025';
let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice({ env: { LOG_LEVEL: 'info' } });
});
afterAll(() => office.close());

it('no answer is kept on the way unless it says that it may be', async () => {
  const headers = { authorization: `Bearer ${await office.tokenOf('justice')}` };
  for (const path of ['/api/v1/tasks', '/api/v1/sessions/me', '/api/v1/dossiers', '/readyz', '/nowhere'])
    expect([path, (await fetch(office.url + path, { headers })).headers.get('cache-control')]).toEqual([
      path,
      'no-store',
    ]);
  const checkpoint = await fetch(`${office.url}/ledger/thieu-van/checkpoint`);
  expect(checkpoint.headers.get('cache-control')).toBe('public, max-age=1');
});

it('what is left to a stranger, and to an official of what costs much, is said on each answer', async () => {
  const read = async (path: string, headers = {}) => (await fetch(office.url + path, { headers })).headers;
  const left = (headers: Headers) =>
    Number(/^"\w+";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1]);
  const first = await read('/public/thieu-van/procedures');
  expect(first.get('ratelimit-policy')).toBe('"reads";q=1200;w=60');
  expect(left(await read('/public/thieu-van/procedures'))).toBe(left(first) - 1);

  const authorization = `Bearer ${await office.tokenOf('oversight')}`;
  const dear = await read('/api/v1/audit/export.csv?limit=1', { authorization });
  expect([dear.get('ratelimit-policy'), left(dear)]).toEqual(['"costs";q=600;w=60', 540]);
  expect((await read('/api/v1/tasks', { authorization })).get('ratelimit')).toBeNull();
});

it('what a request is named from outside is a short name or none', async () => {
  const nameOf = async (given: string) => {
    const answer = await fetch(`${office.url}/api/v1/tasks`, { headers: { 'x-request-id': given } });
    return ((await answer.json()) as { instance: string }).instance;
  };
  const id = randomUUID();
  expect(await nameOf(id)).toBe(id);
  expect(await nameOf('x'.repeat(4_000))).toMatch(/^[0-9a-f-]{36}$/);
});

it('a log line of a refusal has the path alone, without what was asked', async () => {
  await client(office.url).get(
    '/api/v1/persons/0199c2a8-0000-7000-8000-000000000000?purpose=chuyện-riêng-của-dân',
  );
  await eventually(() => office.output().includes('/api/v1/persons/0199c2a8-0000-7000-8000-000000000000'));
  expect(office.output()).not.toContain('purpose');
});

it('figures and what is wrong are for who watches over the service, not for who comes through a proxy', async () => {
  const through = { 'x-forwarded-for': '203.0.113.9' };
  expect((await fetch(`${office.url}/metrics`)).status).toBe(200);
  expect((await fetch(`${office.url}/metrics`, { headers: through })).status).toBe(404);
  const seen = (await (await fetch(`${office.url}/readyz`, { headers: through })).json()) as object;
  expect(Object.keys(seen)).toEqual(['status']);
});

it('where a token for operators is set, it is asked for', async () => {
  const guarded = await apiProcess(office.runtime.databaseUrl, { OPERATIONS_TOKEN: TOKEN });
  try {
    const status = async (headers: Record<string, string>) =>
      (await fetch(`${guarded.url}/metrics`, { headers })).status;
    expect(await status({})).toBe(404);
    expect(await status({ authorization: `Bearer ${TOKEN}x` })).toBe(404);
    expect(await status({ authorization: `Bearer ${TOKEN}` })).toBe(200);
  } finally {
    await guarded.stop();
  }
});

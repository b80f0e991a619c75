import type { Page, Problem } from '../support/answers.js';
import { PASSWORD, client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { waitAfter } from '#organisation';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const signIn = (username: string, password: string) =>
  client(office.url).post<Problem & { token: string; values: { seconds: number } }>('/api/v1/sessions', {
    username,
    password,
  });

it('guessing is slowed down more with each try, told for how long, and ends with the right password', async () => {
  expect([1, 4, 5, 6, 8, 30].map(waitAfter)).toEqual([0, 0, 2, 4, 16, 900]);
  for (let n = 1; n <= 5; n += 1) expect((await signIn('land', 'sai')).body.code).toBe('wrong_credentials');
  const blocked = await signIn('land', PASSWORD);
  expect([blocked.status, blocked.body.code]).toEqual([429, 'too_many_tries']);
  expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await signIn('culture', PASSWORD)).status).toBe(201); // nobody else waits
  await office.database.owner().query(`update sign_in_failure set blocked_until = now()`);
  expect((await signIn('land', 'sai')).body.code).toBe('wrong_credentials');
  await office.database.owner().query(`update sign_in_failure set blocked_until = now()`);
  expect((await signIn('land', PASSWORD)).status).toBe(201);
  const { rows } = await office.database.owner().query(`select from sign_in_failure where username = 'land'`);
  expect(rows).toEqual([]);
});

it('guessing from one address does not lock the person out at another', async () => {
  await office.database
    .owner()
    .query(
      `insert into sign_in_failure values ('thieu-van', 'finance', '203.0.113.9', 40, now() + interval '15 minutes')`,
    );
  expect((await signIn('finance', PASSWORD)).status).toBe(201);
});

it('a person sees their sessions and ends one; nobody ends another’s', async () => {
  const [first, second] = [await signIn('police', PASSWORD), await signIn('police', PASSWORD)];
  const [here, there] = [client(office.url, first.body.token), client(office.url, second.body.token)];
  const { items } = (
    await here.get<Page<{ id: string; current: boolean; address: string }>>('/api/v1/sessions')
  ).body;
  expect(items.map(({ current }) => current)).toEqual([false, true]);
  expect(items[0]?.address).toBe('127.0.0.1');
  const end = (token: string, id?: string) =>
    fetch(`${office.url}/api/v1/sessions/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
  const stranger = await signIn('finance', PASSWORD);
  expect((await end(stranger.body.token, items[0]?.id)).status).toBe(404);
  expect((await there.get('/api/v1/sessions/me')).status).toBe(200);
  expect((await end(first.body.token, items[0]?.id)).status).toBe(204);
  expect((await there.get<Problem>('/api/v1/sessions/me')).body.code).toBe('unauthenticated');
  expect((await here.get('/api/v1/sessions/me')).status).toBe(200);
});

it('pages and answers carry strict headers', async () => {
  const page = await fetch(office.url);
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self'; /,
  );
  const answer = await fetch(`${office.url}/readyz`);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const name of [
    'x-content-type-options',
    'x-frame-options',
    'referrer-policy',
    'strict-transport-security',
  ])
    expect(answer.headers.get(name)).not.toBeNull();
});

describe('passwords', () => {
  it.each([
    ['ngắn', 'too short'],
    ['password123456', 'breached'],
    ['iloveyou2025!!', 'breached'],
    ['land-land-land-land', 'username'],
    ['aaaaaaaabbbbbbbb', 'few different'],
  ])('%s is refused', async (next, why) => {
    const land = await office.as('land');
    const { body, status } = await land.post<Problem & { detail: string }>('/api/v1/sessions/me/password', {
      current: PASSWORD,
      next,
    });
    expect([status, body.code]).toEqual([422, 'password_weak']);
    expect(body.detail).toContain(why.split(' ')[0] === 'too' ? 'quá ngắn' : why);
  });

  it('a changed one ends every other session; the old one is worth nothing', async () => {
    const [here, there] = [
      (await signIn('finance', PASSWORD)).body,
      (await signIn('finance', PASSWORD)).body,
    ];
    const next = 'cày sâu cuốc bẫm 2025';
    const change = (current: string) =>
      client(office.url, here.token).post<Problem>('/api/v1/sessions/me/password', { current, next });
    expect((await change('sai')).body.code).toBe('wrong_credentials');
    expect((await change(PASSWORD)).status).toBe(204);
    expect((await client(office.url, there.token).get('/api/v1/sessions/me')).status).toBe(401);
    expect((await client(office.url, here.token).get('/api/v1/sessions/me')).status).toBe(200);
    expect((await signIn('finance', PASSWORD)).status).toBe(401);
    expect((await signIn('finance', next)).status).toBe(201);
  });
});

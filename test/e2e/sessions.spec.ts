import type { Page, Problem, TaskItem } from '../support/answers.js';
import { PASSWORD, client, runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const signIn = (username: string) =>
  client(office.url).post<{ token: string }>('/api/v1/sessions', { username, password: PASSWORD });

describe('sessions', () => {
  it('end when left alone, and after their day', async () => {
    for (const change of [`last_seen_at = now() - interval '3 hours'`, `expires_at = now()`]) {
      const { token } = (await signIn('culture')).body;
      await office.database
        .owner()
        .query(
          `update session set ${change} where person_id = (select person_id from account where username = 'culture')`,
        );
      expect((await client(office.url, token).get<Problem>('/api/v1/sessions/me')).body.code).toBe(
        'unauthenticated',
      );
    }
  });

  it('what a page was opened for is not done by the session of somebody else', async () => {
    const { token, person } = (
      await client(office.url).post<{ token: string; person: { id: string } }>('/api/v1/sessions', {
        username: 'desk',
        password: PASSWORD,
      })
    ).body;
    const desk = client(office.url, token);
    const own = { 'signed-in-as': person.id };
    const others = { 'signed-in-as': '0199c2a8-0000-7000-8000-000000000000' };
    const { items } = (await desk.get<Page<TaskItem>>('/api/v1/tasks?limit=1', own)).body;
    expect(items).toHaveLength(1);
    for (const again of ['first', 'known by now']) {
      const { status, body } = await desk.get<Problem>('/api/v1/tasks?limit=1', others);
      expect([again, status, body.code]).toEqual([again, 403, 'signed_in_as_another']);
    }
    const act = await desk.post<Problem>('/api/v1/dossiers', {}, others);
    expect([act.status, act.body.code]).toEqual([403, 'signed_in_as_another']);
  });

  it('a token that somebody planted, forged or sent without its name opens nothing', async () => {
    const forged = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of [
      `thieu-van.${'A'.repeat(43)}`,
      `${forged}.${forged}.`,
      'undefined',
      '.',
      `thieu-van.${'A'.repeat(400)}`,
      `../../etc.${'A'.repeat(43)}`,
      `thieu-van.mbt_${'A'.repeat(43)}`,
    ])
      expect([token, (await client(office.url, token).get('/api/v1/tasks')).status]).toEqual([token, 401]);
    const before = await signIn('culture');
    const again = await signIn('culture');
    expect(again.body.token).not.toBe(before.body.token); // nothing a client sends becomes the session
  });

  it('by cookie: not readable, this host only, and not for pages of strangers', async () => {
    const answer = await fetch(`${office.url}/api/v1/sessions?transport=cookie`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'justice', password: PASSWORD }),
    });
    const [set = ''] = answer.headers.getSetCookie();
    expect(await answer.json()).not.toHaveProperty('token');
    expect(set).toMatch(
      /^__Host-minh-bach=thieu-van\.[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Expires=/,
    );
    const cookie = set.split(';')[0] ?? '';
    const tasks = await fetch(`${office.url}/api/v1/tasks?lead=me&limit=1`, { headers: { cookie } });
    const { id } = ((await tasks.json()) as Page<TaskItem>).items[0]!;
    const report = async (headers: Record<string, string>) => {
      const sent = await fetch(`${office.url}/api/v1/tasks/${id}/progress-reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body: JSON.stringify({ percent: 5, text: 'Đã làm.' }),
      });
      return [sent.status, ((await sent.json()) as Problem).code];
    };
    expect(await report({})).toEqual([403, 'cross_site']);
    expect(await report({ 'sec-fetch-site': 'cross-site' })).toEqual([403, 'cross_site']);
    expect(await report({ 'sec-fetch-site': 'same-site' })).toEqual([403, 'cross_site']);
    expect(await report({ origin: 'https://evil.example' })).toEqual([403, 'cross_site']);
    expect((await report({ 'sec-fetch-site': 'same-origin' }))[0]).toBe(201);
    expect((await report({ origin: office.url }))[0]).toBe(201);
    const out = await fetch(`${office.url}/api/v1/sessions`, {
      method: 'DELETE',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await fetch(`${office.url}/api/v1/tasks`, { headers: { cookie } })).status).toBe(401);
  });
});

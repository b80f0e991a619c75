import { Secret, TOTP } from 'otpauth';
import type { Entry, Page, Problem, TaskItem } from '../support/answers.js';
import {
  PASSWORD,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';
import { Browser, signOnProvider, type SignOnProvider } from '../support/sign-on-provider.js';

let office: RunningOffice;
let provider: SignOnProvider;
beforeAll(async () => {
  office = await runningOffice({
    env: async (url) => {
      provider = await signOnProvider(`${url}/api/v1/sessions/single-sign-on/return`);
      return {
        SECOND_FACTOR: 'leaders',
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
      };
    },
  });
});
afterAll(async () => {
  await office.close();
  await provider.close();
});

interface Session {
  token: string;
  code: string;
}
const signIn = (username: string, over: object = {}, query = '') =>
  client(office.url).post<Session>(`/api/v1/sessions${query}`, { username, password: PASSWORD, ...over });
const idOf = async (as: Client) => (await as.get<{ id: string }>('/api/v1/sessions/me')).body.id;
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

describe('a second factor', () => {
  let secret = '';
  it('is asked of leaders: without one they may only enrol', async () => {
    const chairman = await office.as('chairman');
    expect((await chairman.get<Problem>('/api/v1/tasks')).body.code).toBe('second_factor_required');
    expect((await (await office.as('justice')).get('/api/v1/tasks')).status).toBe(200);
    const enrolled = await chairman.post<{ secret: string; uri: string }>(
      '/api/v1/sessions/me/second-factor',
      {},
    );
    ({ secret } = enrolled.body);
    expect(enrolled.body.uri).toMatch(/^otpauth:\/\/totp\/Minh%20B%E1%BA%A1ch:chairman\?/);
    const confirm = (code: string) =>
      chairman.post<Session>('/api/v1/sessions/me/second-factor/confirmation', { code });
    expect((await confirm('000000')).body.code).toBe('wrong_code');
    const fresh = (await confirm(codeOf(secret, -1))).body;
    expect((await client(office.url, fresh.token).get('/api/v1/tasks')).status).toBe(200);
    expect((await chairman.get('/api/v1/sessions/me')).status).toBe(401); // the old session is rotated away
  });

  it('is needed from then on, and a code counts once', async () => {
    expect((await signIn('chairman')).body.code).toBe('second_factor_needed');
    expect((await signIn('chairman', { code: '123456' })).body.code).toBe('wrong_code');
    const code = codeOf(secret);
    expect((await signIn('chairman', { code, password: 'sai' })).body.code).toBe('wrong_credentials');
    const first = await signIn('chairman', { code });
    expect(first.status).toBe(201);
    expect((await signIn('chairman', { code })).body.code).toBe('wrong_code');
    const here = client(office.url, first.body.token);
    expect((await here.get('/api/v1/tasks')).status).toBe(200);
    // Whoever sits at an open session puts no factor of their own in its place.
    const replace = (body: object) => here.post<Problem>('/api/v1/sessions/me/second-factor', body);
    expect((await replace({})).body.code).toBe('second_factor_needed');
    expect((await replace({ code: '000000' })).body.code).toBe('wrong_code');
    const asShown = codeOf(secret, 1).replace(/^.../, '$& '); // L: authenticators show it in two halves
    expect((await replace({ code: asShown })).status).toBe(201);
  });
});

describe('single sign-on', () => {
  const start = () => `${office.url}/api/v1/sessions/single-sign-on`;
  it('lets in whom the provider vouches for, once their identity is linked', async () => {
    const stranger = await new Browser().signOn(start(), 'luat@tinh.example');
    expect([stranger.status, (JSON.parse(stranger.text) as Problem).code]).toEqual([403, 'identity_unknown']);
    const admin = await strongAdmin();
    const justice = await idOf(await office.as('justice'));
    const link = { issuer: provider.issuer, subject: 'luat@tinh.example' };
    expect((await admin.post(`/api/v1/accounts/${justice}/identities`, link)).status).toBe(201);
    const browser = new Browser();
    const page = await browser.signOn(start(), 'luat@tinh.example');
    expect([page.status, new URL(page.url).pathname]).toEqual([200, '/app/']);
    const token = browser.cookie(office.url, '__Host-minh-bach');
    expect(await idOf(client(office.url, token))).toBe(justice);
  });

  it('refuses an answer that was not asked for, or belongs to another browser', async () => {
    const back = `${start()}/return?code=x&state=y&iss=${encodeURIComponent(provider.issuer)}`;
    for (const cookie of ['', '__Host-minh-bach-sign-on=other~nonce~verifier']) {
      const answer = await fetch(back, { headers: { cookie } });
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([401, 'sign_on_failed']);
    }
  });
});

describe('tokens of systems', () => {
  it('act for their person within their scopes, until their day, and are named in the trail', async () => {
    const admin = await strongAdmin();
    const justice = await office.as('justice');
    const personId = await idOf(justice);
    const issue = (over: object = {}) =>
      admin.post<{ token: string; tokenId: string } & Problem>('/api/v1/api-tokens', {
        name: 'Phần mềm hộ tịch',
        personId,
        scopes: ['read', 'ReportTaskProgress'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        ...over,
      });
    expect((await issue({ scopes: ['Everything'] })).body.code).toBe('invalid_input');
    expect((await issue({ expiresAt: '2020-01-01T00:00:00Z' })).body.code).toBe('invalid_input');
    for (const act of ['ApprovePlan', 'SignResult', 'GiveDelegation'])
      expect((await issue({ scopes: [act] })).body.code).toBe('invalid_input');
    const { token, tokenId } = (await issue()).body;
    const system = client(office.url, token);
    const { id } = (await system.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1')).body.items[0]!;
    expect(
      (await system.post(`/api/v1/tasks/${id}/progress-reports`, { percent: 7, text: 'Tự động.' })).status,
    ).toBe(201);
    const { rows } = await office.database
      .owner()
      .query<{ token: string; actor: string }>(
        `select actor, meta ->> 'token' as token from event where meta ? 'token'`,
      );
    expect(rows).toEqual([{ actor: tokenId, token: tokenId }]); // the system itself, on behalf of its person
    const { items } = (
      await justice.get<Page<Entry & { onBehalfOf: string }>>(`/api/v1/audit?subject=${id}&actor=${tokenId}`)
    ).body;
    expect(items.map(({ type, onBehalfOf }) => [type, onBehalfOf])).toEqual([
      ['TaskProgressReported', personId],
    ]);
    expect(items[0]?.sentence).toContain('Phần mềm hộ tịch');
    const acknowledge = await system.post<Problem>(`/api/v1/tasks/${id}/acknowledgement`, {});
    expect([acknowledge.status, acknowledge.body.code]).toEqual([403, 'token_scope']);
    expect((await system.post<Problem>('/api/v1/sessions/me/second-factor', {})).body.code).toBe(
      'token_scope',
    );
    expect(
      (await admin.post(`/api/v1/api-tokens/${tokenId}/revocation`, { reason: 'Hết dùng' })).status,
    ).toBe(201);
    expect((await system.get('/api/v1/tasks')).status).toBe(401);
    await office.database
      .owner()
      .query(`update api_token set revoked_at = null, scopes = scopes || '{GiveDelegation}' where id = $1`, [
        tokenId,
      ]);
    const delegation = {
      to: personId,
      acts: [],
      areas: [],
      subjects: [],
      from: '2025-01-02',
      until: '2025-01-03',
      reason: 'x',
    };
    expect((await system.post<Problem>('/api/v1/organisation/delegations', delegation)).body.code).toBe(
      'token_scope',
    );
    const old = (await issue()).body;
    await office.database
      .owner()
      .query('update api_token set expires_at = now() where id = $1', [old.tokenId]);
    expect((await client(office.url, old.token).get('/api/v1/tasks')).status).toBe(401);
  });
});

describe('accounts', () => {
  it('are opened and ended by the administrator, and both are in the trail', async () => {
    const admin = await strongAdmin();
    const open = (over: object = {}) =>
      admin.post<{ personId: string } & Problem>('/api/v1/accounts', {
        username: 'moi.den',
        name: 'Người Mới',
        password: 'ruộng lúa chín vàng',
        ...over,
      });
    expect((await open({ password: '12345678901234' })).body.code).toBe('password_weak');
    expect((await open({ username: '../x' })).body.code).toBe('invalid_input');
    const { personId } = (await open()).body;
    expect((await open()).body.code).toBe('username_taken');
    const session = (await signIn('moi.den', { password: 'ruộng lúa chín vàng' })).body;
    const newcomer = client(office.url, session.token);
    expect(session).toHaveProperty('passwordToChange', true);
    expect((await newcomer.get<Problem>('/api/v1/tasks')).body.code).toBe('password_to_change');
    const change = (next: string) =>
      newcomer.post<Problem>('/api/v1/sessions/me/password', { current: 'ruộng lúa chín vàng', next });
    expect((await change('ruộng lúa chín vàng')).body.code).toBe('password_unchanged');
    expect((await change('trâu cày ruộng sâu')).status).toBe(204);
    expect((await newcomer.get('/api/v1/tasks')).status).toBe(200);
    expect(await signIn('moi.den', { password: 'trâu cày ruộng sâu' })).not.toHaveProperty(
      'body.passwordToChange',
    );
    expect(
      (await admin.post(`/api/v1/accounts/${personId}/ending`, { reason: 'Chuyển công tác' })).status,
    ).toBe(201);
    expect((await client(office.url, session.token).get('/api/v1/tasks')).status).toBe(401);
    expect((await signIn('moi.den', { password: 'ruộng lúa chín vàng' })).status).toBe(401);
    const { rows } = await office.database
      .owner()
      .query<{ type: string }>(`select type from event where data ->> 'personId' = $1 order by position`, [
        personId,
      ]);
    expect(rows.map(({ type }) => type)).toEqual(['AccountOpened', 'AccountEnded']);
  });
});

/** The administrator with the second factor that is asked of one. */
let admin: Client | undefined;
async function strongAdmin(): Promise<Client> {
  if (admin) return admin;
  const weak = await office.as('admin');
  const { secret } = (await weak.post<{ secret: string }>('/api/v1/sessions/me/second-factor', {})).body;
  const { token } = (
    await weak.post<Session>('/api/v1/sessions/me/second-factor/confirmation', { code: codeOf(secret) })
  ).body;
  return (admin = client(office.url, token));
}

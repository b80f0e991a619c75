import { AgreeToFactorRemoval, factorSubject } from '#organisation';
import { Secret, TOTP } from 'otpauth';
import type { Entry, Page, Problem } from '../support/answers.js';
import {
  PASSWORD,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';

let office: RunningOffice;
let justiceId: string;
let lost: Client;
beforeAll(async () => {
  office = await runningOffice();
  const justice = await office.as('justice');
  justiceId = (await justice.get<{ id: string }>('/api/v1/sessions/me')).body.id;
  lost = await enrolled(justice, -1);
});
afterAll(() => office.close());

interface Session {
  token: string;
  factorToEnrol?: boolean;
}
const signIn = (username: string, over: object = {}) =>
  client(office.url).post<Session & Problem>('/api/v1/sessions', { username, password: PASSWORD, ...over });
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
let secret = '';
async function enrolled(who: Client, steps = 0): Promise<Client> {
  const at = '/api/v1/sessions/me/second-factor';
  ({ secret } = (await who.post<{ secret: string }>(at, {})).body);
  const code = codeOf(secret, steps);
  const { token } = (await who.post<Session>(`${at}/confirmation`, { code })).body;
  return client(office.url, token);
}

const at = (id = justiceId) => `/api/v1/accounts/${id}/factor-removal`;
const ask = async (username: string, id = justiceId, headers: Record<string, string> = {}) =>
  (await office.as(username)).post<Problem>(at(id), { reason: 'Mất điện thoại' }, headers);
const agree = async (username: string, headers: Record<string, string> = {}) =>
  (await office.as(username)).post<Problem>(`${at()}/agreement`, {}, headers);
const told = ({ status, body }: { status: number; body: Problem }) => [status, body.code];
const waiting = async () =>
  (await (await office.as('chairman')).get<{ asked: { reason: string } | null }>(at())).body.asked;

it('nobody goes it alone, for themselves, by a token or in another’s name', async () => {
  expect(told(await agree('chairman'))).toEqual([409, 'removal_not_asked']);
  expect(told(await ask('head-of-office'))).toEqual([403, 'not_open_to_role']);
  const chairmanId = (await (await office.as('chairman')).get<{ id: string }>('/api/v1/sessions/me')).body.id;
  expect(told(await ask('admin', chairmanId))).toEqual([409, 'no_second_factor']);
  const admin = await office.as('admin');
  const issue = (scope: string) =>
    admin.post<Problem>('/api/v1/api-tokens', {
      ...{ name: 'Phần mềm', personId: chairmanId, scopes: [scope] },
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
  for (const scope of ['AskFactorRemoval', 'AgreeToFactorRemoval'])
    expect(told(await issue(scope))).toEqual([400, 'invalid_input']);

  expect((await ask('chairman')).status).toBe(201);
  expect(told(await ask('admin'))).toEqual([409, 'removal_asked']);
  expect(told(await agree('chairman'))).toEqual([403, 'two_others_needed']); // who asked
  expect(told(await agree('admin'))).toEqual([403, 'not_open_to_role']);
  const lent = await (
    await office.as('chairman')
  ).post<{ version: number }>('/api/v1/organisation/delegations', {
    ...{ to: justiceId, acts: [], areas: [], subjects: [], document: '12/QĐ-UBND' },
    ...{ fromDay: '2025-01-02', toDay: '2025-12-31' },
  });
  expect(lent.status).toBe(201);
  const { items } = (
    await lost.get<{ items: { delegationId: string }[] }>('/api/v1/organisation/delegations')
  ).body;
  const delegated = await lost.post<Problem>(
    `${at()}/agreement`,
    {},
    { 'on-behalf-of': items[0]!.delegationId },
  );
  expect(told(delegated)).toEqual([403, 'two_others_needed']);
  expect((await lost.get('/api/v1/tasks')).status).toBe(200); // nothing was removed
});

it('a request is over after a day', async () => {
  expect((await waiting())?.reason).toBe('Mất điện thoại');
  await office.moveTo('2025-01-03T12:00:00+07:00');
  expect(await waiting()).toBeNull();
  expect(told(await agree('vice-chairman'))).toEqual([409, 'removal_not_asked']);
});

it('two others remove it: sessions end, the password opens enrolment alone, and the trail tells of both', async () => {
  expect((await ask('admin')).status).toBe(201);
  const key = { 'idempotency-key': crypto.randomUUID() };
  expect((await agree('vice-chairman', key)).status).toBe(201);
  expect((await lost.get('/api/v1/tasks')).status).toBe(401);
  expect(told(await signIn('justice', { password: 'sai-mat-khau-roi' }))).toEqual([401, 'wrong_credentials']);
  const { token, factorToEnrol } = (await signIn('justice')).body;
  expect(factorToEnrol).toBe(true);
  const justice = client(office.url, token);
  expect(told(await justice.get<Problem>('/api/v1/tasks'))).toEqual([403, 'second_factor_to_enrol']);
  const anew = await enrolled(justice);
  expect((await anew.get('/api/v1/tasks')).status).toBe(200);
  expect(told(await signIn('justice'))).toEqual([401, 'second_factor_needed']);

  // Sent again, the agreement removes nothing that was enrolled since.
  expect((await agree('vice-chairman', key)).body).toMatchObject({ repeated: true });
  expect((await anew.get('/api/v1/tasks')).status).toBe(200);
  expect(told(await agree('chairman'))).toEqual([409, 'removal_not_asked']); // nor does one request open two

  await office.settled();
  const sentences = async (language: string) => {
    const of = (type: string) =>
      anew.get<Page<Entry>>(`/api/v1/audit?type=${type}`, { 'accept-language': language });
    const pages = await Promise.all(['FactorRemovalAsked', 'SecondFactorRemoved'].map(of));
    return pages.flatMap(({ body }) => body.items.map(({ sentence }) => sentence)).join('\n');
  };
  const names = await office.runtime.accounts.names('thieu-van');
  const { rows } = await office.database
    .owner()
    .query<{ username: string; person_id: string }>('select username, person_id from account');
  const nameOf = (username: string) => names.get(rows.find((row) => row.username === username)!.person_id);
  const [vi, en] = [await sentences('vi'), await sentences('en')];
  expect(vi).toContain(
    `${nameOf('vice-chairman')} đồng ý với ${nameOf('admin')} gỡ xác thực hai lớp của ${nameOf('justice')}`,
  );
  expect(en).toContain(
    `${nameOf('vice-chairman')} agreed with ${nameOf('admin')} to remove the second factor of ${nameOf('justice')}`,
  );
  expect(vi).toContain('Mất điện thoại');
});

it('an agreement that broke off before it was carried out is carried out by the worker', async () => {
  const owner = office.database.owner();
  await ask('admin');
  // As if the process that took the agreement had died: the act is in the log, nothing was done beside it.
  const chairman = { office: 'thieu-van', actor: await idOf('chairman'), commandId: crypto.randomUUID() };
  const subject = factorSubject('thieu-van', justiceId);
  await office.runtime.commands.send(AgreeToFactorRemoval, chairman, subject, {}, justiceId);
  await office.settled();
  const { rows } = await owner.query('select totp_since, factor_to_enrol from account where person_id = $1', [
    justiceId,
  ]);
  expect(rows).toEqual([{ totp_since: null, factor_to_enrol: true }]);
});

const idOf = async (username: string) =>
  (await (await office.as(username)).get<{ id: string }>('/api/v1/sessions/me')).body.id;

it('enrolling a factor is no way around a first password', async () => {
  const admin = await office.as('admin');
  const first = 'ruộng lúa chín vàng';
  const account = { username: 'moi.den', name: 'Người Mới', password: first };
  expect((await admin.post('/api/v1/accounts', account)).status).toBe(201);
  const { token } = (await signIn('moi.den', { password: first })).body;
  const newcomer = await enrolled(client(office.url, token));
  expect(told(await newcomer.get<Problem>('/api/v1/tasks'))).toEqual([403, 'password_to_change']);
});

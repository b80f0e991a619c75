import { Webhook } from 'standardwebhooks';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendSafely } from '../../libs/integration/src/webhook/post-safely.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { BIRTH, openDesk } from '../support/desk.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { fetchedAnew } from '../support/fetched-anew.js';
import { StandIn, eventually, type Received } from '../support/stand-in.js';

const SECRET = `whsec_${randomBytes(24).toString('base64')}`;
const submitted: object[] = [];
let province: StandIn;
let subscriber: StandIn;
let office: RunningOffice;
let folder: string;
let at: Awaited<ReturnType<typeof openDesk>>;
let admin: Client;

beforeAll(async () => {
  province = await StandIn.open(portal);
  subscriber = await StandIn.open(willing);
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-province-'));
  const mapping = join(folder, 'mapping.json');
  await writeFile(
    mapping,
    JSON.stringify({
      statuses: { DossierReceived: '2', DossierWithdrawn: '7', ResultSigned: '9', ResultReturned: '10' },
      procedures: { '1.004884': 'T.HT.05' },
    }),
  );
  office = await runningOffice({
    env: {
      PAYMENT_SECRET: SECRET,
      PROVINCE_URL: province.url,
      PROVINCE_TOKEN: 'the-tinh',
      PROVINCE_MAPPING: mapping,
    },
  });
  at = await openDesk(office);
  admin = await office.as('admin');
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
  await Promise.all([province.close(), subscriber.close()]);
});

/** The portal's list of what was handed in there; states it takes. */
function portal({ method, path }: Received) {
  if (method !== 'GET') return { status: 200 };
  const after = Number(new URL(path, 'http://portal').searchParams.get('after') ?? 0);
  const items = submitted.slice(after, after + 50);
  return { body: { items, next: items.length > 0 ? String(after + items.length) : null } };
}
const willing = ({ method }: Received) =>
  method === 'OPTIONS' ? { headers: { 'webhook-allowed-origin': '*' } } : { status: 204 };

const states = (of: string) =>
  province.received.filter(({ path, json }) => path === '/dossier-states' && json.dossierId === of);

describe('the provincial system', () => {
  it('is told of each change, in order, in its own codes, and knows a repetition', async () => {
    const { dossierId, code } = (await at.receive()).body;
    await at.act(at.desk, dossierId, 'withdrawal', { reason: 'Đổi ý, xin rút.' });
    await eventually(() => states(dossierId).length >= 2);
    const seen = states(dossierId);
    expect(seen.map(({ json }) => json.status)).toEqual(['2', '7']);
    expect(seen[0]?.json).toMatchObject({ dossierCode: code, procedure: 'T.HT.05', version: 1 });
    expect(seen[0]?.headers.authorization).toBe('Bearer the-tinh');
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
    expect(JSON.stringify(seen)).not.toMatch(/Trần Thị Dân|0912345678/);
  });

  it('that is down gets everything later, still in order; and all of it again when asked', async () => {
    province.answer = (request) => (request.method === 'POST' ? { status: 503 } : portal(request));
    const { dossierId } = (await at.receive()).body;
    await at.act(at.desk, dossierId, 'withdrawal', { reason: 'Đổi ý, xin rút.' });
    await eventually(() => states(dossierId).length === 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(states(dossierId).map(({ json }) => json.status)).toEqual(['2']); // the second waits for the first
    province.answer = portal;
    await office.moveTo('2025-01-02T09:00:00+07:00');
    await eventually(() => states(dossierId).length === 3);
    expect(states(dossierId).map(({ json }) => json.status)).toEqual(['2', '2', '7']);
    const ids = new Set(states(dossierId).map(({ headers }) => headers['idempotency-key']));
    const replay = (by: Client) =>
      by.post<{ again: number }>('/api/v1/deliveries/replays', {
        channel: 'province',
        since: '2025-01-01T00:00:00+07:00',
      });
    expect((await replay(at.desk)).status).toBe(403);
    expect((await replay(admin)).body.again).toBeGreaterThanOrEqual(4);
    await eventually(() => states(dossierId).length === 5);
    for (const { headers } of states(dossierId)) expect(ids).toContain(headers['idempotency-key']);
  });

  it('hands over what was submitted there, each once; what can’t be taken is said back', async () => {
    const applicant = { name: 'Lê Thị Cổng', phone: '0987654321' };
    const components = BIRTH.components.map(({ name }) => ({ name, form: 'digitised' }));
    submitted.push(
      { id: 'T-1', procedure: 'T.HT.05', components, applicant },
      { id: 'T-2', procedure: '9.999999', components, applicant },
      { id: 'T-3', procedure: 'T.HT.05', components: 'rác', applicant },
    );
    const waiting = async () =>
      (
        await at.desk.get<Page<{ id: string; procedure: { code: string } }>>(
          '/api/v1/dossiers?status=submitted',
        )
      ).body.items;
    const refused = () => province.received.filter(({ json }) => json.status === 'refused').length;
    const allIn = async () => (await waiting()).length === 1 && refused() === 2;
    await fetchedAnew(office, province, allIn);
    await office.database.owner().query('delete from province_cursor'); // as after a crash
    await fetchedAnew(office, province, allIn);
    await office.settled();
    expect([(await waiting()).length, refused()]).toEqual([1, 2]);
    const [one] = await waiting();
    const { body } = await at.desk.post<{ code: string }>(`/api/v1/dossiers/${one?.id}/reception`, {
      ...BIRTH,
      channel: 'online',
    });
    expect(body.code).toMatch(/^000\.00\.18\.H56-250102-\d{4}$/);
  });
});

describe('a payment', () => {
  const notify = async (
    data: object,
    {
      id = `msg_${randomUUID()}`,
      at = new Date(),
      secret = SECRET,
      type = 'payment.succeeded',
      tampered = '',
      said = JSON.stringify({ type, timestamp: at.toISOString(), data }),
    } = {},
  ) => {
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, said),
    };
    return { answer: await send(said + tampered, headers), body: said, headers };
  };
  const send = (body: string, headers: Record<string, string>) =>
    client(office.url).post<Written & Problem>('/public/thieu-van/payments', body, headers);
  const feeOf = async (id: string) =>
    (await at.desk.get<{ settledFee: boolean }>(`/api/v1/dossiers/${id}`)).body.settledFee;

  it('that its provider signed is taken once (R23), though it comes twice', async () => {
    const { dossierId, code } = (await at.receive()).body;
    await eventually(async () => (await at.lookUp(code, 'AAAAAAAAAAAA')).status === 404);
    await office.settled();
    const data = { dossierCode: code, amount: 8_000, receipt: 'BL-000123' };
    const id = 'msg_first';
    const first = await notify(data, { id });
    expect(first.answer.status).toBe(200);
    expect(await feeOf(dossierId)).toBe(true);
    const again = await notify(data, { id, at: new Date(Date.now() + 1_000) });
    expect([again.answer.status, again.answer.body.version]).toEqual([200, first.answer.body.version]);
    const { body } = await at.chairman.get<Page<Entry>>(`/api/v1/audit?subject=${dossierId}&type=FeePaid`);
    expect(body.items).toMatchObject([
      { actor: 'worker:payments', rule: 'R23', data: { receipt: 'BL-000123' } },
    ]);
  });

  it('forged, old, changed, replayed or wrong is refused, and nothing changed', async () => {
    const { dossierId, code } = (await at.receive()).body;
    await office.settled();
    const data = { dossierCode: code, amount: 8_000, receipt: 'BL-000124' };
    const codeOf = async (sent: ReturnType<typeof notify>) => (await sent).answer.body.code;
    const stranger = `whsec_${randomBytes(24).toString('base64')}`;
    expect(await codeOf(notify(data, { secret: stranger }))).toBe('webhook_signature_invalid');
    expect(await codeOf(notify(data, { at: new Date(Date.now() - 600_000) }))).toBe(
      'webhook_signature_invalid',
    );
    expect(await codeOf(notify(data, { tampered: ' ' }))).toBe('webhook_signature_invalid');
    expect((await send('{}', {})).body.code).toBe('webhook_signature_invalid');
    expect(await codeOf(notify({ ...data, amount: 7_000 }))).toBe('fee_wrong');
    expect(await codeOf(notify({ ...data, amount: 'nhiều' }))).toBe('invalid_input');
    expect(await codeOf(notify({ ...data, dossierCode: '000.00.18.H56-250102-9999' }))).toBe(
      'payment_unknown_dossier',
    );
    expect(await feeOf(dossierId)).toBe(false);
    const taken = await notify(data);
    expect(taken.answer.status).toBe(200);
    expect((await send(taken.body, taken.headers)).body.code).toBe('webhook_replayed');
    expect((await notify({}, { type: 'payment.failed' })).answer.body).toMatchObject({ ignored: true });
    expect((await notify({}, { said: 'null' })).answer.body).toMatchObject({ ignored: true });
  });
});

describe('another system', () => {
  const subscribe = (by: Client, body: object) =>
    by.post<Written & Problem & { id: string; secret: string }>('/api/v1/webhooks', body);
  const sent = (channel: string) =>
    eventually(async () => {
      const path = `/api/v1/deliveries?state=waiting&channel=${channel}`;
      return (await admin.get<Page<object>>(path)).body.items.length === 0;
    });
  const told = () => subscriber.received.filter(({ method }) => method === 'POST');

  it('is told of the events it asked for, as signed CloudEvents, until it is ended', async () => {
    const url = `${subscriber.url}/events`;
    expect((await subscribe(at.desk, { url, types: ['DossierReceived'] })).status).toBe(403);
    expect((await subscribe(admin, { url, types: ['Nothing'] })).body.code).toBe('unknown_event_type');
    const { body } = await subscribe(admin, { url, types: ['DossierReceived'] });
    const { dossierId } = (await at.receive()).body;
    await eventually(() => told().length === 1);
    const [one] = told();
    expect(one?.headers['content-type']).toContain('application/cloudevents+json');
    expect(one?.json).toMatchObject({
      specversion: '1.0',
      source: '/offices/thieu-van',
      type: 'vn.minh-bach.DossierReceived',
      subject: dossierId,
      sequence: expect.stringMatching(/^\d{20}$/) as string,
    });
    const verify = (secret: string) =>
      new Webhook(secret).verify(one?.text ?? '', one?.headers as Record<string, string>);
    expect(verify(body.secret)).toMatchObject({ id: one?.json.id });
    expect(() => verify(SECRET)).toThrow();
    subscriber.answer = (request) => (request.method === 'POST' ? { status: 500 } : willing(request));
    await at.receive();
    await eventually(() => told().length === 2);
    subscriber.answer = willing;
    await office.moveTo('2025-01-02T09:30:00+07:00');
    await eventually(() => told().length === 3);
    expect(told()[1]?.headers['webhook-id']).toBe(told()[2]?.headers['webhook-id']);
    expect((await admin.post(`/api/v1/webhooks/${body.id}/ending`, { reason: 'Thôi kết nối.' })).status).toBe(
      201,
    );
    await at.receive();
    await office.settled();
    await sent('webhook');
    expect(told()).toHaveLength(3);
    expect((await admin.get<Page<object>>('/api/v1/webhooks')).body.items).toEqual([]);
  });

  it('that did not agree to be told, or lies within another network, is not subscribed', async () => {
    subscriber.answer = () => ({ status: 200 });
    const types = ['DossierReceived'];
    const codeOf = async (url: string) => (await subscribe(admin, { url, types })).body.code;
    expect(await codeOf(`${subscriber.url}/events`)).toBe('subscriber_unwilling');
    expect(await codeOf('http://127.0.0.1:1/events')).toBe('subscriber_unwilling');
    expect(await codeOf('không phải địa chỉ')).toBe('subscriber_unwilling');
    const within = (url: string) =>
      sendSafely({ method: 'OPTIONS', url, headers: {}, allowPrivate: false, timeoutMs: 2_000 });
    for (const url of [
      subscriber.url,
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/latest/meta-data',
      'https://localhost/',
    ])
      await expect(within(url)).rejects.toThrow();
  });
});

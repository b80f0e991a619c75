import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../support/answers.js';
import { BIRTH, WHO, openDesk } from '../support/desk.js';
import { decoded, mailServer } from '../support/mail-server.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { StandIn, eventually, found } from '../support/stand-in.js';

interface Told {
  id: string;
  title: string;
  text: string;
  readAt: string | null;
}
interface Sent {
  id: string;
  channel: string;
  state: string;
  template: string;
  attempts: { channel: string; error: string | null }[];
}

const letters: string[] = [];
const smtp = mailServer(letters);
let sms: StandIn;
let zalo: StandIn;
let office: RunningOffice;
let folder: string;
let at: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  sms = await StandIn.open(() => ({ body: { CodeResult: '100', SMSID: '1' } }));
  zalo = await StandIn.open(() => ({ body: { error: 0, message: 'Success' } }));
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-zalo-'));
  const templates = join(folder, 'templates.json');
  await writeFile(templates, JSON.stringify({ dossier_received: '301' }));
  office = await runningOffice({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
      SMS_URL: `${sms.url}/send`,
      SMS_KEY: 'khoa',
      SMS_SECRET: 'mat',
      SMS_BRAND: 'XA-THIEU-VAN',
      ZALO_URL: `${zalo.url}/message/template`,
      ZALO_TOKEN: 'the',
      ZALO_TEMPLATES: templates,
    },
  });
  at = await openDesk(office);
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
  await Promise.all([sms.close(), zalo.close(), new Promise<void>((resolve) => smtp.close(resolve))]);
});

let people = 0;
const receive = (channels: string[], language = 'vi') =>
  at.receive({
    ...BIRTH,
    applicant: { ...WHO, email: 'dan@example.vn', phone: `09100000${(people += 1) + 10}` },
    notifications: { channels, language },
  });
const sentTo = async (channel?: string) =>
  (
    await at.head.get<Page<Sent>>(`/api/v1/deliveries?limit=100${channel ? `&channel=${channel}` : ''}`)
  ).body.items.filter((one) => one.channel !== 'in-app');
const sentOver = (channel: string, is: (one: Sent) => boolean) =>
  found(async () => (await sentTo(channel)).find(is));
const waiting = async () => (await sentTo()).filter(({ state }) => state === 'waiting');
const allSent = () => eventually(async () => (await waiting()).length === 0);
const refuseMessages = (code: string, secret: string) =>
  client(office.url).post('/public/thieu-van/channels', { code, secret, channels: [] });
const smsFor = (code: string) => sms.received.filter(({ json }) => String(json.Content).includes(code));

describe('an applicant is told of what becomes of a dossier', () => {
  it('by e-mail unless they say otherwise, once a change, in their language', async () => {
    const { body } = await at.receive({ ...BIRTH, applicant: { ...WHO, email: 'dan@example.vn' } });
    await eventually(() => letters.some((text) => decoded(text).includes(body.code)));
    const english = (await receive(['email'], 'en')).body;
    await eventually(() => letters.some((text) => decoded(text).includes(english.code)));
    const [vi, en] = [body, english].map(({ code }) =>
      letters.map(decoded).filter((text) => text.includes(code)),
    );
    expect([vi?.length, en?.length]).toEqual([1, 1]);
    expect(vi?.[0]).toContain('đã được tiếp nhận. Hẹn trả kết quả:');
    expect(en?.[0]).toContain('received. The result is due at');
    expect(vi?.[0]).not.toContain(WHO.name);
  });

  it('by SMS in the gateway’s form, with an id that it knows a repetition by', async () => {
    const { code } = (await receive(['sms'])).body;
    await eventually(() => smsFor(code).length > 0);
    expect(smsFor(code)[0]?.json).toMatchObject({
      ApiKey: 'khoa',
      Brandname: 'XA-THIEU-VAN',
      Phone: expect.stringMatching(/^0910/) as string,
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  it('over the next channel where the first can’t reach them, and over one alone', async () => {
    zalo.answer = () => ({ body: { error: -118, message: 'Zalo account not existed' } });
    const { code } = (await receive(['zalo', 'sms'])).body;
    await eventually(() => smsFor(code).length > 0);
    zalo.answer = () => ({ body: { error: 0 } });
    const asked = zalo.received.filter(({ json }) => JSON.stringify(json).includes(code));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.json).toMatchObject({
      template_id: '301',
      phone: expect.stringMatching(/^84/) as string,
    });
    const sent = await sentOver('sms', (one) => one.attempts.length === 2);
    expect(sent.attempts.map(({ channel, error }) => [channel, error])).toEqual([
      ['zalo', 'the gateway answered -118'],
      ['sms', null],
    ]);
  });

  it('over the next channel at once where the mail server refuses the address for good, and without naming it', async () => {
    const { body } = await at.receive({
      ...BIRTH,
      applicant: { ...WHO, email: 'khong-co@example.vn', phone: '0910009999' },
      notifications: { channels: ['email', 'sms'], language: 'vi' },
    });
    await eventually(() => smsFor(body.code).length > 0);
    const log = await sentOver(
      'sms',
      (one) => one.attempts[0]?.channel === 'email' && one.attempts.length === 2,
    );
    expect(log.attempts.map(({ channel, error }) => [channel, error])).toEqual([
      ['email', 'the mail server refused it for good (550)'],
      ['sms', null],
    ]);
  });

  it('not at all where they want no message; the applicant chooses that with the receipt’s secret', async () => {
    const { body } = await receive(['sms']);
    await eventually(() => smsFor(body.code).length === 1);
    expect((await refuseMessages(body.code, 'AAAAAAAAAAAA')).status).toBe(404);
    expect((await refuseMessages(body.code, body.lookup.secret)).status).toBe(200);
    // Another process told them of the reception a moment ago, and knows what they wanted then.
    await at.act(at.desk, body.dossierId, 'withdrawal', { reason: 'Đổi ý, xin rút hồ sơ.' });
    await office.settled();
    await allSent();
    expect(smsFor(body.code)).toHaveLength(1);
  });
});

describe('a gateway that fails', () => {
  it('holds up no dossier, and gets the message later, once', async () => {
    sms.answer = () => 'hang';
    const { status, body } = await receive(['sms']);
    expect(status).toBe(201);
    await eventually(() => smsFor(body.code).length === 1);
    await office.settled(); // while the gateway hangs
    expect((await at.whole(body.dossierId)).status).toBe('in_progress');
    sms.answer = () => ({ status: 502 });
    const other = (await receive(['sms'])).body;
    await eventually(async () =>
      (await sentTo('sms')).some((one) => one.state === 'waiting' && one.attempts.length > 0),
    );
    sms.answer = () => ({ body: { CodeResult: '100' } });
    await office.moveTo('2025-01-02T10:00:00+07:00');
    await eventually(async () => (await sentTo('sms')).every(({ state }) => state === 'delivered'));
    for (const { code } of [body, other]) {
      const ids = new Set(smsFor(code).map(({ json }) => json.RequestId));
      expect(ids.size).toBe(1);
    }
  }, 30_000);

  it('and refuses for good leaves the message in sight, to be tried again by hand', async () => {
    sms.answer = () => ({ body: { CodeResult: '104', ErrorMessage: 'no such brand' } });
    const { code } = (await receive(['sms'])).body;
    const failed = async () => (await sentTo('sms')).filter(({ state }) => state === 'failed');
    await eventually(async () => (await failed()).length === 1);
    sms.answer = () => ({ body: { CodeResult: '100' } });
    const [one] = await failed();
    const retry = (by: typeof at.head) => by.post(`/api/v1/deliveries/${one?.id}/retry`, {});
    expect((await retry(at.justice)).status).toBe(403);
    expect((await retry(at.head)).status).toBe(204);
    await eventually(async () => (await failed()).length === 0 && smsFor(code).length === 2);
  });
});

describe('each cause', () => {
  it('is one message, though the worker sees the log anew', async () => {
    const before = await sentTo();
    await office.database
      .owner()
      .query(`update checkpoint set transaction_id = '0', position = 0 where projection = 'notify'`);
    await office.settled();
    await allSent();
    expect((await sentTo()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const codes = letters.map((text) => /Message-ID: <([^@]+)@/i.exec(text)?.[1]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('quiet hours', () => {
  it('keep an SMS of the evening for the morning; an e-mail disturbs nobody', async () => {
    await office.moveTo('2025-01-02T22:30:00+07:00');
    const { body } = await receive(['sms']);
    const mail = (await receive(['email'])).body;
    await eventually(() => letters.some((text) => decoded(text).includes(mail.code)));
    expect(smsFor(body.code)).toHaveLength(0);
    await office.moveTo('2025-01-03T07:01:00+07:00');
    await eventually(() => smsFor(body.code).length === 1);
  });

  it('R34: nor does it go out in the morning where they want no message any more', async () => {
    await office.moveTo('2025-01-03T22:30:00+07:00');
    const { body } = await receive(['sms']);
    await office.settled();
    expect(await waiting()).toMatchObject([{ channel: 'sms' }]);
    await refuseMessages(body.code, body.lookup.secret);
    await office.moveTo('2025-01-04T07:01:00+07:00');
    await allSent();
    expect([smsFor(body.code).length, (await sentTo('sms'))[0]?.state]).toEqual([0, 'failed']);
  });
});

describe('an official', () => {
  it('finds in the service what waits for them, marks it read, and sees nobody else’s', async () => {
    const { dossierId, code } = (await receive(['email'])).body;
    await at.act(at.desk, dossierId, 'hand-overs', { toPostId: await at.postOf('justice') });
    const mine = async () =>
      (await at.justice.get<Page<Told>>('/api/v1/inbox?limit=20')).body.items.filter(({ title }) =>
        title.includes(code),
      );
    await eventually(async () => (await mine()).length > 0);
    const [told] = await mine();
    expect(told).toMatchObject({ title: `Hồ sơ ${code}: chờ bạn nhận`, readAt: null });
    const read = (by: typeof at.justice) => by.post(`/api/v1/inbox/${told?.id}/reading`, {});
    expect((await read(at.culture)).status).toBe(404);
    expect((await read(at.justice)).status).toBe(204);
    expect((await mine())[0]?.readAt).not.toBeNull();
    const others = (await at.culture.get<Page<Told>>('/api/v1/inbox')).body.items;
    expect(others.some(({ id }) => id === told?.id)).toBe(false);
    const tasks = (await at.justice.get<Page<Told>>('/api/v1/inbox?limit=100', { 'accept-language': 'en' }))
      .body.items;
    expect(tasks.some(({ title }) => /^Task .*: assigned to you$/.test(title))).toBe(true);
  });
});

import { smtpMailer } from '#notification';
import { liveSource, verifyLedger } from '#ledger';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { TrailDigest } from '../../apps/worker/src/trail-digest.js';
import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let chairman: Client;
let vice: Client;
let head: Client;
const id = async (username: string) =>
  (await (await office.as(username)).get<{ id: string }>('/api/v1/sessions/me')).body.id;

beforeAll(async () => {
  office = await runningOffice();
  [chairman, vice, head] = await Promise.all([
    office.as('chairman'),
    office.as('vice-chairman'),
    office.as('head-of-office'),
  ]);
});
afterAll(() => office.close());

describe('R27: a right lent', () => {
  const lend = async (over = {}) =>
    chairman.post<Written & Problem & { delegationId: string }>('/api/v1/organisation/delegations', {
      to: await id('police'),
      acts: ['UrgeTask'],
      areas: ['II'],
      subjects: [],
      fromDay: '2025-01-02',
      toDay: '2025-01-31',
      document: '12/UQ-UBND',
      ...over,
    });

  it('is used by its receiver within its scope, and the trail names both', async () => {
    const { body: given } = await lend();
    const police = await office.as('police');
    const { body: tasks } = await head.get<Page<TaskItem & { area: string }>>('/api/v1/tasks?limit=100');
    const inside = tasks.items.find(({ area }) => area === 'II')!;
    const outside = tasks.items.find(({ area }) => area === 'I')!;
    const urge = (task: TaskItem, headers = {}) =>
      police.post<Written & Problem>(
        `/api/v1/tasks/${task.id}/urgings`,
        { text: 'Đề nghị báo cáo.' },
        headers,
      );
    const lent = { 'on-behalf-of': given.delegationId };
    expect((await urge(inside)).body).toMatchObject({ code: 'not_above_the_lead' });
    expect((await urge(outside, lent)).body).toMatchObject({ code: 'delegation_out_of_scope', rule: 'R27' });
    expect((await urge(inside, lent)).status).toBe(201);
    const { body: trail } = await chairman.get<Page<Entry & { onBehalfOf: string }>>(
      `/api/v1/audit?delegation=${given.delegationId}`,
    );
    expect(trail.items).toEqual([
      expect.objectContaining({
        type: 'TaskUrged',
        actor: await id('police'),
        onBehalfOf: await id('chairman'),
      }),
    ]);
    expect(trail.items[0]?.sentence).toContain('thay mặt');
    expect(
      (await chairman.get<Page<Entry>>(`/api/v1/audit?onBehalfOf=${await id('chairman')}`)).body.items,
    ).toHaveLength(1);
    await chairman.post(`/api/v1/organisation/delegations/${given.delegationId}/revocation`, {
      reason: 'Đã về cơ quan',
    });
    expect((await urge(inside, lent)).body.code).toBe('delegation_out_of_scope');
  });

  it('that makes no sense, or that nobody has, is refused', async () => {
    expect((await lend({ to: await id('chairman') })).body).toMatchObject({
      code: 'delegation_invalid',
      rule: 'R27',
    });
    expect((await lend({ toDay: '2025-01-01' })).body.code).toBe('delegation_invalid');
    expect((await lend({ subjects: ['x'] })).body.code).toBe('invalid_input');
    const urge = (delegation: string) =>
      vice.post<Problem>(
        '/api/v1/tasks/01900000-0000-7000-8000-000000000000/urgings',
        { text: 'abc' },
        { 'on-behalf-of': delegation },
      );
    expect((await urge('chairman')).body.code).toBe('invalid_input');
    expect((await urge('01900000-0000-7000-8000-000000000000')).body.code).toBe('delegation_out_of_scope');
  });
});

describe('R28: a unit ends', () => {
  interface Shape {
    units: { unitId: string; name: string; endedBy?: string }[];
    posts: { postId: string; title: string; above: string | null }[];
  }
  it('only with a successor that lives, and everything it leads moves there', async () => {
    const admin = await office.as('admin');
    const shape = async () => (await admin.get<Shape>('/api/v1/organisation')).body;
    const { units, posts } = await shape();
    const unit = (name: string) => units.find((u) => u.name === name)!.unitId;
    const [justice, culture] = [unit('Công chức Tư pháp - Hộ tịch'), unit('Công chức Văn hóa - Xã hội')];
    const end = (id: string, successorUnitId: string, as = admin) =>
      as.post<Written & Problem>(`/api/v1/organisation/units/${id}/ending`, {
        successorUnitId,
        document: '45/QĐ-UBND',
      });
    expect((await end(justice, justice)).body).toMatchObject({ code: 'successor_missing', rule: 'R28' });
    expect((await end(justice, '01900000-0000-7000-8000-000000000000')).body.code).toBe('successor_missing');
    expect((await end(unit('Văn phòng UBND xã'), justice, head)).status).toBe(403);
    const above = posts.find(({ title }) => title.startsWith('Phó Chủ tịch'))!.postId;
    const opened = await admin.post<{ unitId: string; postId: string }>('/api/v1/organisation/units', {
      name: 'Phòng Văn hóa - Xã hội',
      headTitle: 'Trưởng phòng',
      above,
    });
    await admin.post('/api/v1/organisation/appointments', {
      postId: opened.body.postId,
      personId: await id('justice'),
    });
    const before = (await head.get<Page<TaskItem>>(`/api/v1/tasks?lead=${justice}`)).body.items;
    expect(before.length).toBeGreaterThan(0);
    expect((await end(justice, opened.body.unitId)).status).toBe(201);
    expect((await end(justice, opened.body.unitId)).status).toBe(201); // said again, it changes nothing
    expect((await end(culture, justice)).body.code).toBe('successor_missing');
    await office.settled();
    expect((await head.get<Page<TaskItem>>(`/api/v1/tasks?lead=${justice}`)).body.items).toEqual([]);
    const after = (await head.get<Page<TaskItem>>(`/api/v1/tasks?lead=${opened.body.unitId}`)).body.items;
    expect(after.map(({ number }) => number)).toEqual(before.map(({ number }) => number));
    const { body: trail } = await head.get<Page<Entry>>('/api/v1/audit?type=TaskHandedOver');
    expect(trail.items.every(({ rule, causationId }) => rule === 'R28' && causationId !== null)).toBe(true);
    expect(trail.items).toHaveLength(before.length);
  });
});

describe('a digest of the trail by e-mail', () => {
  const inbox: string[] = [];
  let refuse = false;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => done(refuse ? new Error('busy') : null),
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        inbox.push(text);
        done();
      });
    },
  });
  let digest: TrailDigest;
  beforeAll(async () => {
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.server.address() as AddressInfo;
    digest = new TrailDigest(
      office.runtime,
      office.vault,
      await smtpMailer(`smtp://127.0.0.1:${port}`, 'so@xa.example.vn'),
    );
  });
  afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)));
  const send = () => digest.send('thieu-van');

  it('comes once a day, with what was asked for and nothing else; a failing server loses none', async () => {
    const { body } = await vice.post<{ id: string; nextAt: string }>('/api/v1/audit/subscriptions', {
      email: 'pho-chu-tich@xa.example.vn',
      type: 'TaskUrged',
    });
    expect(body.nextAt).toBe('2025-01-03T07:30:00.000+07:00');
    const { body: tasks } = await head.get<Page<TaskItem>>('/api/v1/tasks?limit=1');
    await head.post(`/api/v1/tasks/${tasks.items[0]?.id}/urgings`, { text: 'Khẩn.' });
    expect(await send()).toBe(0);
    await office.moveTo('2025-01-03T07:31:00+07:00');
    refuse = true;
    expect([await send(), inbox.length]).toEqual([1, 0]);
    refuse = false;
    await office.moveTo('2025-01-03T07:42:00+07:00');
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(inbox).toHaveLength(1);
    expect(inbox[0]).toContain('pho-chu-tich@xa.example.vn');
    await office.moveTo('2025-01-04T07:31:00+07:00');
    expect(await send()).toBe(1);
    expect(inbox).toHaveLength(1); // nothing new
    expect((await vice.get<Page<object>>('/api/v1/audit/subscriptions')).body.items).toHaveLength(1);
  });

  it('is for supervisors, to an address that is one', async () => {
    const justice = await office.as('justice');
    expect(
      (await justice.post<Problem>('/api/v1/audit/subscriptions', { email: 'a@example.vn' })).status,
    ).toBe(403);
    expect((await vice.post<Problem>('/api/v1/audit/subscriptions', { email: 'a\r\nb@x' })).body.code).toBe(
      'invalid_input',
    );
  });

  it('the address is in the vault: erased, it can’t be read again, and every proof of the ledger still holds', async () => {
    const person = await id('vice-chairman');
    await office.seal();
    await office.vault.erase('thieu-van', person, '2025-01-05', new Date());
    const reader = { reader: 'test', purpose: 'test', at: new Date() };
    await expect(office.vault.read('thieu-van', person, ['email'], reader)).rejects.toThrow('person_erased');
    const verdict = await verifyLedger(liveSource(office.database.pool('thieu-van'), 'thieu-van'), {
      keys: [office.ledgerKey.verifier],
    });
    expect(verdict).toMatchObject({ discrepancyCount: 0, unknown: [] });
    expect(verdict.eventsChecked).toBe(verdict.size);
  });
});

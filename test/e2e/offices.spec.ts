import { inOffice } from '#kernel';
import { liveSource, verifyLedger } from '#ledger';
import { demoForm, foundAccounts, foundOffice, peopleOf } from '../../apps/runtime/src/index.js';
import { successorForm, withPeople } from '../../apps/cli/src/simulation/merge.js';
import type { Entry, Page, Problem, ReportItem as Report, TaskItem, Written } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { province } from '../support/province.js';
import { agreeToTakeOver, succession } from '../support/succession.js';
import {
  PASSWORD,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';

let office: RunningOffice;
let chairman: Client;
const signInTo = async (where: string, username: string) => {
  const { body } = await client(office.url).post<{ token: string }>(`/api/v1/offices/${where}/sessions`, {
    username,
    password: PASSWORD,
  });
  return client(office.url, body.token);
};

beforeAll(async () => {
  office = await runningOffice();
  const people = await peopleOf(office.runtime, demoForm);
  for (const form of [province, withPeople(successorForm, people)]) {
    await foundAccounts(office.runtime, form, await foundOffice(office.runtime, form), () => PASSWORD);
  }
  chairman = await office.as('chairman');
});
afterAll(() => office.close());

describe('offices stand apart', () => {
  it('a token of one is worth nothing in another, however its office is spelt', async () => {
    const { body } = await client(office.url).post<{ token: string }>('/api/v1/offices/tinh/sessions', {
      username: 'inspector',
      password: PASSWORD,
    });
    const swapped = client(office.url, body.token.replace('tinh.', 'thieu-van.'));
    expect((await swapped.get<Problem>('/api/v1/sessions/me')).body.code).toBe('unauthenticated');
    expect(
      (
        await client(office.url).post<Problem>('/api/v1/sessions', {
          username: 'inspector',
          password: PASSWORD,
        })
      ).body.code,
    ).toBe('wrong_credentials');
    expect((await signInTo('khong-co', 'chairman').then((c) => c.get('/api/v1/sessions/me'))).status).toBe(
      401,
    );
  });

  it('ids of another office, in path, query, body and header, lead nowhere', async () => {
    const inspector = await signInTo('tinh', 'inspector');
    const task = (await chairman.get<Page<TaskItem>>('/api/v1/tasks?limit=1')).body.items[0]!;
    expect((await inspector.get(`/api/v1/tasks/${task.id}`)).status).toBe(404);
    expect((await inspector.get<Page<Entry>>(`/api/v1/audit?subject=${task.id}`)).body.items).toEqual([]);
    const clerk = await signInTo('tinh', 'clerk');
    expect(
      (await clerk.post<Problem>(`/api/v1/tasks/${task.id}/progress-reports`, { percent: 5, text: 'abc' }))
        .body.code,
    ).toBe('unknown_task');
    const refused = await clerk.post<Problem>(
      `/api/v1/tasks/${task.id}/progress-reports`,
      { percent: 5, text: 'abc' },
      { office: 'thieu-van' },
    );
    expect([refused.status, refused.body.code]).toEqual([403, 'not_open_to_role']);
    for (const extra of [{ office: 'thieu-van' }, { actor: 'x' }, { role: 'admin' }])
      expect(
        (
          await clerk.post<Problem>(`/api/v1/tasks/${task.id}/progress-reports`, {
            percent: 5,
            text: 'abc',
            ...extra,
          })
        ).body.code,
      ).toBe('invalid_input');
  });
});

describe('an office above', () => {
  it('looks on once it is let in, reads and changes nothing, and is shut out again', async () => {
    const [inspector, clerk] = [await signInTo('tinh', 'inspector'), await signInTo('tinh', 'clerk')];
    const there = { office: 'thieu-van' };
    expect((await inspector.get('/api/v1/tasks', there)).status).toBe(403);
    const admin = await office.as('admin');
    const name = (path = '') =>
      admin.post(`/api/v1/organisation/authorities${path}`, { authority: 'tinh', document: '5/QĐ-UBND' });
    expect((await name()).status).toBe(201);
    expect((await inspector.get<Page<TaskItem>>('/api/v1/tasks?limit=200', there)).body.items).toHaveLength(
      36,
    );
    expect((await inspector.get<{ name: string }>('/api/v1/organisation', there)).body.name).toBe(
      demoForm.name,
    );
    expect((await inspector.get<Page<Entry>>('/api/v1/audit?limit=1', there)).body.items).toHaveLength(1);
    expect((await clerk.get('/api/v1/tasks', there)).status).toBe(403);
    for (const [method, path] of [
      ['post', '/api/v1/organisation/units'],
      ['get', '/api/v1/audit/export.csv'],
      ['get', '/api/v1/sessions'],
    ] as const)
      expect([
        path,
        (await (method === 'get' ? inspector.get(path, there) : inspector.post(path, {}, there))).status,
      ]).toEqual([path, 403]);
    expect((await name('/ending')).status).toBe(201);
    expect((await inspector.get('/api/v1/tasks', there)).status).toBe(403);
  });
});

describe('R28: the whole office is handed to its successor', () => {
  it('not while a unit has no heir, nor by whoever likes to', async () => {
    expect(await agreeToTakeOver(await signInTo(successorForm.office, 'chairman'))).toBe(201);
    const short = await chairman.post<Problem>('/api/v1/organisation/succession', {
      ...succession,
      heirs: succession.heirs.slice(1),
    });
    expect(short.body).toMatchObject({ code: 'successor_missing', rule: 'R28' });
    const justice = await office.as('justice');
    expect((await justice.post('/api/v1/organisation/succession', succession)).status).toBe(403);
  });

  it('every running task goes on there, in living hands, late where it was late; both trails hold and meet', async () => {
    await office.moveTo('2025-07-01T07:30:00+07:00');
    await office.settled();
    const before = (await chairman.get<Page<TaskItem>>('/api/v1/tasks?limit=200')).body.items;
    const owed = (await chairman.get<Page<Report>>('/api/v1/reports?year=2025')).body.items;
    expect(owed.map(({ status }) => status)).toEqual(Array(4).fill('draft'));
    const desk = await openDesk(office);
    const { dossierId, code } = (await desk.receive(LAND)).body;
    const overdue = (await desk.receive()).body;
    await desk.sign(overdue.dossierId);
    expect((await chairman.post<Written>('/api/v1/organisation/succession', succession)).status).toBe(201);
    await office.settled();
    await office.settled();

    const after = (await chairman.get<Page<TaskItem>>('/api/v1/tasks?limit=200')).body.items;
    expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['transferred']));
    const there = await signInTo(successorForm.office, 'chairman');
    const received = (await there.get<Page<TaskItem>>('/api/v1/tasks?limit=200')).body.items;
    const same = (items: TaskItem[]) =>
      items.map(({ id, number, percent, late }) => ({ id, number, percent, late }));
    expect(same(received)).toEqual(same(before));
    expect(received.filter(({ lead }) => !lead.personId)).toEqual([]);
    expect((await there.get<{ status: string }>('/api/v1/plans/2025')).body.status).toBe('approved');

    const taken = (await there.get<Page<Report>>('/api/v1/reports?year=2025')).body.items;
    const told = (items: Report[]) =>
      items.map(({ id, definition, due, late }) => ({ id, definition, due, late }));
    expect(told(taken)).toEqual(told(owed));
    expect(taken.map(({ status, of }) => [status, of?.office])).toEqual(
      Array(4).fill(['draft', 'thieu-van']),
    );
    const [{ id } = { id: '' }] = taken;
    const headThere = await signInTo(successorForm.office, 'head-of-office');
    expect((await headThere.post(`/api/v1/reports/${id}/submission`, { provisional: false })).status).toBe(
      201,
    );
    const handedIn = (await there.get<Report>(`/api/v1/reports/${id}`)).body;
    expect(handedIn.plan?.reduce((sum, row) => sum + row.tasks, 0)).toBe(before.length);
    const left = (await chairman.get<Page<Report>>('/api/v1/reports?year=2025')).body.items;
    expect(left.map(({ status }) => status)).toEqual(Array(4).fill('transferred'));

    const deskThere = await signInTo(successorForm.office, 'desk');
    expect((await deskThere.get(`/api/v1/dossiers/${dossierId}`)).body).toMatchObject({
      code,
      status: 'in_progress',
      holder: { personId: (await deskThere.get<{ id: string }>('/api/v1/sessions/me')).body.id },
    });
    expect((await deskThere.get(`/api/v1/dossiers/${overdue.dossierId}`)).body).toMatchObject({
      status: 'result_ready',
    });
    const contact = { way: 'call', text: 'Ông Dân hỏi nơi nhận kết quả.' };
    expect((await deskThere.post(`/api/v1/dossiers/${dossierId}/contacts`, contact)).status).toBe(201);
    const words = `/api/v1/dossiers/${dossierId}/words?purpose=Trả lời`;
    expect((await deskThere.get(words)).body).toMatchObject({ items: [{ text: contact.text }] });
    const open = (await desk.desk.get<Page<object>>('/api/v1/dossiers?status=open')).body.items;
    expect(open).toEqual([]);

    const justice = await office.as('justice');
    const mine = (await justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1')).body.items[0]!;
    const report = (by: Client) =>
      by.post<Problem>(`/api/v1/tasks/${mine.id}/progress-reports`, { percent: 50, text: 'Tiếp tục.' });
    expect((await report(justice)).body).toMatchObject({ code: 'office_ended', rule: 'R28' });
    const correction = await justice.post<Problem>(`/api/v1/persons/${mine.id}/corrections`, { name: 'Dân' });
    expect(correction.body.code).toBe('office_ended');
    expect((await report(await signInTo(successorForm.office, 'justice'))).status).toBe(201);
    expect(
      (
        await chairman.post<Problem>('/api/v1/organisation/units', {
          name: 'Mới',
          headTitle: 'Trưởng',
          above: succession.heirs[0]!.unitId,
        })
      ).body.code,
    ).toBe('office_ended');

    for (const [one, type, other] of [
      [demoForm.office, 'OfficeEnded', successorForm.office],
      [successorForm.office, 'PredecessorSealed', demoForm.office],
    ] as const) {
      await office.seal();
      const verdict = await inOffice(one, async () =>
        verifyLedger(liveSource(office.runtime.pool, one), { keys: [(await office.keyOf(one)).verifier] }),
      );
      expect([one, verdict.discrepancyCount, verdict.unknown]).toEqual([one, 0, []]);
      const reader = one === demoForm.office ? chairman : there;
      const [entry] = (
        await reader.get<Page<Entry & { data: Record<string, string> }>>(`/api/v1/audit?type=${type}`)
      ).body.items;
      expect(entry?.data.successor ?? entry?.data.office).toBe(other);
    }
  });

  it('the deadlines go on: what was missed there is escalated here, what comes due is missed here', async () => {
    await office.moveTo('2025-10-20T08:00:00+07:00');
    const there = await signInTo(successorForm.office, 'chairman');
    const types = async (by: Client, from: string) =>
      (await by.get<Page<Entry>>(`/api/v1/audit?from=${encodeURIComponent(from)}&limit=500`)).body.items.map(
        ({ type }) => type,
      );
    const from = '2025-07-01T12:00:00+07:00';
    expect(await types(there, from)).toEqual(
      expect.arrayContaining(['DeadlineMissed', 'DeadlineEscalated', 'ReportEscalated', 'ReportMissed']),
    );
    const own = (await there.get<Page<Report>>('/api/v1/reports?year=2025')).body.items;
    expect(own.flatMap(({ of, definition }) => (of === null ? [definition] : []))).toEqual([
      'cchc-quarter-3',
      'tthc-quarter-3',
    ]);
    // What the old office had settled within the period before it ended is counted with what went along.
    const control = `/api/v1/reports/${own.find(({ definition }) => definition === 'tthc-quarter-3')?.id}`;
    const { controlTotal } = (await there.get<Report>(control)).body;
    expect(controlTotal).toMatchObject({ received: 2, settled: 1, open: 1 });
    const settled = await there.get<Page<{ standing: string }>>(`${control}/figures/settled`);
    expect(settled.body.items).toMatchObject([{ standing: 'signed' }]);
    expect(await types(chairman, from)).toEqual([]);
  });

  it('the tree of either day can still be read', async () => {
    const units = async (on: string) =>
      (
        await chairman.get<{ units: unknown[]; successor: { office: string } | null }>(
          `/api/v1/organisation?on=${on}`,
        )
      ).body;
    expect((await units('2025-06-30')).successor).toBeNull();
    expect((await units('2025-07-01')).successor?.office).toBe(successorForm.office);
    expect((await units('2025-01-01')).units).toEqual([]);
  });
});

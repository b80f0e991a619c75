import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rebuild } from '#projection';
import { taskProjection } from '#planning';
import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let justice: Client;
let head: Client;

beforeAll(async () => {
  office = await runningOffice();
  justice = await office.as('justice');
  head = await office.as('head-of-office');
});
afterAll(() => office.close());

const task = async (number: string): Promise<TaskItem> => {
  const { body } = await head.get<Page<TaskItem>>('/api/v1/tasks?limit=100');
  const found = body.items.find((item) => item.number === number);
  if (!found) throw new Error(number);
  return found;
};
const events = async () =>
  Number((await office.database.owner().query<{ n: string }>('select count(*) as n from event')).rows[0]?.n);

describe('the plan of 2025', () => {
  it('has 36 tasks in 7 areas, each with one lead who holds an account', async () => {
    const { body } = await justice.get<Page<TaskItem & { area: string }>>('/api/v1/tasks?limit=200');
    expect(body.items).toHaveLength(36);
    expect(new Set(body.items.map(({ area }) => area)).size).toBe(7);
    expect(body.items.every(({ lead }) => lead.personId)).toBe(true);
    expect(body.items.map(({ number }) => number).slice(18, 22)).toEqual(['V.1', 'V.2', 'V.2a', 'V.3']);
  });

  it('pages by cursor', async () => {
    const first = await justice.get<Page<TaskItem>>('/api/v1/tasks?limit=20');
    const second = await justice.get<Page<TaskItem>>(
      `/api/v1/tasks?limit=20&cursor=${first.body.nextCursor}`,
    );
    expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([
      20,
      16,
      null,
    ]);
  });

  it('importing the same file again changes nothing; a changed one needs a document (R10) and then amends', async () => {
    const plan = JSON.parse(readFileSync('seeds/thieu-van-2025-plan.json', 'utf8')) as object;
    const csv = readFileSync('seeds/thieu-van-2025-tasks.csv', 'utf8');
    const send = (text: string, more = {}) =>
      head.post<Problem & { changed: boolean }>('/api/v1/plans/imports', {
        plan,
        file: Buffer.from(text).toString('base64'),
        ...more,
      });
    expect((await send(csv)).body.changed).toBe(false);
    const changed = csv.replace('Quý II năm 2025', 'Quý III năm 2025');
    expect((await send(changed)).body).toMatchObject({ code: 'plan_immutable', rule: 'R10' });
    expect(
      (await send(changed, { documentNumber: '12/QĐ-UBND', documentDate: '2025-01-03' })).body.changed,
    ).toBe(true);
    await office.settled();
    expect((await task('V.2')).obligations[0]?.occurrences[0]?.due).toBe('2025-09-30T17:00:00.000+07:00');
  });
});

describe('an official acts', () => {
  it('reports progress once for a key (R35), read back at the position it was given', async () => {
    const { id } = await task('I.1');
    const key = { 'idempotency-key': randomUUID() };
    const report = { percent: 30, text: 'Đã rà soát 12 văn bản.' };
    const first = await justice.post<Written>(`/api/v1/tasks/${id}/progress-reports`, report, key);
    const again = await justice.post<Written>(`/api/v1/tasks/${id}/progress-reports`, report, key);
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const other = await justice.post<Problem>(
      `/api/v1/tasks/${id}/progress-reports`,
      { ...report, percent: 31 },
      key,
    );
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    const read = await justice.get<TaskItem>(`/api/v1/tasks/${id}?position=${first.body.position}`);
    expect(read.body).toMatchObject({ percent: 30, version: first.body.version });
    expect(read.headers.get('etag')).toBe(`"${first.body.version}"`);
  });

  it('independent reports at once are all taken; a stale If-Match is refused with the current version (R36)', async () => {
    const { id, version } = await task('I.1');
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        justice.post<Written>(`/api/v1/tasks/${id}/progress-reports`, { percent: i, text: `Lần ${i}` }),
      ),
    );
    expect(all.every(({ status }) => status === 201)).toBe(true);
    expect(new Set(all.map(({ body }) => body.version)).size).toBe(30);
    const stale = await justice.post<Problem>(
      `/api/v1/tasks/${id}/progress-reports`,
      { percent: 1, text: 'Cũ' },
      { 'if-match': `"${version}"` },
    );
    expect([stale.status, stale.body.code, stale.body.rule]).toEqual([412, 'stale_version', 'R36']);
    expect(stale.headers.get('etag')).toBe(`"${version + 30}"`);
  });

  it('another’s task is not theirs to report (R2), in the language asked for', async () => {
    const { id } = await task('V.2');
    const vi = await justice.post<Problem>(`/api/v1/tasks/${id}/progress-reports`, { percent: 5, text: 'x' });
    const en = await justice.post<Problem>(
      `/api/v1/tasks/${id}/progress-reports`,
      { percent: 5, text: 'x' },
      { 'accept-language': 'en' },
    );
    expect([vi.status, vi.body.rule, vi.headers.get('content-type')]).toEqual([
      403,
      'R2',
      'application/problem+json; charset=utf-8',
    ]);
    expect(vi.body.title).toMatch(/đầu mối/);
    expect(en.body.title).toMatch(/lead/);
  });

  it('hands in, is returned, hands in again, is accepted; R4 holds completion until then', async () => {
    const finance = await office.as('finance');
    const { id, deliverables } = await task('V.2');
    const hand = { deliverableId: deliverables[0]?.deliverableId, text: 'Báo cáo đánh giá cơ chế tự chủ' };
    const tooEarly = await finance.post<Problem>(`/api/v1/tasks/${id}/completion`, {});
    expect(tooEarly.body).toMatchObject({ code: 'deliverables_missing', rule: 'R4' });
    const reach = async (written: Written) =>
      (await head.get<TaskItem>(`/api/v1/tasks/${id}?position=${written.position}`)).body;
    const first = await reach((await finance.post<Written>(`/api/v1/tasks/${id}/submissions`, hand)).body);
    const own = await finance.post<Problem>(`/api/v1/tasks/${id}/acceptances`, {
      submissionId: first.submissions[0]?.submissionId,
    });
    expect(own.body).toMatchObject({ code: 'not_above_the_lead', rule: 'R3' });
    const waiting = await head.get<Page<TaskItem>>('/api/v1/tasks?decision=waiting');
    expect(waiting.body.items.map(({ number }) => number)).toContain('V.2');
    await head.post(`/api/v1/tasks/${id}/returns`, {
      submissionId: first.submissions[0]?.submissionId,
      reason: 'Thiếu số liệu',
    });
    const second = await reach((await finance.post<Written>(`/api/v1/tasks/${id}/submissions`, hand)).body);
    await head.post(`/api/v1/tasks/${id}/acceptances`, { submissionId: second.submissions[1]?.submissionId });
    const done = await finance.post<Written>(`/api/v1/tasks/${id}/completion`, {});
    expect((await reach(done.body)).state).toBe('completed');
  });
});

describe('time passes', () => {
  it('reminds, records what is missed once, escalates level by level (R6, R7), each naming its rule and cause (R38)', async () => {
    await office.moveTo('2025-01-06T08:00:00+07:00');
    await office.moveTo('2025-01-09T17:00:01+07:00');
    const audit = async (query: string) => (await head.get<Page<Entry>>(`/api/v1/audit?${query}`)).body.items;
    expect(await audit('type=DeadlineReminded')).toHaveLength(1);
    const missed = await audit('type=DeadlineMissed');
    expect(missed).toHaveLength(1);
    expect(missed[0]).toMatchObject({ actor: 'worker:deadlines', rule: 'R6' });
    expect(missed[0]?.causationId).not.toBeNull();
    await office.moveTo('2025-01-10T17:00:01+07:00');
    await office.moveTo('2025-01-14T17:00:01+07:00');
    const raised = await audit('type=DeadlineEscalated&order=asc');
    expect(raised.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('Phó Chủ tịch'),
      expect.stringContaining('Chủ tịch UBND xã'),
    ]);
    const chain = await audit(`correlation=${missed[0]?.correlationId}&order=asc&limit=500`);
    expect(chain.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['PlanApproved', 'TaskAssigned', 'DeadlineMissed', 'DeadlineEscalated']),
    );
    expect((await audit(`causedBy=${missed[0]?.eventId}`)).map(({ type }) => type)).toEqual([
      'DeadlineEscalated',
    ]);
    expect((await task('VII.2')).late).toBe(true);
    expect(
      (await head.get<Page<TaskItem>>('/api/v1/tasks?state=late')).body.items.map(({ number }) => number),
    ).toEqual(['VII.2']);
  });

  it('the state as of a past instant is the state of then', async () => {
    const { id } = await task('VII.2');
    const then = await head.get<TaskItem>(
      `/api/v1/tasks/${id}?at=${encodeURIComponent('2025-01-08T08:00:00+07:00')}`,
    );
    expect(then.body.late).toBe(false);
    expect((await head.get<TaskItem>(`/api/v1/tasks/${id}`)).body.late).toBe(true);
  });

  it('flags what is silent for a quarter (R8)', async () => {
    await office.moveTo('2025-03-31T17:00:01+07:00');
    const silent = await head.get<Page<TaskItem>>('/api/v1/tasks?state=silent&limit=100');
    expect(silent.body.items).toHaveLength(17);
    const progress = await head.get<{ items: { late: number }[] }>(
      '/api/v1/plans/2025/progress?day=2025-01-05',
    );
    expect(progress.body.items.reduce((sum, { late }) => sum + late, 0)).toBe(0);
  });

  it('a read model rebuilt from the log equals the one that served', async () => {
    const read = async () =>
      (await office.database.owner().query('select task_id, version, view from rm_task.task order by 1'))
        .rows as unknown[];
    const before = await read();
    await rebuild(office.runtime.pool, office.runtime.projector, taskProjection);
    expect(await read()).toEqual(before);
  });

  it('exports the whole trail as lines', async () => {
    const lines = await head.get<string>('/api/v1/audit/export.ndjson');
    expect(lines.body.trim().split('\n')).toHaveLength(await events());
    expect((await justice.get<Problem>('/api/v1/audit/export.csv')).status).toBe(403);
    const sheet = (await head.get<string>('/api/v1/audit/export.csv?type=PlanApproved')).body;
    const [columns, approval] = sheet.split('\r\n');
    expect(columns).toMatch(/^\ufeff?position,.*,data,sentence$/);
    expect(approval).toMatch(/: [^:]+ phê duyệt kế hoạch gồm 36 nhiệm vụ\.?"?$/);
  });

  it('only admin moves the demonstration clock, and only forward (R37)', async () => {
    const admin = await office.as('admin');
    expect(
      (await justice.post<Problem>('/api/v1/demo/clock', { to: '2025-05-01T08:00:00+07:00' })).status,
    ).toBe(403);
    expect(
      (await admin.post<Problem>('/api/v1/demo/clock', { to: '2025-01-01T08:00:00+07:00' })).body,
    ).toMatchObject({ code: 'clock_only_forward', rule: 'R37' });
  });
});

import { deflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Problem {
  code: string;
  status: number;
  errors?: { row?: number; column?: string; code?: string }[];
}

let office: RunningOffice;
let justice: Client;
let head: Client;
let taskId: string;

beforeAll(async () => {
  office = await runningOffice();
  justice = await office.as('justice');
  head = await office.as('head-of-office');
  taskId = (await justice.get<{ items: { id: string }[] }>('/api/v1/tasks?lead=me')).body.items[0]?.id ?? '';
});
afterAll(() => office.close());

const logLength = async () =>
  (await office.database.owner().query<{ n: string }>('select count(*) as n from event')).rows[0]?.n;
const refusedWithoutTrace = async (
  what: () => Promise<{ status: number; body: Problem }>,
  status: number,
  code: string,
) => {
  const before = await logLength();
  const { body, status: got } = await what();
  expect([got, body.code]).toEqual([status, code]);
  expect(await logLength()).toBe(before);
  return body;
};
const report =
  (body: unknown, headers = {}) =>
  () =>
    justice.post<Problem>(`/api/v1/tasks/${taskId}/progress-reports`, body, headers);

describe('a progress report that can’t be taken', () => {
  it.each([
    ['malformed JSON', '{"percent":', 400, 'invalid_input'],
    ['a mistyped field', { percent: '20', text: 'a' }, 400, 'invalid_input'],
    ['an unknown field', { percent: 20, text: 'a', actor: 'chairman' }, 400, 'invalid_input'],
    ['a percent beyond 100', { percent: 101, text: 'a' }, 400, 'invalid_input'],
    ['no text', { percent: 20, text: '' }, 400, 'invalid_input'],
    ['control characters', { percent: 20, text: 'a\u0000b' }, 400, 'invalid_input'],
    ['half a character', '{"percent":20,"text":"a\\ud800"}', 400, 'invalid_input'],
    [
      'Latin-1 for UTF-8',
      Buffer.from('{"percent":20,"text":"r\xe0 so\xe1t"}', 'latin1'),
      400,
      'invalid_input',
    ],
    ['text of 90 kB', { percent: 20, text: 'a'.repeat(90_000) }, 400, 'invalid_input'],
    ['a body of 120 kB', { percent: 20, text: 'a'.repeat(120_000) }, 413, 'too_large'],
    ['an array', [], 400, 'invalid_input'],
  ])('%s', async (_name, body, status, code) => {
    await refusedWithoutTrace(report(body), status, code);
  });

  it('a key that is no UUID, a version that is none', async () => {
    await refusedWithoutTrace(
      report({ percent: 1, text: 'a' }, { 'idempotency-key': 'x' }),
      400,
      'invalid_input',
    );
    await refusedWithoutTrace(report({ percent: 1, text: 'a' }, { 'if-match': 'abc' }), 400, 'invalid_input');
  });

  it('an unknown task, a session expired or made up, a wrong password', async () => {
    await refusedWithoutTrace(
      () =>
        justice.post('/api/v1/tasks/0199c2a8-0000-7000-8000-000000000000/progress-reports', {
          percent: 1,
          text: 'a',
        }),
      404,
      'unknown_task',
    );
    await refusedWithoutTrace(
      () => justice.post('/api/v1/tasks/nope/progress-reports', { percent: 1, text: 'a' }),
      404,
      'not_found',
    );
    const stranger = client(office.url, 'x'.repeat(43));
    await refusedWithoutTrace(
      () => stranger.post(`/api/v1/tasks/${taskId}/progress-reports`, { percent: 1, text: 'a' }),
      401,
      'unauthenticated',
    );
    const expired = await office.as('police');
    await office.database
      .owner()
      .query(
        'update session set expires_at = now() where person_id = (select person_id from account where username = $1)',
        ['police'],
      );
    await refusedWithoutTrace(
      () => expired.post(`/api/v1/tasks/${taskId}/progress-reports`, { percent: 1, text: 'a' }),
      401,
      'unauthenticated',
    );
    await refusedWithoutTrace(
      () => client(office.url).post('/api/v1/sessions', { username: 'justice', password: 'wrong' }),
      401,
      'wrong_credentials',
    );
  });
});

describe('a plan’s file that can’t be taken', () => {
  const plan = JSON.parse(readFileSync('seeds/thieu-van-2025-plan.json', 'utf8')) as Record<string, unknown>;
  const csv = readFileSync('seeds/thieu-van-2025-tasks.csv', 'utf8');
  const send =
    (file: Buffer | string, facts: unknown = plan) =>
    () =>
      head.post<Problem>('/api/v1/plans/imports', {
        plan: facts,
        file: Buffer.from(file).toString('base64'),
      });

  it.each([
    ['a missing column', csv.replace('deadline_text', 'khac')],
    ['no UTF-8', Buffer.from('section,no\n\xff\xfe', 'latin1')],
    ['control characters', csv.replace('Kế hoạch', 'Kế\u0001hoạch')],
    ['an XLSX that is none', Buffer.from('PK\u0003\u0004 rubbish')],
  ])('%s', async (_name, file) => {
    await refusedWithoutTrace(send(file), 422, 'file_unreadable');
  });

  it('a zip bomb is not opened', async () => {
    const zeros = deflateRawSync(Buffer.alloc(50_000_000));
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 0, 'latin1');
    entry.writeUInt32LE(zeros.length, 20);
    entry.writeUInt32LE(50_000_000, 24);
    await refusedWithoutTrace(
      send(Buffer.concat([Buffer.from('PK\u0003\u0004'), zeros, entry])),
      422,
      'file_unreadable',
    );
  });

  it('duplicate rows and unknown leads are named by row and column', async () => {
    const lines = csv.trimEnd().split('\n');
    const twice = await refusedWithoutTrace(send([...lines, lines[1]].join('\n')), 422, 'rows_refused');
    expect(twice.errors).toMatchObject([
      { row: 38, column: 'no', cell: 'B38', code: 'duplicate_row', value: 'I.1' },
    ]);
    const stranger = await refusedWithoutTrace(
      send(
        csv.replace(
          'Công chức Tư pháp - Hộ tịch,Công chức chuyên môn,Thường xuyên',
          'Sở Ngoại vụ,,Thường xuyên',
        ),
      ),
      422,
      'rows_refused',
    );
    expect(stranger.errors).toEqual([
      expect.objectContaining({ row: 3, column: 'lead_units', code: 'unknown_unit' }),
    ]);
  });

  it('a preview shows each row beside what was read of it, and what is wrong, and writes nothing', async () => {
    const { body: before } = await head.get<{ version: number }>('/api/v1/plans/2025');
    const preview = async (text: string) =>
      head.post<{
        rows: { row: number; kind: string; source: string[]; read: { lead: string } | null }[];
        changes: number | null;
        refusal: { code: string } | null;
        errors: { cell: string; message: string }[];
      }>('/api/v1/plans/imports/preview', { plan, file: Buffer.from(text).toString('base64') });
    const [same, changed] = [await preview(csv), await preview(csv.replace('Quý II năm 2025', 'Quý III'))];
    expect([same.status, same.body.changes, same.body.refusal]).toEqual([200, 0, null]);
    expect(same.body.rows.slice(0, 2)).toMatchObject([
      { row: 1, kind: 'head', read: null },
      { row: 2, kind: 'task', read: { lead: 'Công chức Tư pháp - Hộ tịch' } },
    ]);
    expect(same.body.rows[1]?.source.slice(0, 2)).toEqual(['I', '1']);
    expect([changed.body.changes, changed.body.refusal?.code]).toEqual([null, 'plan_immutable']);
    const wrong = await preview(csv.replace(',Công chức Tư pháp - Hộ tịch,', ',Sở Ngoại vụ,'));
    expect([wrong.status, wrong.body.changes, wrong.body.errors[0]?.cell]).toEqual([200, null, 'E2']);
    expect(wrong.body.rows[1]?.read).toBeNull();
    expect((await head.get<{ version: number }>('/api/v1/plans/2025')).body.version).toBe(before.version);
  });

  it('the plan’s own facts must be whole', async () => {
    await refusedWithoutTrace(send(csv, { year: '2025' }), 400, 'invalid_input');
  });

  it('an unreadable phrase or another year is not guessed: it waits for a date, and is reported', async () => {
    const next = { ...plan, year: 2026 };
    const { body } = await head.post<{ notes: { row: number; code: string }[]; tasks: number }>(
      '/api/v1/plans/imports',
      {
        plan: next,
        file: Buffer.from(csv.replace('Thường xuyên trong năm', 'khi nào xong thì xong')).toString('base64'),
      },
    );
    expect(body.tasks).toBe(36);
    expect(body.notes).toContainEqual(
      expect.objectContaining({ row: 5, column: 'deadline_text', code: 'deadline_unreadable' }),
    );
    expect(body.notes.filter(({ code }) => code === 'deadline_other_year').length).toBeGreaterThan(10);
    expect((await head.post<Problem>('/api/v1/plans/2026/submission', {})).body.code).toBe('plan_not_ready');
  });
});

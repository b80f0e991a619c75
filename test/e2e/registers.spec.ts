import { rebuild } from '#projection';
import { RegisterQueries, registerProjection } from '#registers';
import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Item {
  id: string;
  kind: string;
  title: string;
  status: string;
  by: string | null;
  facts: Record<string, string | number>;
  corrected: string | null;
}
interface Total {
  kind: string;
  choice: string | null;
  entries: number;
  participants: number;
  done: number;
  total: number | null;
}

let office: RunningOffice;
let culture: Client, land: Client, head: Client, desk: Client;
let taskId: string;
beforeAll(async () => {
  office = await runningOffice();
  [culture, land, head, desk] = (await Promise.all(
    ['culture', 'land', 'head-of-office', 'desk'].map((name) => office.as(name)),
  )) as [Client, Client, Client, Client];
  taskId = (await head.get<Page<TaskItem>>('/api/v1/tasks?area=VII')).body.items[0]?.id ?? '';
  await office.moveTo('2025-03-10T08:00:00+07:00');
});
afterAll(() => office.close());

const post = (by: Client, path: string, body: object) =>
  by.post<Written & Problem & { entryId: string }>(`/api/v1/registers${path}`, body);
const totals = async (query = '') =>
  (await head.get<{ items: Total[] }>(`/api/v1/registers/totals?from=2025-01-01&to=2025-03-10${query}`)).body
    .items;
const logLength = async () =>
  (await office.database.owner().query<{ n: string }>('select count(*) as n from event')).rows[0]?.n;
const day = '2025-03-07';
const training = { kind: 'training', day, title: 'Tập huấn dịch vụ công', participants: 32, hours: 4 };
const KEPT = { training: '' };

it('the registers say themselves what they ask for', async () => {
  const { body } = await head.get<{
    items: { kind: string; facts: { name: string; required: boolean }[] }[];
  }>('/api/v1/registers/kinds');
  expect(body.items.map(({ kind }) => kind)).toEqual([
    'training',
    'publicity',
    'archive',
    'initiative',
    'guidance',
    'simplification',
    'posting',
    'commendation',
  ]);
  expect(body.items[0]?.facts.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'participants',
    'hours',
  ]);
});

describe('an entry that can’t be taken is refused by name and changes nothing', () => {
  it.each([
    ['no such register', { ...training, kind: 'secrets' }, 400, 'invalid_input'],
    ['a number that is a text', { ...training, participants: '32' }, 400, 'invalid_input'],
    ['less than nobody', { ...training, participants: -1 }, 400, 'invalid_input'],
    ['half an hour', { ...training, hours: 0.5 }, 400, 'invalid_input'],
    ['a day that is none', { ...training, day: '2025-02-30' }, 400, 'invalid_input'],
    ['a link that is none', { ...training, link: 'javascript:alert(1)' }, 400, 'invalid_input'],
    ['without what its register asks for', { ...training, hours: undefined }, 422, 'register_fact_missing'],
    ['with what another register asks for', { ...training, way: 'hotline' }, 422, 'register_fact_not_asked'],
    ['of tomorrow', { ...training, day: '2025-03-11' }, 422, 'register_entry_invalid'],
    [
      'of a task nobody knows',
      { ...training, taskId: '0199c2a8-0000-7000-8000-000000000000' },
      422,
      'register_entry_invalid',
    ],
    [
      'about a procedure nobody knows',
      { kind: 'guidance', day, title: 'Khai sinh', procedureCode: '9.999999', way: 'hotline' },
      422,
      'register_entry_invalid',
    ],
  ])('%s', async (_what, body, status, code) => {
    const before = await logLength();
    const answer = await post(culture, '', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await logLength()).toBe(before);
  });
});

it('each kind of counted work is entered, with its task, and listed the latest first', async () => {
  const link = 'https://facebook.com/thieuvan/posts/1';
  const entries: [Client, object][] = [
    [culture, { ...training, taskId }],
    [culture, { kind: 'publicity', day: '2025-03-05', title: 'Bài phát thanh', channel: 'radio', taskId }],
    [culture, { kind: 'publicity', day: '2025-03-06', title: 'Bài viết', channel: 'social', link, taskId }],
    [
      head,
      { kind: 'archive', day: '2025-02-03', title: 'Phông UBND', measure: 'metres', done: 10, total: 40 },
    ],
    [
      head,
      { kind: 'archive', day: '2025-03-03', title: 'Phông UBND', measure: 'metres', done: 5, total: 42 },
    ],
    [culture, { kind: 'initiative', day, title: 'Trả kết quả tại thôn', recognition: 'none' }],
    [desk, { kind: 'guidance', day, title: 'Giấy tờ cần có', procedureCode: '1.004884', way: 'hotline' }],
    [
      head,
      { kind: 'simplification', day, title: 'Bỏ bản sao', procedureCode: '1.004884', outcome: 'proposed' },
    ],
    [head, { kind: 'posting', day, title: 'Bảng niêm yết tại Một cửa', checked: 40, lacking: 2 }],
    [
      head,
      {
        kind: 'commendation',
        day,
        title: 'Chuyển đổi số',
        award: 'certificate',
        persons: 3,
        documentNumber: '9/QĐ',
      },
    ],
  ];
  let position = 0;
  for (const [by, entry] of entries) {
    const answer = await post(by, '', entry);
    expect(answer.status).toBe(201);
    KEPT.training ||= answer.body.entryId;
    position = answer.body.position;
  }
  const listed = await head.get<Page<Item>>(`/api/v1/registers?kind=publicity&position=${position}`);
  expect(listed.body.items.map(({ title }) => title)).toEqual(['Bài viết', 'Bài phát thanh']);
  expect(listed.body.items[0]?.by).toMatch(/\p{L}/u);
  const first = await head.get<Page<Item>>('/api/v1/registers?limit=4');
  const second = await head.get<Page<Item>>(`/api/v1/registers?limit=4&cursor=${first.body.nextCursor}`);
  const third = await head.get<Page<Item>>(`/api/v1/registers?limit=4&cursor=${second.body.nextCursor}`);
  expect([first, second, third].map(({ body }) => body.items.length)).toEqual([4, 4, 2]);
  expect(third.body.nextCursor).toBeNull();
});

it('totals by period, told apart by channel, measure, recognition; of one task alone too', async () => {
  const found = await totals();
  expect(found.map(({ kind, choice, entries }) => [kind, choice, entries])).toEqual([
    ['training', null, 1],
    ['publicity', 'radio', 1],
    ['publicity', 'social', 1],
    ['archive', 'metres', 2],
    ['initiative', 'none', 1],
    ['guidance', 'hotline', 1],
    ['simplification', 'proposed', 1],
    ['posting', null, 1],
    ['commendation', 'certificate', 1],
  ]);
  expect(found[3]).toMatchObject({ done: 15, total: 42 });
  expect((await totals(`&task=${taskId}`)).map(({ kind }) => kind)).toEqual([
    'training',
    'publicity',
    'publicity',
  ]);
});

it('is corrected and withdrawn with a reason by whoever made it; the trail says so', async () => {
  const before = await logOf();
  const { kind: _kind, ...said } = { ...training, taskId, participants: 30 };
  const correction = { ...said, reason: 'Đếm lại danh sách' };
  const path = `/${KEPT.training}`;
  expect((await post(land, `${path}/corrections`, correction)).body.code).toBe('not_your_register_entry');
  const done = await post(culture, `${path}/corrections`, correction);
  expect(done.status).toBe(201);
  const { items } = (
    await head.get<Page<Item>>(`/api/v1/registers?kind=training&position=${done.body.position}`)
  ).body;
  expect(items[0]).toMatchObject({ facts: { participants: 30 }, corrected: 'Đếm lại danh sách' });
  const trail = await head.get<Page<Entry>>(`/api/v1/audit?subject=${KEPT.training}&order=desc`);
  expect(trail.body.items[0]?.sentence).toContain(
    'sửa mục "Tập huấn dịch vụ công" trong sổ đào tạo, tập huấn',
  );
  // R29: what the log held before the correction is counted as it was, for ever.
  const queries = office.runtime.get(RegisterQueries);
  const then = await queries.totalsAsOf(before.office, { from: '2025-01-01', to: '2025-03-10' }, before);
  expect(then[0]).toMatchObject({ kind: 'training', participants: 32 });
  await post(head, `${path}/withdrawal`, { reason: 'Ghi trùng' });
});

it('a recount of the log, the live figures and a read model built anew are the same (R29)', async () => {
  await office.settled();
  const live = await totals();
  expect(live.map(({ kind }) => kind)).not.toContain('training');
  await rebuild(office.runtime.pool, office.runtime.projector, registerProjection);
  expect(await totals()).toEqual(live);
});

async function logOf() {
  const { rows } = await office.database
    .owner()
    .query<{ position: string; office: string }>(
      'select position, office from event order by position desc limit 1',
    );
  return {
    office: rows[0]?.office ?? '',
    position: Number(rows[0]?.position),
    instant: new Date('2025-03-11T00:00:00+07:00'),
  };
}

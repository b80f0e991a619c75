import { rebuild } from '#projection';
import { taskProjection } from '#planning';
import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Money {
  allocated: number;
  allowed: number;
  spent: number;
  balance: number;
}
interface Line extends Money {
  lineId: string;
  purpose: string;
  left: number;
  allocations: { allocationId: string; withdrawn: string | null }[];
  spendings: { spendingId: string; by: string | null; withdrawn: string | null }[];
}
interface TaskMoney extends Money {
  version: number;
  funding: string | null;
  lines: Line[];
}
interface PlanMoney {
  areas: (Money & { area: string; tasks: number; completed: number })[];
  total: Money & { tasks: number };
  tasks: (Money & { number: string; percent: number; state: string })[];
}

let office: RunningOffice;
let head: Client, chairman: Client, justice: Client, finance: Client;
let ours: string, theirs: string;
beforeAll(async () => {
  office = await runningOffice();
  [head, chairman, justice, finance] = (await Promise.all(
    ['head-of-office', 'chairman', 'justice', 'finance'].map((name) => office.as(name)),
  )) as [Client, Client, Client, Client];
  const led = async (by: Client) =>
    (await by.get<Page<TaskItem>>('/api/v1/tasks?lead=me')).body.items[0]?.id ?? '';
  [ours, theirs] = [await led(justice), await led(finance)];
  await office.moveTo('2025-03-10T08:00:00+07:00');
});
afterAll(() => office.close());

const post = (by: Client, path: string, body: object) =>
  by.post<Written & Problem & { detail: string }>(`/api/v1/tasks/${path}`, body);
const moneyOf = async (task = ours, by = justice) =>
  (await by.get<TaskMoney>(`/api/v1/tasks/${task}/money`)).body;
const decision = { documentNumber: '12/QĐ-UBND', documentDate: '2025-01-06' };
const given = (amount: unknown, purpose = 'In ấn tài liệu tuyên truyền') => ({
  purpose,
  amount,
  ...decision,
});
const bill = async (amount: unknown, documentNumber = 'HĐ-001') => ({
  ...{ lineId: (await moneyOf()).lines[0]?.lineId, amount, day: '2025-03-07' },
  ...{ documentNumber, text: 'In 500 tờ rơi' },
});
const logLength = async () =>
  (await office.database.owner().query<{ n: string }>('select count(*) as n from event')).rows[0]?.n;
const sums = ({ allocated, allowed, spent, balance }: Money) => [allocated, allowed, spent, balance];

it('a task without money says so', async () => {
  expect(await moneyOf()).toMatchObject({ allocated: 0, spent: 0, balance: 0, funding: null, lines: [] });
});

describe('an amount that is none is refused by name and changes nothing', () => {
  it.each([
    ['a text', '2.000.000'],
    ['less than nothing', -1],
    ['nothing', 0],
    ['with a fraction', 1_000_000.5],
    ['missing', undefined],
    ['more than any commune has', 1_000_000_000_001],
    ['a number beyond all that is whole', 1e20],
  ])('%s', async (_what, amount) => {
    const before = await logLength();
    const { status, body } = await post(head, `${ours}/allocations`, given(amount));
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(JSON.stringify(body)).toContain('amount');
    expect(await logLength()).toBe(before);
  });
});

it('the office of record and the chairman allocate by a document; whoever leads the task does not', async () => {
  expect((await post(justice, `${ours}/allocations`, given(2_000_000))).body.code).toBe('not_open_to_role');
  expect((await post(head, `${ours}/allocations`, given(2_000_000))).status).toBe(201);
  expect((await post(chairman, `${ours}/allocations`, given(1_250_000, 'Thuê hội trường'))).status).toBe(201);
  const money = await moneyOf();
  expect(sums(money)).toEqual([3_250_000, 0, 0, 3_250_000]);
  expect(money.lines.map(({ purpose, left }) => [purpose, left])).toEqual([
    ['In ấn tài liệu tuyên truyền', 2_000_000],
    ['Thuê hội trường', 1_250_000],
  ]);
});

it('R2: the lead notes what was spent by its document; another lead does not', async () => {
  expect((await post(finance, `${ours}/spendings`, await bill(1_250_000))).body.code).toBe('not_the_lead');
  expect((await post(justice, `${ours}/spendings`, await bill(1_250_000))).status).toBe(201);
  expect((await post(justice, `${ours}/spendings`, await bill(1_250_000))).body.code).toBe(
    'spending_recorded_already',
  );
  const money = await moneyOf();
  expect(sums(money)).toEqual([3_250_000, 0, 1_250_000, 2_000_000]);
  expect(money.lines[0]?.spendings[0]?.by).toMatch(/\p{L}/u);
});

it('above its line it is refused, says what is left, and changes nothing', async () => {
  const before = await logLength();
  const { status, body } = await post(justice, `${ours}/spendings`, await bill(750_001, 'HĐ-002'));
  expect([status, body.code]).toEqual([409, 'spending_over_allocation']);
  expect(body.title).toBe('Vượt dự toán: dòng "In ấn tài liệu tuyên truyền" chỉ còn 750.000 ₫');
  expect(await logLength()).toBe(before);
});

it('the chairman alone decides on an over-run, with a reason; it is spent as far as it was allowed', async () => {
  const lineId = (await moneyOf()).lines[0]?.lineId;
  const more = { lineId, amount: 100_000, reason: 'Giá giấy tăng, trong nguồn tiết kiệm chi' };
  expect((await post(head, `${ours}/overruns`, more)).body.code).toBe('not_open_to_role');
  expect((await post(chairman, `${ours}/overruns`, { ...more, reason: '' })).body.code).toBe('invalid_input');
  expect((await post(chairman, `${ours}/overruns`, more)).status).toBe(201);
  expect((await post(justice, `${ours}/spendings`, await bill(850_001, 'HĐ-002'))).body.code).toBe(
    'spending_over_allocation',
  );
  expect((await post(justice, `${ours}/spendings`, await bill(850_000, 'HĐ-002'))).status).toBe(201);
  expect(sums(await moneyOf())).toEqual([3_250_000, 100_000, 2_100_000, 1_150_000]);
});

it('two that together go beyond the line: one goes in, the other is refused', async () => {
  const lineId = (await moneyOf()).lines[1]?.lineId;
  const both = await Promise.all(
    ['HĐ-010', 'HĐ-011'].map(async (number) =>
      post(justice, `${ours}/spendings`, { ...(await bill(700_000, number)), lineId }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await moneyOf()).lines[1]).toMatchObject({ spent: 700_000, left: 550_000 });
});

it('what was wrong is taken back with a reason and stays in sight; what is spent can’t be withdrawn', async () => {
  const [line, hall] = (await moneyOf()).lines;
  const spendingId = hall?.spendings[0]?.spendingId;
  const allocationId = line?.allocations[0]?.allocationId;
  const reason = 'Ghi nhầm chứng từ';
  expect((await post(justice, `${ours}/spendings/withdrawals`, { spendingId, reason })).status).toBe(201);
  expect(
    (await post(head, `${ours}/allocations/withdrawals`, { allocationId, reason: 'Giảm dự toán' })).body.code,
  ).toBe('allocation_spent');
  const money = await moneyOf();
  expect(sums(money)).toEqual([3_250_000, 100_000, 2_100_000, 1_150_000]);
  expect(money.lines[1]?.spendings[0]?.withdrawn).toBe(reason);
});

it('totals per area, spending beside results; the same once the read model is built anew', async () => {
  await post(justice, `${ours}/progress-reports`, { percent: 60, text: 'Đã in và phát tờ rơi' });
  const { position } = (await post(head, `${theirs}/allocations`, given(500_000, 'Văn phòng phẩm'))).body;
  await head.get(`/api/v1/tasks?position=${position}`);
  const plan = async () => (await head.get<PlanMoney>('/api/v1/plans/2025/money')).body;
  const found = await plan();
  expect(sums(found.total)).toEqual([3_750_000, 100_000, 2_100_000, 1_650_000]);
  expect(found.total.tasks).toBe(2);
  expect(found.areas.map(({ area }) => area)).toEqual(['I', 'V']);
  expect(found.tasks[0]).toMatchObject({ percent: 60, spent: 2_100_000, state: 'in_progress' });
  await rebuild(office.runtime.pool, office.runtime.projector, taskProjection);
  expect(await plan()).toEqual(found);
});

it('a task’s past says what it had cost then', async () => {
  const { body } = await justice.get<{ money: Money }>(
    `/api/v1/tasks/${ours}?at=${encodeURIComponent('2025-03-09T23:59:59+07:00')}`,
  );
  expect(body.money).toEqual({ allocated: 0, allowed: 0, spent: 0 });
});

it('R38: the trail says who gave, spent and allowed how much, in both languages', async () => {
  const said = async (language: string) =>
    (
      await head.get<Page<Entry>>(`/api/v1/audit?subject=${ours}&order=asc&limit=200`, {
        'accept-language': language,
      })
    ).body.items.map(({ sentence }) => sentence);
  const [vi, en] = [await said('vi'), await said('en')];
  expect(vi.some((one) => one.includes('giao dự toán 2.000.000 ₫ cho "In ấn tài liệu tuyên truyền"'))).toBe(
    true,
  );
  expect(vi.some((one) => one.includes('quyết định cho chi vượt 100.000 ₫'))).toBe(true);
  expect(en.some((one) => one.includes('recorded 1,250,000 ₫ spent on 07/03/2025'))).toBe(true);
});

it('a task nobody knows has no money', async () => {
  const { status, body } = await head.get<Problem>(
    '/api/v1/tasks/0199c2a8-0000-7000-8000-000000000000/money',
  );
  expect([status, body.code]).toEqual([404, 'unknown_task']);
});

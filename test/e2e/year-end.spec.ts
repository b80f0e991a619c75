import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Carried {
  carriedFrom: { year: number; taskId: string; number: string; percent: number } | null;
  carriedTo: { year: number; taskId: string } | null;
}
interface NextPlan {
  title: string;
  tasks: { number: string; obligations: { phrase: string; needsDate: boolean }[] }[];
}

let office: RunningOffice;
let head: Client;
let chairman: Client;

beforeAll(async () => {
  office = await runningOffice();
  head = await office.as('head-of-office');
  chairman = await office.as('chairman');
});
afterAll(() => office.close());

const tasks = async () =>
  (await head.get<Page<TaskItem & Carried & { planId: string }>>('/api/v1/tasks?limit=200')).body.items;
const one = async (number: string) => {
  const found = (await tasks()).find((task) => task.number === number);
  if (!found) throw new Error(number);
  return found;
};
const plan = async (year: number) =>
  (await head.get<{ id: string; status: string; title: string; tasks: number }>(`/api/v1/plans/${year}`))
    .body;
const close = () =>
  chairman.post<Problem & Written & { detail: string }>('/api/v1/plans/2025/closing', {
    reason: 'Hết năm kế hoạch',
  });

describe('at the year’s end', () => {
  it('a plan with open work is not closed: what is open is named', async () => {
    await head.post(`/api/v1/tasks/${(await one('I.1')).id}/cancellation`, { reason: 'Tỉnh đã bãi bỏ' });
    const justice = await office.as('justice');
    await justice.post(`/api/v1/tasks/${(await one('I.2')).id}/progress-reports`, {
      percent: 40,
      text: 'Đang làm',
    });
    await office.settled();
    const refused = await close();
    expect([refused.status, refused.body.code]).toEqual([409, 'plan_open_work']);
    expect(refused.body.detail).toMatch(/năm 2026.*: I\.2, .*VII\.2, .*VII\.7\.$/);
  });

  it('next year’s plan is looked at before anything is written, then drafted; again, it changes nothing', async () => {
    const justice = await office.as('justice');
    expect((await justice.post('/api/v1/plans/2025/next', {})).status).toBe(403);
    const preview = (await head.get<NextPlan>('/api/v1/plans/2025/next')).body;
    expect(preview.tasks).toHaveLength(35);
    expect(preview.title).toContain('2026');
    expect(preview.tasks.find(({ number }) => number === 'V.2')?.obligations).toMatchObject([
      { phrase: 'Quý II năm 2026', needsDate: false },
    ]);
    expect(await head.get('/api/v1/plans/2026')).toMatchObject({
      status: 200,
      body: { none: true, year: 2026 },
    });
    expect((await head.post<Written>('/api/v1/plans/2025/next', {})).status).toBe(201);
    expect(await plan(2026)).toMatchObject({ status: 'draft', title: preview.title, tasks: 35 });
    const again = await head.post<{ written: number }>('/api/v1/plans/2025/next', {});
    expect([again.status, again.body.written]).toEqual([201, 0]);
    await office.settled();
    const goesOn = (await tasks()).filter(({ carriedFrom }) => carriedFrom !== null);
    expect(goesOn).toHaveLength(35);
    expect(goesOn.find(({ number }) => number === 'I.2')).toMatchObject({
      state: 'planned',
      carriedFrom: { year: 2025, number: 'I.2', percent: 40 },
    });
  });

  it('the plan is closed, its open work goes on in the new one alone, and nothing changes it any more', async () => {
    const before = (await tasks()).filter(({ carriedFrom }) => carriedFrom === null);
    expect((await close()).status).toBe(201);
    await office.settled();
    expect((await plan(2025)).status).toBe('closed');
    const all = new Map((await tasks()).map((task) => [task.id, task]));
    for (const { id, number } of before) {
      const task = all.get(id);
      if (number === 'I.1') expect(task?.state).toBe('cancelled');
      else expect(all.get(task?.carriedTo?.taskId ?? '')?.carriedFrom).toMatchObject({ taskId: id, number });
    }
    const document = { documentNumber: '9/QĐ-UBND', documentDate: '2025-12-31' };
    const first = before.find(({ number }) => number === 'I.2')?.id;
    const amended = await head.post<Problem>(`/api/v1/plans/2025/tasks/${first}/amendments`, {
      ...document,
      title: 'Khác',
    });
    expect([amended.status, amended.body.code]).toEqual([409, 'plan_state']);
    const added = {
      title: 'Việc mới',
      deliverables: 'Báo cáo',
      dueDay: '2025-12-31',
      area: 'I',
      ...document,
    };
    expect((await head.post('/api/v1/plans/2025/tasks', added)).status).toBe(409);
    await office.moveTo('2025-04-02T08:00:00+07:00');
    const said = async (query: string) =>
      (await head.get<Page<Entry>>(`/api/v1/audit?${query}`)).body.items.map(({ sentence }) => sentence);
    expect(await said('type=DeadlineMissed')).toEqual([]);
    expect((await said(`subject=${first}&type=TaskCarriedOver`))[0]).toMatch(/kế hoạch năm 2026/);
    expect((await said('type=TasksCarriedOver'))[0]).toMatch(/35 nhiệm vụ từ kế hoạch năm 2025/);
  });
});

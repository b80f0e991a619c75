import { demoForm, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

interface Progress {
  items: { area: string; unitId: string; tasks: number; completed: number }[];
}
interface Told {
  items: { code: string; values: { part: number; whole: number }[] }[];
}

interface Seen {
  id: string;
  secret: boolean;
  obligations: { kind: string; occurrences: { due: string | null; status: string }[] }[];
}
const inFirstQuarter = ({ due, status }: { due: string | null; status: string }) =>
  due !== null && due >= '2025-01-01' && due < '2025-04-01' && status !== 'closed';

const LAW = unitId(demoForm.office, 'Công chức Tư pháp - Hộ tịch');
const ASKED = { area: 'II', leadUnitId: LAW, dueDay: '2025-01-20' };
let office: RunningOffice;
let head: Client, justice: Client;
let taskId: string;
beforeAll(async () => {
  office = await runningOffice();
  [head, justice] = (await Promise.all(['head-of-office', 'justice'].map((name) => office.as(name)))) as [
    Client,
    Client,
  ];
  await office.moveTo('2025-01-10T08:00:00+07:00');
});
afterAll(() => office.close());

const act = (by: Client, what: string, body: object = {}) =>
  by.post<Written & Problem>(`/api/v1/tasks/${taskId}/${what}`, body);
const total = ({ items }: { items: { tasks: number }[] }) => items.reduce((sum, { tasks }) => sum + tasks, 0);
const inside = async () => total((await head.get<Progress>('/api/v1/plans/2025/progress')).body);
const outside = async () =>
  total((await client(office.url).get<Progress>('/public/thieu-van/open-data/plan-progress')).body);
const workOnline = async () =>
  (await head.get<Told>('/api/v1/indices?from=2025-01-01&to=2025-03-31')).body.items.find(
    ({ code }) => code === 'WORK_ONLINE',
  )?.values;

it('is counted in the plan’s progress and not shown to the public; what it says is refused', async () => {
  const [before, shown] = [await inside(), await outside()];
  const add = (by: Client, body: object) =>
    by.post<Written & Problem & { taskId: string }>('/api/v1/plans/2025/secret-tasks', body);
  expect((await add(justice, ASKED)).body.code).toBe('not_open_to_role');
  expect((await add(head, { ...ASKED, title: 'Kế hoạch A' })).body.code).toBe('kept_outside');
  const { status, body } = await add(head, ASKED);
  expect(status).toBe(201);
  ({ taskId } = body);
  const task = () => justice.get<TaskItem & { secret: boolean; title: string }>(`/api/v1/tasks/${taskId}`);
  await eventually(async () => (await task()).body.state === 'assigned');
  expect((await task()).body).toMatchObject({ number: 'M.1', title: 'Việc mật', secret: true });
  await office.settled();
  expect([(await inside()) - before, (await outside()) - shown]).toEqual([1, 0]);
});

it('nothing that says something of it comes in; its progress and its end do', async () => {
  expect((await act(justice, 'acknowledgement', { note: 'Nội dung' })).body.code).toBe('kept_outside');
  expect((await act(justice, 'progress-reports', { percent: 10, text: 'x' })).body.code).toBe('kept_outside');
  expect((await act(head, 'urgings', { text: 'Làm ngay' })).body.code).toBe('kept_outside');
  expect((await act(justice, 'secret-progress', { percent: 10, text: 'x' })).status).toBe(400);
  expect((await act(justice, 'secret-progress', { percent: 10 })).status).toBe(201);
  const { items } = (await head.get<Page<Entry>>(`/api/v1/audit?subject=${taskId}&type=TaskProgressReported`))
    .body;
  expect(items[0]?.sentence).toMatch(/báo cáo tiến độ 10%\.?( ·|$)/);
});

it('the target of work handled online counts what is not secret: those due, and those that went on here', async () => {
  await office.moveTo('2025-04-01T08:00:00+07:00');
  await office.settled();
  const { items } = (await head.get<Page<Seen>>('/api/v1/tasks?limit=100')).body;
  const due = items.filter(
    ({ secret, obligations }) =>
      !secret &&
      obligations.some(({ kind, occurrences }) => kind !== 'continuous' && occurrences.some(inFirstQuarter)),
  );
  expect(due.length).toBeGreaterThan(0);
  expect(await workOnline()).toMatchObject([{ part: 0, whole: due.length }]);
  const led = (await justice.get<Page<Seen>>('/api/v1/tasks?lead=me&limit=100')).body.items;
  const own = led.find(({ id }) => due.some((one) => one.id === id));
  const progress = { percent: 50, text: 'Đã làm một nửa' };
  expect((await justice.post(`/api/v1/tasks/${own?.id}/progress-reports`, progress)).status).toBe(201);
  expect((await act(justice, 'completion', { note: 'Xong' })).body.code).toBe('kept_outside');
  expect((await act(justice, 'completion')).status).toBe(201);
  await office.settled();
  expect(await workOnline()).toMatchObject([{ part: 1, whole: due.length }]);
});

import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { unitId } from '../../apps/runtime/src/index.js';
import { LAND, WHO, openDesk } from '../support/desk.js';
import { heldBack } from '../support/held-back.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

interface Holder {
  applicantId: string;
}

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
});
afterAll(() => office.close());

describe('R34: a right that comes with a dossier is there at once, whichever process looks', () => {
  it('who took a dossier over reads its applicant and prints its forms', async () => {
    const { dossierId } = (await at.receive({ ...LAND, applicant: WHO })).body;
    const { applicantId } = (await at.desk.get<Holder>(`/api/v1/dossiers/${dossierId}`)).body;
    const applicant = `/api/v1/persons/${applicantId}?purpose=giai-quyet`;
    // Another process knows the applicant already, from before.
    expect((await at.culture.get<Problem>(applicant)).body.code).toBe('no_duty');
    // However far the worker is behind: the right comes with the act that gives it.
    const catchUp = await heldBack(office.database.owner(), 'duties_in_applicants');
    await at.act(at.desk, dossierId, 'hand-overs', { toPostId: await at.postOf('culture') });
    expect((await at.act(at.culture, dossierId, 'acceptances')).status).toBe(201);
    expect((await at.culture.get(applicant)).status).toBe(200);
    await catchUp();
    await office.settled();
    expect(await sharedFor(dossierId)).toEqual([{ rule: 'R34' }]);
    await eventually(async () => (await receiptOf(dossierId)) !== undefined);
    const printed = await at.culture.bytes(
      `/api/v1/documents/${(await receiptOf(dossierId))?.id}?format=docx`,
    );
    expect([printed.status, printed.bytes.length > 1_000]).toEqual([200, true]);
  });
});

it('R34: who is to answer feedback reads its words and answers, however far the worker is behind', async () => {
  const sent = await client(office.url).post<{ lookup: { code: string } }>('/public/thieu-van/feedback', {
    text: 'Đường vào thôn Đắc Châu 1 bị ngập mỗi khi mưa lớn.',
    name: 'Lê Văn Dân',
  });
  const { code } = sent.body.lookup;
  const feedback = `/api/v1/feedback/${code}`;
  const words = async (by: Client) =>
    (await by.get<Problem>(`${feedback}/words?purpose=trả lời`)).body.code ?? 'read';
  const assign = (name: string) =>
    at.head.post<Problem>(`${feedback}/assignment`, { unitId: unitId('thieu-van', name) });
  const catchUp = await heldBack(office.database.owner(), 'share_authors');
  expect((await assign('Công chức Văn hóa - Xã hội')).status).toBe(201);
  expect(await words(at.culture)).toBe('read');
  expect(await words(at.justice)).toBe('no_duty');
  expect((await assign('Công chức Tư pháp - Hộ tịch')).status).toBe(201);
  expect(await words(at.justice)).toBe('read');
  await catchUp();
  await office.settled();
  // Nothing is done again by the worker that comes later.
  expect(await sharedFor(code)).toHaveLength(2);
});

describe('R6: a deadline that begins in one process is kept by the other', () => {
  it.each([
    ['V.1', '2025-05-15', '2025-05-13T08:00:00+07:00', '2025-06-02T08:00:00+07:00'],
    ['VI.6', '2025-07-15', '2025-07-11T08:00:00+07:00', '2025-08-04T08:00:00+07:00'],
  ])(
    '%s, triggered after the worker last looked at it, is reminded of, missed and escalated',
    async (number, dueDay, before, after) => {
      await quarterEnds();
      const { id } = await taskOf(number);
      await workerKnows(id);
      const { body } = await at.head.get<TaskItem>(`/api/v1/tasks/${id}`);
      const triggered = await at.chairman.post<Written>(`/api/v1/tasks/${id}/triggers`, {
        obligationId: body.obligations.find(({ kind }) => kind === 'triggered')?.id,
        day: '2025-04-02',
        dueDay,
        note: 'Quyết định 15/QĐ-UBND',
      });
      expect(triggered.status).toBe(201);
      await office.moveTo(before);
      await office.moveTo(after);
      const trail = await at.head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=asc&limit=200`);
      const types = trail.body.items
        .filter(({ position }) => position > triggered.body.position)
        .map(({ type }) => type)
        .filter((type) => /^Deadline(Reminded|Missed|Escalated)$/.test(type));
      expect(types).toEqual(['DeadlineReminded', 'DeadlineMissed', 'DeadlineEscalated']);
      expect((await taskOf(number)).late).toBe(true);
    },
  );
});

const sharedFor = async (subject: string) =>
  (
    await office.database
      .owner()

      .query<{ rule: string }>(`select rule from event where type = 'PersonShared' and data ->> 'for' = $1`, [
        subject,
      ])
  ).rows;

const receiptOf = async (dossierId: string) =>
  (
    await at.desk.get<Page<{ id: string; kind: string }>>(`/api/v1/dossiers/${dossierId}/documents`)
  ).body.items.find(({ kind }) => kind === 'receipt');

const taskOf = async (number: string): Promise<TaskItem> => {
  const { items } = (await at.head.get<Page<TaskItem>>('/api/v1/tasks?limit=100')).body;
  const found = items.find((item) => item.number === number);
  if (!found) throw new Error(number);
  return found;
};

/** The worker tells the task's lead something, and remembers the task as it is then. */
async function workerKnows(id: string): Promise<void> {
  const text = 'Đề nghị báo cáo.';
  expect((await at.chairman.post(`/api/v1/tasks/${id}/urgings`, { text })).status).toBe(201);
  await office.settled();
}

async function quarterEnds(): Promise<void> {
  const clock = await office.runtime.clock.refresh().then(() => office.runtime.clock.now());
  const end = '2025-04-02T08:00:00+07:00';
  if (clock < new Date(end)) await office.moveTo(end);
}

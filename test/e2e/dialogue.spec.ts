import { checkVault } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

let office: RunningOffice;
let head: Client, justice: Client, culture: Client, chairman: Client;
beforeAll(async () => {
  office = await runningOffice();
  [head, justice, culture, chairman] = (await Promise.all(
    ['head-of-office', 'justice', 'culture', 'chairman'].map((name) => office.as(name)),
  )) as [Client, Client, Client, Client];
});
afterAll(() => office.close());

const unitOf = async (by: Client) =>
  (await by.get<{ posts: { unitId: string }[] }>('/api/v1/sessions/me')).body.posts[0]?.unitId;

const ASKED = 'Bao giờ có lịch tiếp dân cố định? Tôi là Hòa, ở thôn 3.';

/** What was asked is read for a purpose by whoever has the duty, stands nowhere else, and goes with its asker. */
async function theQuestionIsInTheVault(dialogueId: string): Promise<void> {
  const wordsOf = (by: Client) =>
    by.get<Problem & { items: object[] }>(`/api/v1/dialogues/${dialogueId}/words?purpose=Trả lời`);
  const shown = (
    await justice.get<{ questions: { questionId: string; askerId: string }[] }>(
      `/api/v1/dialogues/${dialogueId}`,
    )
  ).body;
  const [{ questionId, askerId } = { questionId: '', askerId: '' }] = shown.questions;
  expect((await wordsOf(head)).body.items).toEqual([{ questionId, text: ASKED }]);
  expect((await wordsOf(chairman)).body.items).toEqual([{ questionId, text: ASKED }]);
  expect((await wordsOf(justice)).body.code).toBe('no_duty');

  const { rows } = await office.database
    .owner()
    .query<{ all: string }>('select data::text as all from event');
  expect(rows.filter(({ all }) => all.includes('Tôi là Hòa'))).toEqual([]);
  expect(JSON.stringify(shown)).not.toContain('Tôi là Hòa');
  const { items } = (await chairman.get<Page<Entry>>('/api/v1/audit?type=DialogueQuestionNoted')).body;
  expect(items[0]?.sentence).toMatch(/ghi câu hỏi đối thoại( ·|\.)/);

  await office.seal();
  const { runtime, vault } = office;
  expect((await checkVault({ ...runtime, vault }, 'thieu-van')).findings).toEqual([]);
  expect((await head.post(`/api/v1/persons/${askerId}/erasure`, { reason: 'Yêu cầu' })).status).toBe(201);
  expect((await wordsOf(head)).body.items).toEqual([{ questionId, text: null }]);
}

describe('a dialogue', () => {
  it('is planned, held, and what is promised there becomes a task with lead and deadline', async () => {
    const { body } = await head.post<Written & { dialogueId: string }>('/api/v1/dialogues', {
      title: 'Đối thoại với người dân quý I',
      day: '2025-01-03',
      place: 'Nhà văn hóa xã',
      parties: 'citizens',
      chairPostId: (await chairman.get<{ posts: { postId: string }[] }>('/api/v1/sessions/me')).body.posts[0]
        ?.postId,
      agenda: ['Thủ tục đất đai', 'Vệ sinh môi trường'],
    });
    const post = (by: Client, what: string, sent: object) =>
      by.post<Written & Problem>(`/api/v1/dialogues/${body.dialogueId}/${what}`, sent);
    expect((await post(head, 'questions', { text: ASKED })).status).toBe(201);
    await theQuestionIsInTheVault(body.dialogueId);
    const minutes = { attendees: 85, minutes: 'Chủ tịch xã trả lời 12 câu hỏi, biên bản kèm theo.' };
    expect((await post(head, 'minutes', minutes)).body.code).toBe('dialogue_state');
    await office.moveTo('2025-01-03T10:00:00+07:00');
    expect((await post(head, 'minutes', minutes)).status).toBe(201);
    const promise = {
      text: 'Niêm yết lịch tiếp dân hằng tuần tại nhà văn hóa các thôn',
      leadUnitId: await unitOf(culture),
      dueDay: '2025-02-14',
      area: 'II',
    };
    expect((await post(head, 'commitments', promise)).status).toBe(403);
    expect((await post(chairman, 'commitments', { ...promise, dueDay: '2027-02-12' })).body.code).toBe(
      'commitment_invalid',
    );
    expect((await post(chairman, 'commitments', { ...promise, area: 'XX' })).body.code).toBe(
      'commitment_invalid',
    );
    expect((await post(chairman, 'commitments', promise)).status).toBe(201);
    const task = async () =>
      (await culture.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=100')).body.items.find(
        ({ title }) => title === promise.text,
      );
    await office.settled();
    await eventually(async () => (await task()) !== undefined);
    expect(await task()).toMatchObject({ number: 'BS.1', area: 'II', state: 'assigned' });
    const trail = await chairman.get<Page<Entry>>('/api/v1/audit?type=TaskPlanned&order=desc&limit=1');
    expect(trail.body.items[0]).toMatchObject({ actor: 'worker:planning', rule: 'R10' });
  });
});

describe('a directive from above', () => {
  const directive = {
    title: 'Báo cáo kết quả số hóa sổ hộ tịch theo chỉ đạo của thành phố',
    deliverables: 'Báo cáo của UBND xã',
    dueDay: '2025-03-14',
    leadUnit: 'Công chức Tư pháp - Hộ tịch',
    area: 'VI',
    documentNumber: '45/UBND-VP',
    documentDate: '2025-01-02',
  };
  it('becomes a task, sent by the other system with its own token, once however often it comes', async () => {
    const admin = await office.as('admin');
    const me = (await head.get<{ id: string }>('/api/v1/sessions/me')).body.id;
    const { token } = (
      await admin.post<{ token: string }>('/api/v1/api-tokens', {
        personId: me,
        name: 'Hệ thống chỉ đạo điều hành',
        scopes: ['AddPlannedTask'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      })
    ).body;
    const system = client(office.url, token);
    const sent = () =>
      system.post<Written & Problem & { taskId: string }>('/api/v1/plans/2025/tasks', directive);
    const [first, again] = [await sent(), await sent()];
    expect([first.status, again.status, again.body.taskId]).toEqual([201, 201, first.body.taskId]);
    expect((await system.post<Problem>(`/api/v1/feedback`, {})).status).toBe(403);
    await office.settled();
    const seen = () => justice.get<TaskItem & Problem>(`/api/v1/tasks/${first.body.taskId}`);
    await eventually(async () => (await seen()).status === 200);
    expect((await seen()).body).toMatchObject({ number: 'BS.2', title: directive.title });
    expect(
      (
        await system.post<Problem>('/api/v1/plans/2025/tasks', {
          ...directive,
          title: 'Nhiệm vụ khác',
          area: 'XX',
        })
      ).body.code,
    ).toBe('directive_incomplete');
    expect(
      (
        await system.post<Problem>('/api/v1/plans/2025/tasks', {
          ...directive,
          title: 'Khác',
          dueDay: '2026-01-05',
        })
      ).body.code,
    ).toBe('date_outside_year');
  });
});

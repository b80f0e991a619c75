import { randomUUID } from 'node:crypto';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

interface Sent {
  due: string;
  lookup: { code: string; secret: string };
}
interface One {
  status: string;
  due: string;
  unitId: string | null;
  overdue: boolean;
  level: number;
}

let office: RunningOffice;
let head: Client, justice: Client, culture: Client, chairman: Client;
let outside: Client;
beforeAll(async () => {
  office = await runningOffice();
  [head, justice, culture, chairman] = (await Promise.all(
    ['head-of-office', 'justice', 'culture', 'chairman'].map((name) => office.as(name)),
  )) as [Client, Client, Client, Client];
  outside = client(office.url);
});
afterAll(() => office.close());

const WORDS = 'Đường vào thôn Đắc Châu 1 bị ngập mỗi khi mưa lớn, đề nghị xã sửa cống thoát nước.';
const ANSWER = {
  text: 'Ngày 06/01/2025 tổ quản lý đường đã khơi thông cống ở đầu ngõ, thay hai nắp vỡ và lắp thêm song chắn rác.',
  done: 'Khơi thông cống, thay hai nắp, lắp song chắn rác',
  on: '2025-01-02',
};
const send = async (body: object = {}) =>
  (
    await outside.post<Sent & Problem>('/public/thieu-van/feedback', {
      text: WORDS,
      name: 'Lê Văn Dân',
      ...body,
    })
  ).body;
const act = (by: Client, code: string, what: string, body: object = {}) =>
  by.post<Written & Problem>(`/api/v1/feedback/${code}/${what}`, body);
const one = async (code: string) => (await head.get<One>(`/api/v1/feedback/${code}`)).body;
const unitOf = async (by: Client) =>
  (await by.get<{ posts: { unitId: string }[] }>('/api/v1/sessions/me')).body.posts[0]?.unitId;
const assigned = async () => {
  const sent = await send();
  expect((await act(head, sent.lookup.code, 'assignment', { unitId: await unitOf(justice) })).status).toBe(
    201,
  );
  await office.settled();
  await eventually(
    async () =>
      (await justice.get(`/api/v1/feedback/${sent.lookup.code}/words?purpose=trả lời`)).status === 200,
  );
  return sent.lookup;
};

describe('feedback', () => {
  it('is taken without an account, its words and author in the vault, due in 15 working days', async () => {
    const { lookup, due } = await send();
    expect(due).toBe('2025-01-23T17:00:00.000+07:00');
    const { rows } = await office.database
      .owner()
      .query<{ data: string }>('select data::text from event where subject = $1', [lookup.code]);
    expect(rows.map(({ data }) => data).join()).not.toMatch(/Đắc Châu|Lê Văn Dân/);
    const words = await head.get<{ feedback: string; name: string }>(
      `/api/v1/feedback/${lookup.code}/words?purpose=phân loại`,
    );
    expect(words.body).toMatchObject({ feedback: WORDS, name: 'Lê Văn Dân' });
    expect((await culture.get(`/api/v1/feedback/${lookup.code}/words?purpose=xem`)).status).toBe(403);
    const guess = await outside.post<Problem>('/public/thieu-van/feedback/lookup', {
      code: lookup.code,
      secret: 'AAAAAAAAAAAA',
    });
    expect([guess.status, guess.body.code]).toEqual([404, 'unknown_feedback']);
  });

  it('is classified, assigned to one unit, answered by it, published without its author, and rated by nobody else', async () => {
    const { code, secret } = await assigned();
    const kind = { kind: 'service', field: 'Giao thông', title: 'Ngập đường thôn Đắc Châu 1' };
    expect((await act(head, code, 'classification', kind)).status).toBe(201);
    expect((await act(culture, code, 'answer', ANSWER)).body).toMatchObject({ status: 403 });
    expect((await act(justice, code, 'answer', ANSWER)).status).toBe(201);
    const question = 'Đường vào một thôn bị ngập mỗi khi mưa, đề nghị sửa cống.';
    expect((await act(justice, code, 'publication', { question })).status).toBe(403);
    expect((await act(head, code, 'publication', { question })).status).toBe(201);
    await office.settled();
    const published = async () =>
      (
        await outside.get<Page<{ code: string; answer: string; question: string }>>(
          '/public/thieu-van/feedback',
        )
      ).body.items;
    await eventually(async () => (await published()).length === 1);
    expect(await published()).toMatchObject([{ code, question, answer: ANSWER.text }]);
    const seen = await outside.post<{ status: string; mayReopen: boolean }>(
      '/public/thieu-van/feedback/lookup',
      { code, secret },
    );
    expect(seen.body).toMatchObject({ status: 'published', mayReopen: true });
  });
});

describe('R25: one unit, one extension, one reopening', () => {
  it('only the unit it was assigned to answers and extends, once', async () => {
    const { code } = await assigned();
    const extend = (by: Client, dueDay: string) =>
      act(by, code, 'extension', { dueDay, reason: 'Chờ ý kiến thôn.' });
    expect((await extend(culture, '2025-02-05')).body).toMatchObject({
      code: 'not_the_answering_unit',
      rule: 'R25',
    });
    expect((await extend(justice, '2025-01-10')).body.code).toBe('feedback_state');
    expect((await extend(justice, '2025-02-05')).status).toBe(201);
    expect((await extend(justice, '2025-02-06')).body).toMatchObject({
      code: 'extended_already',
      rule: 'R25',
    });
    expect((await one(code)).due).toBe('2025-02-05T10:00:00.000Z');
  });

  it('its author reopens it, once, with the secret; a second answer must be another one', async () => {
    const { code, secret } = await assigned();
    const reopen = (key: string = randomUUID(), text = 'Cống vẫn tắc như cũ.') =>
      outside.post<Problem & { version: number }>(
        '/public/thieu-van/feedback/reopening',
        { code, secret, text },
        { 'idempotency-key': key },
      );
    expect((await reopen()).body.code).toBe('feedback_state');
    const first = { ...ANSWER, text: `${ANSWER.text} Lần kiểm tra thứ nhất.` };
    expect((await act(justice, code, 'answer', first)).status).toBe(201);
    const key = randomUUID();
    const reopened = await reopen(key);
    expect(reopened.status).toBe(201);
    expect((await reopen(key)).body).toEqual(reopened.body);
    expect((await reopen(key, 'Cống lại tắc nữa rồi.')).body.code).toBe('idempotency_key_reused');
    expect((await act(justice, code, 'answer', first)).body).toMatchObject({
      code: 'answer_empty',
      rule: 'R26',
    });
    const second = {
      ...ANSWER,
      text: 'Tổ công tác trở lại kiểm tra, nạo vét toàn bộ đoạn cống dài 40 m và đã thử bằng xe bồn.',
    };
    expect((await act(justice, code, 'answer', second)).status).toBe(201);
    expect((await reopen()).body).toMatchObject({ code: 'reopened_already', rule: 'R25' });
  });
});

describe('R26: an answer has content of its own', () => {
  it('an empty, vague, copied or future one is refused, and nothing changed', async () => {
    const { code } = await assigned();
    const refused = async (body: object) => (await act(justice, code, 'answer', { ...ANSWER, ...body })).body;
    for (const text of [
      '',
      '   ',
      'Đã tiếp nhận.',
      'Xin cảm ơn ông bà, chúng tôi đã tiếp nhận và sẽ xem xét.',
      `${WORDS} ${WORDS}`,
    ])
      expect(['invalid_input', 'answer_empty']).toContain((await refused({ text })).code);
    expect(await refused({ text: `${WORDS} Vâng.` })).toMatchObject({ code: 'answer_empty', rule: 'R26' });
    expect(await refused({ done: 'Đã làm' })).toMatchObject({ code: 'answer_empty' });
    expect(await refused({ on: '2026-01-01' })).toMatchObject({ code: 'answer_empty' });
    expect(await refused({})).toMatchObject({ code: 'answer_empty' }); // published before for another one
    expect((await one(code)).status).toBe('assigned');
  });
});

describe('R26: what was given before is in the log, whatever the list knows', () => {
  it('an answer that the list has not read yet', async () => {
    const [first, second] = [await assigned(), await assigned()];
    await office.settled();
    const owner = await office.database.owner().connect();
    await owner.query(`begin; select from checkpoint where projection = 'feedback' for update`);
    const own = {
      ...ANSWER,
      text: 'Đội quản lý đô thị đã thay hai bóng đèn hỏng ở ngõ 7 và thử sáng ba tối liền.',
    };
    expect((await act(justice, first.code, 'answer', own)).status).toBe(201);
    expect((await act(justice, second.code, 'answer', own)).body).toMatchObject({ code: 'answer_empty' });
    await owner.query('rollback');
    owner.release();
  });

  it('an answer that the list has set aside', async () => {
    const { code } = await assigned();
    await office.database.owner().query(
      `with gone as (delete from rm_feedback.feedback where digest is not null returning office, feedback_id)
       insert into parked_work (office, worker, subject, item, what, error, next_try)
       select office, 'read/feedback', feedback_id, '', 'FeedbackAnswered', 'for this test', null from gone`,
    );
    expect((await act(justice, code, 'answer', ANSWER)).body).toMatchObject({ code: 'answer_empty' });
  });
});

describe('what is not feedback', () => {
  it('is passed on to whom it belongs, recorded', async () => {
    const { lookup } = await send({ text: 'Tôi khiếu nại quyết định xử phạt số 12 của Chủ tịch xã.' });
    const to = { why: 'complaint', to: 'Bộ phận tiếp công dân', reason: 'Là khiếu nại theo Luật Khiếu nại.' };
    expect((await act(head, lookup.code, 'passing-on', to)).status).toBe(201);
    expect((await one(lookup.code)).status).toBe('passed_on');
    expect((await act(head, lookup.code, 'assignment', { unitId: await unitOf(justice) })).body.code).toBe(
      'feedback_state',
    );
  });
});

describe('feedback that nobody answers', () => {
  it('warns its unit, is overdue, and goes up level by level', async () => {
    const { code } = await assigned();
    const types = async () => {
      const { body } = await chairman.get<Page<Entry>>(`/api/v1/audit?subject=${code}&order=asc&limit=50`);
      return body.items.map(({ type }) => type);
    };
    await office.moveTo('2025-02-14T18:00:00+07:00');
    await eventually(async () => (await types()).includes('FeedbackEscalated'));
    await office.moveTo('2025-02-20T18:00:00+07:00');
    await eventually(async () => (await types()).filter((type) => type === 'FeedbackEscalated').length >= 2);
    expect((await types()).slice(0, 6)).toEqual([
      'FeedbackReceived',
      'FeedbackAssigned',
      'FeedbackWarned',
      'FeedbackOverdue',
      'FeedbackEscalated',
      'FeedbackEscalated',
    ]);
    const list = await head.get<Page<{ id: string; late: boolean }>>(
      '/api/v1/feedback?status=overdue&limit=200',
    );
    expect(list.body.items.find(({ id }) => id === code)).toMatchObject({ late: true });
    const inbox = await justice.get<Page<{ title: string }>>('/api/v1/inbox?limit=100');
    expect(inbox.body.items.some(({ title }) => title === 'Phản ánh quá hạn trả lời')).toBe(true);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoForm, foundAccounts, foundOffice, peopleOf, unitId } from '../../apps/runtime/src/index.js';
import { successorForm, withPeople } from '../../apps/cli/src/simulation/merge.js';
import type { Entry, Page, Problem } from '../support/answers.js';
import { openDesk, type Receipt } from '../support/desk.js';
import { evaluateALittle } from '../support/evaluated.js';
import { mb } from '../support/mb.js';
import {
  PASSWORD,
  SETTINGS,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';
import { agreeToTakeOver, succession } from '../support/succession.js';

const [FROM, TO] = [demoForm.office, successorForm.office];
const [UNIT, HEIR] = [FROM, TO].map((one) => unitId(one, 'Công chức Tư pháp - Hộ tịch'));
const WORDS = 'Đường vào thôn Đắc Châu 1 bị ngập mỗi khi mưa lớn, đề nghị xã sửa cống thoát nước.';
const ANSWER = {
  text: 'Ngày 02/01/2025 tổ quản lý đường đã khơi thông cống ở đầu ngõ, thay hai nắp vỡ và lắp thêm song chắn rác.',
  done: 'Khơi thông cống, thay hai nắp, lắp song chắn rác',
  on: '2025-01-02',
};
const LATER = {
  ...ANSWER,
  text: 'Đơn vị mới đã kiểm tra lại cùng trưởng thôn, nạo vét mương phía sau nhà văn hóa và hẹn ngày đổ bê tông.',
};

interface Held {
  code: string;
  secret: string;
}
interface Own {
  status: string;
  due: string;
  late: boolean;
  answer: string | null;
  mayReopen: boolean;
  answeredBy: { office: string; name: string } | null;
}
interface Evaluation {
  of: { office: string; name: string } | null;
  personId: string;
  decided: { grade: string } | null;
  appeal: { due: string; overdue: boolean; decision: { late: boolean } | null } | null;
}
interface Work {
  kind: string;
  subject: string;
  need: string;
}

let office: RunningOffice;
let outside: Client;
let chairman: Client, head: Client, justice: Client;
const told = { given: '', answered: '', evaluation: '' };
const held: Record<string, Held> = {};
let receipt: Receipt;

beforeAll(async () => {
  office = await runningOffice();
  outside = client(office.url);
  const form = withPeople(successorForm, await peopleOf(office.runtime, demoForm));
  await foundAccounts(office.runtime, form, await foundOffice(office.runtime, form), () => PASSWORD);
  const there = async (username: string): Promise<Client> => {
    const given = { username, password: PASSWORD };
    const { body } = await outside.post<{ token: string }>(`/api/v1/offices/${TO}/sessions`, given);
    return client(office.url, body.token);
  };
  const at = await openDesk(office);
  told.evaluation = (await evaluateALittle(at)).evaluation;
  receipt = (await at.receive()).body;
  for (const name of ['given', 'answered'] as const) {
    const sent = { text: `${WORDS} (${name})`, name: 'Lê Văn Dân' };
    const { lookup } = (await outside.post<{ lookup: Held }>(`/public/${FROM}/feedback`, sent)).body;
    [held[name], told[name]] = [lookup, lookup.code];
    await at.head.post(`/api/v1/feedback/${lookup.code}/assignment`, { unitId: UNIT });
  }
  await at.justice.post(`/api/v1/feedback/${told.answered}/answer`, ANSWER);
  await office.settled();
  [chairman, head, justice] = [
    await there('chairman'),
    await there('head-of-office'),
    await there('justice'),
  ];
  expect(await agreeToTakeOver(chairman)).toBe(201);
  expect((await at.chairman.post('/api/v1/organisation/succession', succession)).status).toBe(201);
  await office.settled();
  await office.settled();
});
afterAll(() => office.close());

const lookUp = async (where: string, name: 'given' | 'answered') =>
  (await outside.post<Own & Problem>(`/public/${where}/feedback/lookup`, { ...held[name] })).body;
const types = async (by: Client, subject: string) =>
  (await by.get<Page<Entry>>(`/api/v1/audit?subject=${subject}&order=asc&limit=100`)).body.items.map(
    ({ type }) => type,
  );
const evaluation = async (by: Client) =>
  (await by.get<Evaluation>(`/api/v1/evaluations/${told.evaluation}`)).body;
const work = async (by: Client) => (await by.get<Page<Work>>('/api/v1/work')).body.items;

describe('R28: what was asked of an office that ended', () => {
  it('feedback goes on in the successor with its time; whoever sent it sees it by the old code, at either door', async () => {
    const old = await office.as('head-of-office');
    expect((await old.get(`/api/v1/feedback/${told.given}`)).body).toMatchObject({
      ...{ status: 'transferred', toOffice: TO },
    });
    expect((await old.get<Page<object>>('/api/v1/feedback?status=open')).body.items).toEqual([]);
    expect((await head.get(`/api/v1/feedback/${told.given}`)).body).toMatchObject({
      ...{ status: 'assigned', unitId: HEIR, channel: 'online', due: '2025-01-23T10:00:00.000Z' },
      of: { office: FROM, name: demoForm.name },
    });
    expect(await work(justice)).toContainEqual(
      expect.objectContaining({ kind: 'feedback', subject: told.given, need: 'do' }),
    );
    for (const door of [FROM, TO])
      expect([door, await lookUp(door, 'given')]).toMatchObject([
        door,
        {
          ...{ status: 'assigned', due: '2025-01-23T17:00:00.000+07:00', late: false, answer: null },
          answeredBy: door === FROM ? { office: TO, name: successorForm.name } : null,
        },
      ]);
    const wrong = { code: told.given, secret: 'AAAAAAAAAAAA' };
    for (const door of [FROM, TO])
      expect((await outside.post(`/public/${door}/feedback/lookup`, wrong)).status).toBe(404);
  });

  it('an answer may still be objected to, at the old door; the successor answers', async () => {
    expect(await lookUp(FROM, 'answered')).toMatchObject({ status: 'answered', mayReopen: true });
    const objection = { ...held.answered, text: 'Cống vẫn tắc, mưa hôm qua nước lại tràn vào nhà.' };
    expect((await outside.post(`/public/${FROM}/feedback/reopening`, objection)).status).toBe(201);
    await office.settled();
    expect(await types(head, told.answered)).toEqual(['FeedbackTakenOver', 'FeedbackReopened']);
    expect(await lookUp(TO, 'answered')).toMatchObject({ status: 'assigned', mayReopen: false });
  });

  it('a dossier is looked up by its old receipt, at either door', async () => {
    for (const door of [FROM, TO]) {
      const seen = await outside.post(`/public/${door}/dossiers/lookup`, receipt.lookup);
      expect([door, seen.status, seen.body]).toMatchObject([
        ...[door, 200],
        { status: 'in_progress', handledBy: door === FROM ? { office: TO } : null },
      ]);
    }
  });

  it('an appeal waits for the chairman there, is missed and escalated there, and decided with the grade it is against', async () => {
    expect(await work(chairman)).toContainEqual(
      expect.objectContaining({ kind: 'official-evaluation', subject: told.evaluation, need: 'decide' }),
    );
    expect(await evaluation(chairman)).toMatchObject({
      ...{ of: { office: FROM }, decided: { grade: 'good' } },
      appeal: { due: '2025-01-13T17:00:00.000+07:00', overdue: false, decision: null },
    });
    await office.moveTo('2025-01-15T08:00:00+07:00');
    const year = (await chairman.get<{ id: string }>(`/api/v1/evaluation-years/2025?of=${FROM}`)).body.id;
    expect(await types(chairman, year)).toEqual([
      ...['EvaluationYearTakenOver', 'AppealReminded', 'AppealMissed', 'AppealEscalated'],
    ]);
    const old = await office.as('head-of-office');
    expect(await types(old, year)).not.toContain('AppealMissed');
    expect((await evaluation(old)).appeal).toMatchObject({ overdue: false });
    const { personId } = await evaluation(chairman);
    const decide = (of: string) =>
      chairman.post<Problem>(`/api/v1/evaluation-years/2025/grades/${personId}/appeal-decision${of}`, {
        ...{ upheld: 'no', text: 'Kết quả đúng với hồ sơ theo dõi của đơn vị cũ.' },
      });
    expect((await decide('')).body.code).toBe('evaluation_year_not_open');
    expect((await decide(`?of=${FROM}`)).status).toBe(201);
    expect((await evaluation(justice)).appeal).toMatchObject({ overdue: false, decision: { late: true } });
  });

  it('feedback that is missed there is recorded and escalated there, read by its heir, and answered', async () => {
    await office.moveTo('2025-01-25T08:00:00+07:00');
    expect(await types(head, told.given)).toEqual([
      ...['FeedbackTakenOver', 'FeedbackWarned', 'FeedbackOverdue', 'FeedbackEscalated'],
    ]);
    expect((await types(await office.as('head-of-office'), told.given)).at(-1)).toBe('FeedbackTransferred');
    expect(await lookUp(FROM, 'given')).toMatchObject({ status: 'assigned', late: true });
    const scratch = await mkdtemp(join(tmpdir(), 'minh-bach-owed-'));
    const env = { ...SETTINGS, DATABASE_URL: office.database.url, DATA_DIR: scratch };
    await mb(['hand-over-vault', FROM, TO], env);
    await rm(scratch, { recursive: true, force: true });
    const words = await justice.get(`/api/v1/feedback/${told.given}/words?purpose=trả lời`);
    expect(words.body).toMatchObject({ feedback: `${WORDS} (given)`, name: 'Lê Văn Dân' });
    expect((await justice.post(`/api/v1/feedback/${told.given}/answer`, LATER)).status).toBe(201);
    await office.settled();
    expect(await lookUp(FROM, 'given')).toMatchObject({ status: 'answered', answer: LATER.text, late: true });
  });
});

import type { Entry, Page, Problem, TaskItem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Period {
  period: number;
  locked: boolean;
  score: number | null;
}
interface Evaluation {
  id: string;
  periods: Period[];
  products: { itemId: string; settled: { fromTask: string | null; delays: number; done: number } | null }[];
  proposal: { grade: string | null; why: string; score: number | null };
  decided: { grade: string } | null;
  appeal: { overdue: boolean; due: string; decision: { late: boolean } | null } | null;
}
interface Proposals {
  items: { id: string; personId: string; proposal: { grade: string | null; score: number } }[];
  caps: { excellent: number; most: number; exceeded: boolean }[];
}

interface UnitYear {
  now: { grade: string | null; score: number | null; rows: { subject: string }[] };
  decided: { grade: string } | null;
}

let office: RunningOffice;
let head: Client, chairman: Client, justice: Client, desk: Client, land: Client;
beforeAll(async () => {
  office = await runningOffice();
  [head, chairman, justice, desk, land] = (await Promise.all(
    ['head-of-office', 'chairman', 'justice', 'desk', 'land'].map((name) => office.as(name)),
  )) as [Client, Client, Client, Client, Client];
});
afterAll(() => office.close());

const post = (by: Client, path: string, body: object = {}) =>
  by.post<Written & Problem & { evaluationId: string }>(`/api/v1/${path}`, body);
const me = async (by: Client) => {
  const { id, posts } = (await by.get<{ id: string; posts: { postId: string }[] }>('/api/v1/sessions/me'))
    .body;
  return { personId: id, postId: posts[0]?.postId ?? '' };
};
const one = async (id: string, by = head) => (await by.get<Evaluation>(`/api/v1/evaluations/${id}`)).body;
const mayDo = async (by: Client, path: string) =>
  (await by.get<{ items: { act: string; may: boolean }[] }>(`/api/v1/${path}/acts`)).body.items.flatMap(
    ({ act, may }) => (may ? [act] : []),
  );
const DOCUMENT = { documentNumber: '11/QĐ-UBND', documentDate: '2025-01-02' };
const OPENING = {
  ...{ cadence: 'month', mayPass: 'no', capBase: 'good', capScope: 'office', source: '11/QĐ-UBND' },
};
const CRITERIA = ['A1', 'A2', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'C3', 'C4'];
const general = (most: { a: number; bc: number }) =>
  CRITERIA.map((criterion) => ({ criterion, points: criterion.startsWith('A') ? most.a : most.bc }));
const KEPT = { desk: '', person: '' };

it('a year is opened by its rules, once; who is evaluated holds the post', async () => {
  expect((await post(chairman, 'evaluation-years/2019', OPENING)).body.code).toBe('no_regime_for_year');
  const own = await me(justice);
  expect((await post(head, 'evaluation-years/2025/evaluations', own)).body.code).toBe(
    'evaluation_year_not_open',
  );
  expect((await post(head, 'evaluation-years/2025', OPENING)).status).toBe(201);
  expect((await post(head, 'evaluation-years/2025', OPENING)).body.code).toBe('evaluation_year_open');
  const wrong = { ...own, postId: (await me(desk)).postId };
  expect((await post(head, 'evaluation-years/2025/evaluations', wrong)).body.code).toBe('unknown_official');
  expect((await post(justice, 'evaluation-years/2025/evaluations', own)).body.code).toBe('not_open_to_role');
});

it('R31: in 2025 a task’s deadlines are counted as its events tell; what a hand enters needs evidence', async () => {
  const { body } = await post(head, 'evaluation-years/2025/evaluations', await me(justice));
  const id = body.evaluationId;
  const { items: tasks } = (await justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=100')).body;
  const task = tasks.find(({ obligations }) =>
    obligations.some(({ occurrences }) => occurrences.some(({ due }) => due.startsWith('2025-03'))),
  );
  const product = {
    period: 3,
    quantity: 1,
    planned: 'yes',
    name: task?.title.slice(0, 200),
    taskId: task?.id,
  };
  expect((await post(justice, `evaluations/${id}/products`, product)).body).toMatchObject({
    ...{ code: 'scores_self', rule: 'R3' },
  });
  expect((await post(head, `evaluations/${id}/products`, product)).status).toBe(201);
  await office.settled();
  await office.moveTo('2025-03-31T18:00:00+07:00');
  // January and February are over, their days have passed: recorded once each, and they wait for their official.
  await office.settled();
  const missed = `/api/v1/audit?type=ScoreMissed&subject=${id}&order=asc&limit=10`;
  expect((await head.get<Page<Entry>>(missed)).body.items).toMatchObject([
    { rule: 'R6', data: { period: 1, due: '2025-02-10T10:00:00.000Z' } },
    { rule: 'R6', data: { period: 2, due: '2025-03-10T10:00:00.000Z' } },
  ]);
  const { items: work } = (
    await justice.get<Page<{ subject: string; part: string; need: string }>>('/api/v1/work')
  ).body;
  expect(work.filter(({ subject }) => subject === id)).toMatchObject([
    { need: 'do', part: 'Tự chấm kỳ 1/2025' },
    { need: 'do', part: 'Tự chấm kỳ 2/2025' },
  ]);
  const item = (await one(id)).products[0]?.itemId;
  const settle = (given: object) => post(head, `evaluations/${id}/products/${item}/settlement`, given);
  expect((await settle({ from: 'hand', done: 1 })).body).toMatchObject({
    ...{ code: 'score_without_evidence', rule: 'R31' },
  });
  expect((await settle({ from: 'events' })).status).toBe(201);
  expect((await one(id)).products[0]?.settled).toMatchObject({ fromTask: task?.id, done: 0 });
  expect((await one(id)).products[0]?.settled?.delays).toBeGreaterThan(0);
  const score = { general: [], evidence: 'Biên bản họp tháng 3' };
  expect((await post(head, `evaluations/${id}/periods/3/score`, score)).status).toBe(201);
  expect((await settle({ from: 'events' })).body.code).toBe('period_locked');
  expect((await one(id)).proposal).toMatchObject({ grade: null, why: 'too-few-months' });
});

it('R34: a neighbour sees none of it; those above and who oversees do', async () => {
  const { items } = (await head.get<Page<{ id: string }>>('/api/v1/evaluations?year=2025')).body;
  const path = `/api/v1/evaluations/${items[0]?.id}`;
  expect((await land.get<Problem>(path)).body).toMatchObject({ code: 'evaluation_not_shown', rule: 'R34' });
  const oversight = await office.as('oversight');
  expect([(await oversight.get(path)).status, (await justice.get(path)).status]).toEqual([200, 200]);
  expect((await land.get('/api/v1/evaluation-years/2025/proposals')).status).toBe(403);
});

it('a month of 2026 is assigned from the catalogue, self-scored, scored and locked', async () => {
  const products = [{ code: 'HS', name: 'Tiếp nhận, trả hồ sơ', group: 2, points: 15 }];
  const issue = (rows: object[]) => post(head, 'product-catalogues/2026', { ...DOCUMENT, products: rows });
  expect((await issue([...products, ...products])).body.code).toBe('catalogue_invalid');
  expect((await issue(products)).status).toBe(201);
  expect((await post(head, 'evaluation-years/2026', OPENING)).status).toBe(201);
  await office.moveTo('2026-01-30T09:00:00+07:00');
  const own = await me(desk);
  const id = (await post(head, 'evaluation-years/2026/evaluations', own)).body.evaluationId;
  [KEPT.desk, KEPT.person] = [id, own.personId];
  const product = { period: 1, code: 'HS', quantity: 10, planned: 'yes' };
  expect((await post(head, `evaluations/${id}/products`, product)).status).toBe(201);
  expect((await mayDo(desk, `evaluations/${id}`)).sort()).toEqual(['AssessOwnYear', 'SelfScorePeriod']);
  const own5 = { general: general({ a: 5, bc: 2.5 }), text: 'Đã tiếp nhận đủ hồ sơ' };
  expect((await post(desk, `evaluations/${id}/periods/1/self-score`, own5)).status).toBe(201);
  const item = (await one(id)).products[0]?.itemId;
  const settled = { from: 'hand', done: 10, evidence: 'Sổ theo dõi hồ sơ tháng 1' };
  await post(head, `evaluations/${id}/products/${item}/settlement`, settled);
  const score = (a: number) =>
    post(head, `evaluations/${id}/periods/1/score`, {
      ...{ general: general({ a, bc: 2 }), evidence: 'Biên bản họp tháng 1' },
    });
  expect((await score(5.5)).body.code).toBe('points_above_max');
  expect((await score(4.555)).status).toBe(400);
  expect((await score(4.5)).status).toBe(201);
  // 2 × 4.5 + 8 × 2 = 25, and all of the work: 70.
  expect((await one(id)).periods[0]).toMatchObject({ locked: true, score: 95 });
  const reopening = { reason: 'Ghi nhầm điểm tiêu chí' };
  expect((await post(desk, `evaluations/${id}/periods/1/reopening`, reopening)).body.code).toBe(
    'scores_self',
  );
  expect((await post(head, `evaluations/${id}/periods/1/reopening`, reopening)).status).toBe(201);
  expect((await score(4)).status).toBe(201);
  expect((await one(id)).periods[0]).toMatchObject({ score: 94 });
});

it('R32: the chairman decides beside the proposal, under the cap; an appeal is decided in its time', async () => {
  const id = KEPT.desk;
  const scores = [2, 3, 4, 5, 6].map((period) => ({ period, score: 80 }));
  const received = { ...DOCUMENT, fromOffice: 'UBND xã Đông Quang', scores };
  expect((await post(head, `evaluations/${id}/received-scores`, received)).body.code).toBe(
    'score_without_evidence',
  );
  const shown = { ...received, evidence: 'Bảng điểm kèm công văn' };
  expect((await post(head, `evaluations/${id}/received-scores`, shown)).status).toBe(201);
  await office.settled();
  // (94 + 5 × 80) / 6 = 82.333…
  const proposals = (await chairman.get<Proposals>('/api/v1/evaluation-years/2026/proposals')).body;
  expect(proposals.items).toMatchObject([{ id, proposal: { grade: 'good', score: 82.33 } }]);
  expect(proposals.caps).toMatchObject([{ excellent: 0, most: 0, exceeded: false }]);
  const decide = (grade: string, reason?: string) =>
    post(chairman, 'evaluation-years/2026/decisions', {
      ...{ ...DOCUMENT, minutes: 'Biên bản họp ngày 30/01/2026' },
      decisions: [{ evaluationId: id, grade, ...(reason === undefined ? {} : { reason }) }],
    });
  expect((await decide('excellent')).body).toMatchObject({ code: 'override_without_reason', rule: 'R32' });
  expect((await decide('excellent', 'Có sáng kiến')).body.code).toBe('too_many_excellent');
  expect((await decide('good')).status).toBe(201);
  expect((await post(head, `evaluations/${id}/discipline`, DOCUMENT)).body.code).toBe('evaluation_closed');

  const grade = `evaluation-years/2026/grades/${KEPT.person}`;
  const text = 'Đề nghị xem lại điểm các tháng ở đơn vị cũ.';
  expect((await post(justice, `${grade}/appeal`, { text })).body.code).toBe('not_own_grade');
  expect((await post(desk, `${grade}/appeal`, { text })).status).toBe(201);
  const waiting = (await chairman.get<Page<{ kind: string; need: string }>>('/api/v1/work')).body.items;
  expect(waiting.filter(({ kind }) => kind === 'official-evaluation')).toMatchObject([{ need: 'decide' }]);
  // Friday 30/01: seven working days on is Tuesday 10/02.
  expect((await one(id)).appeal?.due).toBe('2026-02-10T17:00:00.000+07:00');
  await office.moveTo('2026-02-10T18:00:00+07:00');
  expect((await one(id)).appeal).toMatchObject({ overdue: true });
  const answer = { upheld: 'no', text: 'Điểm đúng với bảng điểm của đơn vị cũ.' };
  expect((await post(chairman, `${grade}/appeal-decision`, answer)).status).toBe(201);
  expect((await one(id)).appeal).toMatchObject({ overdue: false, decision: { late: true } });
  await office.settled();
  const { items } = (await head.get<Page<Entry>>('/api/v1/audit?type=AppealMissed&limit=10')).body;
  expect(items).toMatchObject([{ rule: 'R6' }]);
});

it('R32: a unit’s grade is computed of what its officials did; the head sees it, a neighbour does not (R31, R34)', async () => {
  const { unitId } = (await head.get<{ unitId: string }>(`/api/v1/evaluations/${KEPT.desk}`)).body;
  const path = `evaluation-years/2026/units/${unitId}`;
  const unit = async (by = chairman) => (await by.get<UnitYear>(`/api/v1/${path}`)).body;
  // Ten dossiers of 15 points are 30 converted units.
  expect((await unit()).now).toMatchObject({
    ...{ grade: null, why: 'points-missing', assigned: 30, done: 30, work: 70 },
    rows: [{ kind: 'official-evaluation', subject: KEPT.desk, assigned: 30, done: 30 }],
  });
  expect((await land.get<Problem>(`/api/v1/${path}`)).body).toMatchObject({
    ...{ code: 'unit_year_not_shown', rule: 'R34' },
  });
  const score = { general: general({ a: 4.5, bc: 2 }), above: [] };
  expect((await post(chairman, `${path}/scores`, score)).body.code).toBe('score_without_evidence');
  expect((await post(chairman, `${path}/scores`, { ...score, evidence: 'Biên bản họp' })).status).toBe(201);
  expect((await unit()).now).toMatchObject({ grade: 'good', why: 'by-rules', score: 95 });
  const grade = { ...DOCUMENT, grade: 'good' };
  expect((await post(chairman, `${path}/grade`, grade)).body.code).toBe('unit_year_not_over');
  const record = { ...grade, unitId };
  expect((await post(head, 'evaluation-years/2026/unit-grades', record)).body.code).toBe(
    'unit_grade_computed',
  );
  await office.moveTo('2026-12-01T08:00:00+07:00');
  expect((await post(head, `${path}/grade`, grade)).body.code).toBe('not_open_to_role');
  expect((await post(chairman, `${path}/grade`, grade)).status).toBe(201);
  expect((await unit()).decided).toMatchObject({ grade: 'good', working: { score: 95 } });
});

it('R34: nor does a neighbour read in the trail, or on the year’s page, how a grade came about', async () => {
  await office.settled();
  const trail = async (by: Client, type: string) =>
    (await by.get<Page<Entry & { data: object }>>(`/api/v1/audit?type=${type}&limit=10`)).body.items;
  const kept: Record<string, string[]> = {
    PeriodSelfScored: ['general', 'text'],
    PeriodScored: ['general', 'score', 'working'],
    GradesDecided: ['decided', 'minutes'],
    GradeAppealed: ['text'],
    AppealDecided: ['text'],
  };
  for (const [type, fields] of Object.entries(kept)) {
    const [[seen], [known]] = await Promise.all([trail(land, type), trail(head, type)]);
    expect([type, fields.filter((field) => field in (seen?.data ?? {}))]).toEqual([type, []]);
    expect([type, fields.filter((field) => field in (known?.data ?? {}))]).toEqual([type, fields]);
  }
  const appeal = 'Đề nghị xem lại điểm các tháng ở đơn vị cũ';
  // What the appeal caused tells of it as well.
  const all = async (by: Client) =>
    JSON.stringify((await by.get('/api/v1/audit?order=desc&limit=500')).body).includes(appeal);
  expect([await all(land), await all(head)]).toEqual([false, true]);
  interface YearSeen {
    grades: { grade: string; proposal: object | null }[];
    appeals: unknown[];
  }
  const year = async (by: Client) => (await by.get<YearSeen>('/api/v1/evaluation-years/2026')).body;
  expect(await year(land)).toMatchObject({ grades: [{ grade: 'good', proposal: null }], appeals: [] });
  const own = { grades: [{ proposal: { grade: 'good' } }], appeals: [{ text: `${appeal}.` }] };
  for (const by of [desk, head]) expect(await year(by)).toMatchObject(own);
});

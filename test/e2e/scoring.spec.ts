import { demoForm, unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Round {
  stage: string;
  index: number;
  scored: number;
  criteria: number;
  areas: { criteria: { code: string; value: number | null; log: { whole: number } | null }[] }[];
}

const LAW = unitId(demoForm.office, 'Công chức Tư pháp - Hộ tịch');
let office: RunningOffice;
let head: Client, chairman: Client, justice: Client;
beforeAll(async () => {
  office = await runningOffice();
  [head, chairman, justice] = (await Promise.all(
    ['head-of-office', 'chairman', 'justice'].map((name) => office.as(name)),
  )) as [Client, Client, Client];
});
afterAll(() => office.close());

const post = (by: Client, path: string, body: object = {}) =>
  by.post<Written & Problem & { roundId: string }>(`/api/v1/${path}`, body);
const SHEET = {
  ...{ name: 'Chỉ số CCHC cấp xã', kind: 'reform-index', year: 2025, source: '4116/QĐ-UBND', total: 40 },
  areas: [
    {
      ...{ code: 'I', name: 'Chỉ đạo điều hành', most: 40 },
      criteria: [
        { code: '1.1', name: 'Kế hoạch CCHC', kind: 'scored', most: 10 },
        {
          ...{ code: '1.2', name: 'Giải quyết đúng hạn', kind: 'scored', most: 10 },
          computed: { index: 'ON_TIME', full: 90 },
        },
        { code: '1.3', name: 'Điều tra xã hội học', kind: 'survey', most: 20 },
        { code: '1.4', name: 'Sáng kiến', kind: 'bonus', most: 2 },
      ],
    },
  ],
};
const SHOWN = { text: 'Đối chiếu minh chứng', evidence: 'Kế hoạch 05/KH-UBND' };

it('a sheet is issued and a round goes from self-score to its final index; computed points come from the log', async () => {
  expect((await post(head, 'scoring-sheets/CCHC-2025', { ...SHEET, total: 100 })).body.code).toBe(
    'weights_dont_add_up',
  );
  expect((await post(head, 'scoring-sheets/CCHC-2025', SHEET)).status).toBe(201);
  const opening = { sheet: 'CCHC-2025', unitId: LAW, from: '2025-01-01', to: '2025-06-30' };
  expect((await post(head, 'scoring-rounds', { ...opening, sheet: 'nothing' })).body.code).toBe(
    'unknown_scoring_sheet',
  );
  const { roundId: id } = (await post(head, 'scoring-rounds', opening)).body;
  expect(
    (await post(head, 'scoring-rounds', { ...opening, from: '2025-06-30', to: '2025-12-31' })).body.code,
  ).toBe('rounds_overlap');
  const at = `scoring-rounds/${id}`;
  const one = async () => (await head.get<Round>(`/api/v1/${at}`)).body;
  const own = (given: object, by = justice) =>
    post(by, `${at}/criteria/1.1/self-score`, { points: 8, text: 'Đã ban hành', ...given });
  expect((await own({})).body).toMatchObject({ code: 'score_without_evidence', rule: 'R31' });
  expect((await own({ ...SHOWN, points: 10.5 })).body.code).toBe('points_above_max');
  expect((await own(SHOWN)).status).toBe(201);
  expect((await post(justice, `${at}/computation`)).body.code).toBe('not_open_to_role');
  expect((await post(head, `${at}/computation`)).status).toBe(201);
  // No dossier has ended yet: nothing was measured, so there are no points, and others tell them with evidence.
  expect((await one()).areas[0]?.criteria[1]).toMatchObject({ value: null, log: { whole: 0 } });
  const advance = (by: Client) => post(by, `${at}/advance`);
  expect((await advance(justice)).status).toBe(201);
  const appraise = (by: Client, criterion: string, points: number) =>
    post(by, `${at}/criteria/${criterion}/appraisal`, { ...SHOWN, points });
  expect((await advance(chairman)).body.code).toBe('criteria_open');
  expect((await post(justice, `${at}/criteria/1.1/appraisal`, { ...SHOWN, points: 9 })).body.code).toBe(
    'not_open_to_role',
  );
  expect((await appraise(head, '1.1', 7)).status).toBe(201);
  expect((await appraise(head, '1.2', 10)).status).toBe(201);
  expect((await advance(head)).status).toBe(201);
  const explanation = { text: 'Kế hoạch ban hành ngày 02/01/2025.' };
  expect((await post(justice, `${at}/criteria/1.1/explanation`, explanation)).status).toBe(201);
  expect((await advance(justice)).status).toBe(201);
  expect((await appraise(head, '1.1', 9)).status).toBe(201);
  expect((await advance(head)).status).toBe(201);
  for (const [criterion, points] of [
    ['1.3', 16],
    ['1.4', 1],
  ] as const)
    expect((await appraise(chairman, criterion, points)).status).toBe(201);
  expect((await advance(chairman)).status).toBe(201);
  // (9 + 10 + 16 + 1) / 40
  expect(await one()).toMatchObject({ stage: 'final', index: 90, scored: 4, criteria: 4 });
  expect((await appraise(chairman, '1.3', 20)).body.code).toBe('scoring_round_locked');
  const unlocking = { stage: 'council', reason: 'Kết quả điều tra công bố lại' };
  expect((await post(head, `${at}/unlocking`, unlocking)).body.code).toBe('not_open_to_role');
  expect((await post(chairman, `${at}/unlocking`, unlocking)).status).toBe(201);
  expect((await appraise(chairman, '1.3', 18)).status).toBe(201);
  expect((await advance(chairman)).status).toBe(201);
  await office.settled();
  const { items } = (
    await head.get<Page<{ id: string; stage: string; index: number }>>('/api/v1/scoring-rounds?status=final')
  ).body;
  expect(items).toMatchObject([{ id, stage: 'final', index: 95 }]);
  const trail = (await head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=desc&limit=3`)).body.items;
  expect(trail[0]?.sentence).toContain('chỉ số 95');
});

it('a sheet’s new edition changes no round that is under way', async () => {
  const opening = { sheet: 'CCHC-2025', from: '2025-01-01', to: '2025-12-31' };
  const { roundId } = (await post(chairman, 'scoring-rounds', opening)).body;
  const other = {
    ...SHEET,
    areas: SHEET.areas.map((area) => ({ ...area, name: 'Chỉ đạo, điều hành CCHC' })),
  };
  expect((await post(head, 'scoring-sheets/CCHC-2025', other)).status).toBe(201);
  const round = (
    await head.get<{ edition: number; areas: { name: string }[] }>(`/api/v1/scoring-rounds/${roundId}`)
  ).body;
  expect(round).toMatchObject({ edition: 1, areas: [{ name: 'Chỉ đạo điều hành' }] });
});

it('R31: training and initiatives that a unit entered in its registers count in its round', async () => {
  const registered = (code: string, name: string, register: string, full: number) => ({
    ...{ code, name, kind: 'scored', most: 10, computed: { index: `REGISTER_${register}`, full } },
  });
  const sheet = {
    ...{ name: 'Bảng của bộ phận', kind: 'unit', year: 2025, source: 'KH 05', total: 20 },
    areas: [
      {
        ...{ code: 'I', name: 'Tập huấn, sáng kiến', most: 20 },
        criteria: [
          registered('1.1', 'Tập huấn', 'training', 4),
          registered('1.2', 'Sáng kiến', 'initiative', 1),
        ],
      },
    ],
  };
  expect((await post(head, 'scoring-sheets/BP', sheet)).status).toBe(201);
  const enter = (body: object, by = justice) =>
    post(by, 'registers', { day: '2025-01-02', title: 'Tập huấn hộ tịch', ...body });
  const training = { kind: 'training', participants: 12, hours: 4 };
  expect((await enter(training)).status).toBe(201);
  expect((await enter({ ...training, title: 'Tập huấn chứng thực' })).status).toBe(201);
  expect((await enter({ ...training, title: 'Của bộ phận khác' }, head)).status).toBe(201);
  expect((await enter({ kind: 'initiative', recognition: 'none' })).status).toBe(201);
  await office.settled();
  const opening = { sheet: 'BP', unitId: LAW, from: '2025-01-01', to: '2025-06-30' };
  const { roundId } = (await post(head, 'scoring-rounds', opening)).body;
  expect((await post(head, `scoring-rounds/${roundId}/computation`)).status).toBe(201);
  // Two of four are 5 points; the initiative is not recognised yet.
  const { areas } = (await head.get<Round>(`/api/v1/scoring-rounds/${roundId}`)).body;
  expect(areas[0]?.criteria).toMatchObject([
    { code: '1.1', value: 5, log: { part: 2, counted: 'entries' } },
    { code: '1.2', value: 0, log: { part: 0 } },
  ]);
});

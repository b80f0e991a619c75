import {
  AdvanceScoringRound,
  AppraiseCriterion,
  AssignProduct,
  IssueScoringSheet,
  OpenEvaluation,
  OpenEvaluationYear,
  OpenScoringRound,
  ScoreHandling,
  ScorePeriod,
  SelfScoreCriterion,
  SelfScorePeriod,
  SettleProduct,
  officialSubject,
  sheetSubject,
  yearSubject,
} from '#evaluation';
import { derivedId, type Day } from '#kernel';
import { DEMO_OFFICE, type People, type Runtime } from '../../../runtime/src/index.js';
import type { ScriptedAct } from '../simulation/acts.js';
import { placesIn, scriptedId, scripting } from './acting.js';

const YEAR = 2025;
/** The last working day of each month that is over. */
const MONTH_ENDS: readonly Day[] = ['2025-01-24', '2025-02-28', '2025-03-31', '2025-04-29', '2025-05-30'];
const MONTH_BEGINS: readonly Day[] = ['2025-01-08', '2025-02-04', '2025-03-03', '2025-04-01', '2025-05-05'];

/** What specialists are followed by, month after month. */
const WORK: Readonly<Record<string, readonly [string, string]>> = {
  justice: ['Giải quyết hồ sơ hộ tịch, chứng thực đúng hẹn', 'Rà soát văn bản quy phạm pháp luật'],
  finance: ['Lập, đối chiếu chứng từ thu chi ngân sách', 'Báo cáo tình hình thực hiện dự toán'],
  culture: ['Tin, bài tuyên truyền cải cách hành chính', 'Giải quyết hồ sơ bảo trợ xã hội'],
  land: ['Kiểm tra thực địa hồ sơ đất đai', 'Niêm yết công khai kết quả xác minh'],
  desk: ['Tiếp nhận, số hóa hồ sơ tại bộ phận Một cửa', 'Theo dõi hồ sơ sắp đến hạn'],
};
/** What came late or was sent back, by who, which month (from 0) and which work; the rest went well. */
const TROUBLE: Readonly<Record<string, { delays?: number; failedReviews?: number }>> = {
  'land 2 0': { delays: 1 },
  'land 4 1': { delays: 1 },
  'finance 1 1': { failedReviews: 1 },
  'culture 3 0': { delays: 1 },
};

const SHEET = 'BP-2025';

/** Officials followed month by month, a unit's round on a scoring sheet, and how the first quarter's dossiers were handled. */
export async function evaluationScript(runtime: Runtime, people: People): Promise<ScriptedAct[]> {
  const act = scripting(runtime, people);
  const placeOf = await placesIn(runtime, people);
  const ofYear = yearSubject(DEMO_OFFICE, YEAR);
  const followed = Object.entries(WORK).flatMap(([who, work]) => followedOne(who, work));
  return [
    act({
      ...{
        when: ['2025-01-06', '08:30'],
        by: 'head-of-office',
        command: OpenEvaluationYear,
        subject: ofYear,
      },
      ...{ name: 'year', part: String(YEAR) },
      fields: {
        ...{ cadence: 'month', mayPass: 'no', capBase: 'good', capScope: 'office' },
        source: 'Quyết định 08/QĐ-UBND ngày 06/01/2025',
      },
    }),
    ...followed,
    ...roundOf('justice'),
    ...handling(),
  ];

  function followedOne(who: string, work: readonly [string, string]): ScriptedAct[] {
    const id = officialSubject(DEMO_OFFICE, YEAR, people(who));
    const { postId } = placeOf(who);
    const opening = act({
      ...{ when: ['2025-01-06', '09:00'], by: 'head-of-office', command: OpenEvaluation, subject: id },
      ...{ name: who, part: String(YEAR), fields: { personId: people(who), postId } },
    });
    return [opening, ...MONTH_ENDS.flatMap((_, month) => monthOf(who, id, work, month))];
  }

  function monthOf(who: string, id: string, work: readonly [string, string], month: number): ScriptedAct[] {
    const [begin, end] = [MONTH_BEGINS[month] ?? '', MONTH_ENDS[month] ?? ''];
    const period = month + 1;
    const assigned = work.flatMap((what, place) => {
      const name = `${who} ${month} ${place}`;
      const itemId = derivedId(scriptedId(AssignProduct.name, name), 'product');
      const fields = { period, name: what, quantity: 1, planned: 'yes' as const };
      const settled = { from: 'hand' as const, done: 1, evidence: `Sổ theo dõi công việc tháng ${period}` };
      return [
        act({
          when: [begin, '09:30'],
          by: 'head-of-office',
          command: AssignProduct,
          subject: id,
          fields,
          name,
        }),
        act({
          ...{ when: [end, '14:00'], by: 'head-of-office', command: SettleProduct, subject: id, name },
          ...{ fields: { ...settled, ...TROUBLE[name] }, part: itemId },
        }),
      ];
    });
    const name = `${who} ${month}`;
    const own = { general: [], text: `Đã hoàn thành các việc được giao trong tháng ${period}.` };
    const score = { general: [], evidence: `Biên bản họp đánh giá tháng ${period}` };
    return [
      ...assigned,
      act({
        ...{ when: [end, '15:00'], by: who, command: SelfScorePeriod, subject: id, fields: own, name },
        part: String(period),
      }),
      // The last month is still to be scored: it waits for whoever stands above.
      ...(month === MONTH_ENDS.length - 1
        ? []
        : [
            act({
              ...{ when: [end, '16:00'], by: 'head-of-office', command: ScorePeriod, subject: id, name },
              ...{ fields: score, part: String(period) },
            }),
          ]),
    ];
  }

  function roundOf(unit: string): ScriptedAct[] {
    const sheet = sheetSubject(DEMO_OFFICE, SHEET);
    const round = derivedId(DEMO_OFFICE, 'lived-in', 'round');
    const self = (criterion: string, points: number, text: string): ScriptedAct =>
      act({
        ...{ when: ['2025-04-03', '09:00'], by: unit, command: SelfScoreCriterion, subject: round },
        ...{ name: criterion, part: criterion },
        fields: { points, text, evidence: 'Báo cáo quý I của bộ phận, sổ theo dõi hồ sơ' },
      });
    const appraise = (criterion: string, points: number, text: string): ScriptedAct =>
      act({
        ...{
          when: ['2025-04-08', '10:00'],
          by: 'head-of-office',
          command: AppraiseCriterion,
          subject: round,
        },
        ...{
          name: criterion,
          part: criterion,
          fields: { points, text, evidence: 'Biên bản thẩm định 08/04' },
        },
      });
    return [
      act({
        ...{
          when: ['2025-01-20', '10:00'],
          by: 'head-of-office',
          command: IssueScoringSheet,
          subject: sheet,
        },
        ...{ name: 'sheet', part: SHEET, fields: SHEET_CONTENT },
      }),
      act({
        ...{ when: ['2025-04-02', '08:30'], by: 'head-of-office', command: OpenScoringRound, subject: round },
        name: 'round',
        fields: { sheet: SHEET, unitId: placeOf(unit).unitId, from: '2025-01-01', to: '2025-03-31' },
      }),
      self('1.1', 30, 'Hoàn thành 5/5 nhiệm vụ quý I'),
      self('1.2', 18, 'Một báo cáo trình chậm hai ngày'),
      self('2.1', 28, 'Hồ sơ hộ tịch, chứng thực trả đúng hẹn'),
      self('2.2', 20, 'Niêm yết đủ, thư xin lỗi đủ'),
      act({
        ...{ when: ['2025-04-03', '10:00'], by: unit, command: AdvanceScoringRound, subject: round },
        ...{ name: 'self', fields: {} },
      }),
      appraise('1.1', 30, 'Đúng với nhật ký nhiệm vụ'),
      appraise('1.2', 16, 'Hai báo cáo trình chậm'),
      appraise('2.1', 27, 'Có hồ sơ trễ hẹn trong tháng 3'),
    ];
  }

  function handling(): ScriptedAct[] {
    return ['justice', 'culture', 'land'].flatMap((who, nth) =>
      (['desk', 'publicity'] as const).map((index) =>
        act({
          ...{ when: ['2025-04-10', '14:00'], by: 'chairman', command: ScoreHandling, subject: ofYear },
          ...{ name: `${who} ${index}`, part: placeOf(who).unitId },
          fields: {
            ...{ quarter: 1, index, points: nth === 2 && index === 'publicity' ? 1 : 2 },
            evidence: 'Biên bản kiểm tra bộ phận Một cửa ngày 09/04/2025',
          },
        }),
      ),
    );
  }
}

const scored = (code: string, name: string, most: number) => ({ code, name, kind: 'scored' as const, most });

const SHEET_CONTENT: IssueScoringSheet = {
  name: 'Chấm điểm cải cách hành chính của bộ phận, công chức',
  kind: 'unit',
  year: YEAR,
  source: 'Kế hoạch 05/KH-UBND ngày 02/01/2025',
  total: 100,
  areas: [
    {
      ...{ code: '1', name: 'Thực hiện nhiệm vụ', most: 50 },
      criteria: [scored('1.1', 'Hoàn thành nhiệm vụ kế hoạch', 30), scored('1.2', 'Chế độ báo cáo', 20)],
    },
    {
      ...{ code: '2', name: 'Giải quyết thủ tục hành chính', most: 50 },
      criteria: [scored('2.1', 'Hồ sơ trả đúng hẹn', 30), scored('2.2', 'Công khai, xin lỗi', 20)],
    },
  ],
};

const DUE = '2025-03-14T10:00:00.000Z';
const DAY = '2025-03-14';
const unknown = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** What events of evaluations and scoring rounds hold, by their type. */
export const EVALUATION_SAMPLES: Record<string, Record<string, unknown>> = {
  ProductCatalogueIssued: {
    ...{ year: 2026, documentNumber: '10/QĐ-UBND', documentDate: DAY, count: 370, products: [] },
  },
  EvaluationYearOpened: {
    ...{ year: 2026, regime: 'nd-335-2025', cadence: 'month', mayPass: false, capBase: 'good' },
    ...{ capScope: 'office', source: '11/QĐ-UBND' },
  },
  UnitGradeRecorded: { unitId: 'UNIT', grade: 'good', documentNumber: '30/QĐ-UBND', documentDate: DAY },
  HandlingScored: {
    ...{ unitId: 'UNIT', quarter: 1, index: 'desk', points: 2 },
    ...{ evidence: { text: 'Biên bản kiểm tra', file: null }, by: 'PERSON' },
  },
  UnitScored: { unitId: 'UNIT', general: {}, above: [], evidence: {}, by: 'PERSON' },
  UnitGraded: {
    ...{ unitId: 'UNIT', year: 2026, grade: 'good', was: 'completed', proposal: {}, work: {} },
    ...{ reason: 'Tính thiếu một nhiệm vụ', documentNumber: '36/QĐ-UBND', documentDate: DAY },
  },
  EvaluationOpened: {
    ...{ year: 2026, regime: 'nd-335-2025', cadence: 'month', mayPass: false, personId: 'PERSON' },
    ...{ postId: 'POST', unitId: 'UNIT', leader: false },
  },
  ProductAssigned: {
    ...{ itemId: unknown(20), period: 1, code: '1.01', name: 'Dự thảo văn bản', points: 5, quantity: 3 },
    ...{ planned: true, source: null, takenFrom: null, by: 'PERSON' },
  },
  ProductTakenAway: { itemId: unknown(20), name: 'Dự thảo văn bản', reason: 'Nghỉ ốm', by: 'PERSON' },
  ProductSettled: {
    ...{ itemId: unknown(20), name: 'Dự thảo văn bản', done: 3, failedReviews: 1, delays: 0, above: false },
    ...{ excused: null, evidence: { text: 'Sổ theo dõi', file: null }, traced: null, by: 'PERSON' },
  },
  PeriodSelfScored: { period: 1, general: {}, text: 'Đã làm xong', by: 'PERSON' },
  PeriodScored: {
    ...{ period: 1, general: {}, leading: null, evidence: {}, score: 91.25, working: {}, by: 'PERSON' },
  },
  PeriodReopened: { period: 1, reason: 'Ghi nhầm số lượng' },
  DisciplineNoted: { documentNumber: '31/QĐ-UBND', documentDate: DAY },
  YearSelfAssessed: { text: 'Đã hoàn thành nhiệm vụ', by: 'PERSON' },
  ScoresReceived: {
    ...{ fromOffice: 'UBND xã Đông Quang', documentNumber: '32/UBND-VP', documentDate: DAY },
    ...{ evidence: {}, scores: [] },
  },
  EvaluationHandedOn: {
    ...{ toOffice: 'UBND xã Đông Quang', documentNumber: '33/UBND-VP', documentDate: DAY, scores: [] },
  },
  ScoringSheetIssued: {
    ...{ code: 'CCHC-2026', edition: 1, name: 'Chỉ số CCHC cấp xã', kind: 'reform-index', year: 2026 },
    ...{ source: '4116/QĐ-UBND', total: 100, areas: [] },
  },
  ScoringRoundBooked: { roundId: unknown(21), unitId: 'UNIT', from: DAY, to: DAY },
  ScoringRoundOpened: {
    ...{ sheetId: unknown(22), edition: 1, sheet: {}, name: 'Chỉ số CCHC cấp xã', unitId: null },
    ...{ from: DAY, to: DAY },
  },
  CriterionSelfScored: { criterion: 'I.1', points: 2.5, text: 'Đã ban hành kế hoạch', by: 'PERSON' },
  CriteriaComputed: { count: 1, values: [] },
  CriterionAppraised: {
    criterion: 'I.1',
    stage: 'appraisal',
    points: 2,
    text: 'Ban hành chậm',
    by: 'PERSON',
  },
  CriterionExplained: { criterion: 'I.1', text: 'Chờ hướng dẫn của thành phố', by: 'PERSON' },
  ScoringRoundAdvanced: { was: 'council', stage: 'final', index: 91.25 },
  ScoringRoundUnlocked: { stage: 'second', reason: 'Bổ sung minh chứng' },
  ScoringRoundClosed: { was: 'appraisal', toOffice: 'thieu-van', document: 'Nghị quyết sắp xếp' },
  GradesDecided: {
    ...{ documentNumber: '34/QĐ-UBND', documentDate: DAY, year: 2026, count: 12, minutes: 'm' },
    ...{ partyOpinion: null, decided: [] },
  },
  GradeReplaced: {
    ...{ personId: 'PERSON', was: 'completed', grade: 'good', reason: 'Tính thiếu hai tháng' },
    ...{ documentNumber: '35/QĐ-UBND', documentDate: DAY },
  },
  GradeAppealed: { personId: 'PERSON', text: 'Đề nghị xem lại hai tháng', due: DUE },
  AppealDecided: { personId: 'PERSON', upheld: true, text: 'Chấp nhận kiến nghị', by: 'PERSON', late: false },
  ScoreTimesSet: { day: 10, times: [] },
  ScoreReminded: { period: 3, due: DUE, toPostId: 'POST' },
  ScoreMissed: { period: 3, due: DUE, postId: 'POST' },
  ScoreEscalated: { period: 3, level: 1, toPostId: 'POST', skipped: [], due: DUE },
  ScoreDueSet: { period: 3, due: DUE, from: null, year: 2027, source: 'Thông báo về lịch nghỉ năm 2027' },
  EvaluationTakenOver: {
    ...{ fromOffice: 'thieu-van', document: 'Nghị quyết sắp xếp', year: 2026, personId: 'PERSON' },
    evaluation: {},
  },
  EvaluationYearTransferred: {
    ...{ toOffice: 'thieu-van', document: 'Nghị quyết sắp xếp', year: 2026, appeals: 1 },
  },
  EvaluationYearTakenOver: {
    ...{ fromOffice: 'thieu-van', document: 'Nghị quyết sắp xếp', year: 2026, taken: {} },
  },
  AppealReminded: { personId: 'PERSON', due: DUE, toPostId: 'POST' },
  AppealMissed: { personId: 'PERSON', due: DUE, postId: 'POST' },
  AppealEscalated: { personId: 'PERSON', level: 1, toPostId: 'POST', skipped: [], due: DUE },
  AppealDueSet: {
    ...{ personId: 'PERSON', due: DUE, from: null, year: 2027 },
    source: 'Thông báo về lịch nghỉ năm 2027',
  },
};

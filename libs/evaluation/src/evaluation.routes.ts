import { PAGES, SHEET, doing, type BodyLimit, type Routes } from '#capability';

/** Whoever sees everybody's year and every unit's (R34). */
export const WHO_SEES_ALL = [
  'chairman',
  'vice-chairman',
  'office-of-record',
  'oversight',
  'inspector',
] as const;

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const evaluationRoutes: Routes = {
  'GET /api/v1/product-catalogues/:year': 'signed-in',
  'POST /api/v1/product-catalogues/:year': doing('IssueProductCatalogue'),
  'GET /api/v1/evaluation-years/:year': 'signed-in',
  'GET /api/v1/evaluation-years/:year/acts': 'signed-in',
  'GET /api/v1/evaluation-years/:year/proposals': WHO_SEES_ALL,
  'POST /api/v1/evaluation-years/:year': doing('OpenEvaluationYear'),
  'POST /api/v1/evaluation-years/:year/unit-grades': doing('RecordUnitGrade'),
  'GET /api/v1/evaluation-years/:year/units/:id': 'signed-in',
  'POST /api/v1/evaluation-years/:year/units/:id/scores': doing('ScoreUnit'),
  'POST /api/v1/evaluation-years/:year/units/:id/grade': doing('GradeUnit'),
  'POST /api/v1/evaluation-years/:year/evaluations': doing('OpenEvaluation'),
  'POST /api/v1/evaluation-years/:year/decisions': doing('DecideGrades'),
  'POST /api/v1/evaluation-years/:year/grades/:id/replacement': doing('ReplaceGrade'),
  'POST /api/v1/evaluation-years/:year/grades/:id/appeal': doing('AppealGrade'),
  'POST /api/v1/evaluation-years/:year/grades/:id/appeal-decision': doing('DecideAppeal'),
  'GET /api/v1/dossier-handling': WHO_SEES_ALL,
  'GET /api/v1/dossier-handling/output': WHO_SEES_ALL,
  'GET /api/v1/dossier-handling/:id/dossiers': WHO_SEES_ALL,
  'POST /api/v1/evaluation-years/:year/units/:id/handling-scores': doing('ScoreHandling'),
  'GET /api/v1/evaluations': 'signed-in',
  'GET /api/v1/evaluations/:id': 'signed-in',
  'GET /api/v1/evaluations/:id/acts': 'signed-in',
  'GET /api/v1/evaluations/:id/training': 'signed-in',
  'GET /api/v1/evaluation-years/:year/units/:id/training': 'signed-in',
  'POST /api/v1/evaluations/:id/products': doing('AssignProduct'),
  'POST /api/v1/evaluations/:id/products/:part/removal': doing('TakeProductAway'),
  'POST /api/v1/evaluations/:id/products/:part/settlement': doing('SettleProduct'),
  'POST /api/v1/evaluations/:id/periods/:part/self-score': doing('SelfScorePeriod'),
  'POST /api/v1/evaluations/:id/periods/:part/score': doing('ScorePeriod'),
  'POST /api/v1/evaluations/:id/periods/:part/reopening': doing('ReopenPeriod'),
  'POST /api/v1/evaluations/:id/discipline': doing('NoteDiscipline'),
  'POST /api/v1/evaluations/:id/assessment': doing('AssessOwnYear'),
  'POST /api/v1/evaluations/:id/received-scores': doing('ReceiveScores'),
  'POST /api/v1/evaluations/:id/hand-on': doing('HandEvaluationOn'),
};

/** Where more may be said than on an ordinary route. */
export const evaluationBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/product-catalogues/:year': { ...SHEET, values: 4_000 },
  'POST /api/v1/evaluation-years/:year/decisions': PAGES,
  'POST /api/v1/evaluations/:id/assessment': PAGES,
};

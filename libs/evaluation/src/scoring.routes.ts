import { SHEET, doing, type BodyLimit, type Routes } from '#capability';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const scoringRoutes: Routes = {
  'GET /api/v1/scoring-sheets': 'signed-in',
  'GET /api/v1/scoring-sheets/:code': 'signed-in',
  'POST /api/v1/scoring-sheets/:code': doing('IssueScoringSheet'),
  'GET /api/v1/scoring-rounds': 'signed-in',
  'GET /api/v1/scoring-rounds/:id': 'signed-in',
  'GET /api/v1/scoring-rounds/:id/acts': 'signed-in',
  'POST /api/v1/scoring-rounds': doing('OpenScoringRound'),
  'POST /api/v1/scoring-rounds/:id/computation': doing('ComputeCriteria'),
  'POST /api/v1/scoring-rounds/:id/criteria/:part/self-score': doing('SelfScoreCriterion'),
  'POST /api/v1/scoring-rounds/:id/criteria/:part/appraisal': doing('AppraiseCriterion'),
  'POST /api/v1/scoring-rounds/:id/criteria/:part/explanation': doing('ExplainCriterion'),
  'POST /api/v1/scoring-rounds/:id/advance': doing('AdvanceScoringRound'),
  'POST /api/v1/scoring-rounds/:id/unlocking': doing('UnlockScoringRound'),
};

/** What an office above may read where it was let in; never a change. */
export const scoringOverseen = [
  'GET /api/v1/scoring-sheets',
  'GET /api/v1/scoring-sheets/:code',
  'GET /api/v1/scoring-rounds',
  'GET /api/v1/scoring-rounds/:id',
];

/** Where more may be said than on an ordinary route. */
export const scoringBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/scoring-sheets/:code': SHEET,
};

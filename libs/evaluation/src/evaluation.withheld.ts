/**
 * What the trail tells of evaluations to those who watch over the office alone (R34): everybody may know who was evaluated,
 * when and by whom, and the grade that the year's page makes known; points, accounts, reasons and appeals are read where the
 * evaluation is, by whoever may read it.
 */
export const evaluationWithheld: Readonly<Record<string, readonly string[]>> = {
  ProductTakenAway: ['reason'],
  ProductSettled: ['done', 'failedReviews', 'delays', 'above', 'excused', 'evidence'],
  PeriodSelfScored: ['general', 'text'],
  PeriodScored: ['general', 'leading', 'evidence', 'score', 'working'],
  PeriodReopened: ['reason'],
  YearSelfAssessed: ['text'],
  ScoresReceived: ['evidence', 'scores'],
  EvaluationHandedOn: ['scores'],
  HandlingScored: ['evidence'],
  UnitScored: ['general', 'above', 'evidence'],
  UnitGraded: ['proposal', 'work', 'reason'],
  GradesDecided: ['minutes', 'partyOpinion', 'decided'],
  GradeReplaced: ['reason'],
  GradeAppealed: ['text'],
  AppealDecided: ['text'],
  EvaluationTakenOver: ['evaluation'],
  EvaluationYearTakenOver: ['taken'],
};

import { DUE_ANSWER } from '#deadline';
import { ACT_DONE } from '#event-store';
import { is } from '#kernel';
import { CAP_BASES } from './regime/cap.js';
import { GRADES } from './regime/grades.js';
import { PROPOSAL_REASONS } from './regime/proposal.js';
import { CADENCES, CAP_SCOPES } from './year/year.events.js';

const grade = is.oneOf(GRADES);
const score = is.percent;
const period = is.whole(1, 12);
export const EVIDENCE = is.object({ text: is.prose, file: is.orNull(is.fileHash) });
export const DOCUMENT = { documentNumber: is.code, documentDate: is.day };

const Proposal = is.named('GradeProposal', {
  /** Null where the rules give none. */
  grade: is.orNull(grade),
  why: is.oneOf(PROPOSAL_REASONS),
  score: is.orNull(score),
  counted: is.object({ products: is.count, lateOrPoor: is.count, above: is.count, months: is.count }),
});

const LISTED = {
  id: is.id,
  year: is.year,
  personId: is.id,
  postId: is.id,
  unitId: is.id,
  leader: is.flag,
};
/** The office that something was taken over from: it ended. */
const of = is.orNull(is.object({ office: is.code, name: is.line }));

export const EvaluationPage = is.page(is.named('EvaluationListed', LISTED));

/** A part of a ratio in per cent, with two decimals. */
const ratio = is.figure;
export const RATIO = is.object({
  done: ratio,
  quality: ratio,
  progress: ratio,
  leading: is.orNull(is.object({ allCompleted: ratio, noProlongedDelay: ratio, noDiscord: ratio })),
});
const leading = is.object({ allCompleted: is.flag, noProlongedDelay: is.flag, noDiscord: is.flag });
export const GENERAL = is.list(is.object({ criterion: is.code, points: is.figure }));

const Product = is.object({
  itemId: is.id,
  period,
  code: is.orNull(is.code),
  name: is.prose,
  points: is.count,
  quantity: is.count,
  planned: is.flag,
  taskId: is.orNull(is.id),
  takenFrom: is.orNull(is.id),
  takenAway: is.orNull(is.prose),
  settled: is.orNull(
    is.object({
      done: is.count,
      failedReviews: is.count,
      delays: is.count,
      above: is.flag,
      excused: is.orNull(is.object({ failedReviews: is.count, delays: is.count, cause: is.prose })),
      evidence: is.orNull(EVIDENCE),
      /** The task whose events tell it; null where a hand entered it. */
      fromTask: is.orNull(is.id),
      by: is.id,
    }),
  ),
});

const Period = is.object({
  period,
  first: is.day,
  last: is.day,
  locked: is.flag,
  score: is.orNull(score),
  /** Until when it is scored; null where nothing was said. */
  time: is.orNull(is.object({ ...DUE_ANSWER, overdue: is.flag })),
  self: is.orNull(is.object({ general: GENERAL, text: is.prose, at: is.instant })),
  scored: is.orNull(
    is.object({
      general: GENERAL,
      leading: is.orNull(leading),
      evidence: EVIDENCE,
      by: is.id,
      at: is.instant,
      /** Converted units: points of five are one. */
      assignedUnits: is.figure,
      doneUnits: is.figure,
      generalPoints: is.orNull(is.figure),
      workPoints: is.orNull(is.figure),
      ratio: is.orNull(RATIO),
    }),
  ),
  reopened: is.orNull(is.prose),
  received: is.orNull(is.object({ fromOffice: is.line, evidence: EVIDENCE })),
});

const Grade = {
  personId: is.id,
  evaluationId: is.id,
  unitId: is.id,
  leader: is.flag,
  grade,
  /** How the grade came about, to whoever may read the evaluation; everybody may know the grade itself. */
  proposal: is.orNull(Proposal),
  reason: is.orNull(is.prose),
  ...DOCUMENT,
  replaced: is.orNull(is.object({ was: grade, reason: is.prose })),
};

const Appeal = is.object({
  personId: is.id,
  text: is.prose,
  at: is.instant,
  ...DUE_ANSWER,
  overdue: is.flag,
  decision: is.orNull(
    is.object({ upheld: is.flag, text: is.prose, by: is.id, late: is.flag, at: is.instant }),
  ),
});

export const EvaluationWhole = is.named('Evaluation', {
  ...LISTED,
  version: is.version,
  of,
  regime: is.object({ code: is.code, name: is.bilingual, source: is.line, scored: is.flag }),
  cadence: is.oneOf(CADENCES),
  handedOn: is.orNull(is.object({ toOffice: is.line, documentNumber: is.code })),
  discipline: is.orNull(is.object(DOCUMENT)),
  assessment: is.orNull(is.object({ text: is.prose, at: is.instant })),
  criteria: is.list(is.object({ code: is.code, name: is.bilingual, most: is.figure })),
  products: is.list(Product, 2_000),
  periods: is.list(Period, 12),
  /** Means of months: of each quarter, and of each half of the year; null where none of them has a score. */
  quarters: is.list(is.orNull(score), 4),
  halves: is.list(is.orNull(score), 2),
  proposal: Proposal,
  /** What was decided; null before. */
  decided: is.orNull(is.object(Grade)),
  appeal: is.orNull(Appeal),
});

const Cap = is.object({
  /** Null: of the whole office. */
  unitId: is.orNull(is.id),
  leader: is.flag,
  excellent: is.count,
  base: is.count,
  percent: is.percent,
  most: is.count,
  exceeded: is.flag,
});

export const EvaluationYearWhole = is.named('EvaluationYear', {
  id: is.id,
  version: is.version,
  of,
  /** The office that its grades and appeals went to, where this one ended. */
  toOffice: is.orNull(is.code),
  year: is.year,
  regime: is.object({ code: is.code, name: is.bilingual, source: is.line }),
  cadence: is.oneOf(CADENCES),
  mayPass: is.flag,
  capBase: is.oneOf(CAP_BASES),
  capScope: is.oneOf(CAP_SCOPES),
  /** On which day of the month after it a period is scored. */
  scoreDay: is.whole(1, 28),
  source: is.line,
  /** Units are graded by what their year came to; before, what a document says is recorded. */
  unitsComputed: is.flag,
  unitGrades: is.list(is.object({ unitId: is.orNull(is.id), grade })),
  grades: is.list(is.object(Grade)),
  caps: is.list(Cap),
  appeals: is.list(Appeal),
});

export const GradeProposals = is.named('GradeProposals', {
  items: is.list(
    is.object({
      ...LISTED,
      proposal: Proposal,
      /** Head of a unit: what that unit was graded, null where nothing is recorded; absent for others. */
      heads: is.orNull(is.object({ unitId: is.id, grade: is.orNull(grade) })),
      decided: is.orNull(grade),
    }),
  ),
  /** How the caps would stand, were every proposal taken. */
  caps: is.list(Cap),
  incomplete: is.maybe(is.object({ subjects: is.count })),
});

export const ProductCatalogue = is.named('ProductCatalogue', {
  id: is.id,
  version: is.version,
  year: is.year,
  ...DOCUMENT,
  products: is.list(
    is.object({ code: is.code, name: is.line, group: is.whole(1, 5), points: is.count }),
    1_000,
  ),
});

export const EvaluationOpened = is.named('EvaluationOpened', { ...ACT_DONE, evaluationId: is.id });

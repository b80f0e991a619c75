import { Id, ListOf, MOST_PARTS, OneOf, Text } from '#kernel';
import { guarded, type Office } from '#organisation/office';
import { OfDocument } from '../of-document.js';
import { headedBy } from '../official/leading.js';
import { open } from '../official/official.guards.js';
import type { OfficialEvaluation } from '../official/official.js';
import { proposed } from '../official/years-work.js';
import { GRADES, isAbove, type Grade } from '../regime/grades.js';
import { requireCaps } from './caps.js';
import { opened, underWay, type YearContext } from './opening.js';
import type { Decided, YearEvent } from './year.events.js';
import type { EvaluationYear, InForce } from './year.js';
import {
  alreadyGraded,
  gradesSelf,
  headAboveUnit,
  nobodyToGrade,
  notGraded,
  overrideWithoutReason,
  partyOpinionMissing,
  unitNotGraded,
} from './year.refusals.js';

export class GradeOf {
  @Id({ description: 'Hồ sơ đánh giá · the evaluation' })
  evaluationId!: string;

  @OneOf({ description: 'Mức xếp loại · grade', values: GRADES })
  grade!: Grade;

  @Text({
    description: 'Lý do khác đề xuất · why not as proposed (R32)',
    min: 3,
    max: 1000,
    optional: true,
  })
  reason?: string;
}

/** Decides grades (quyết định xếp loại): of any number of people at once, for caps are held against all that are decided. */
export class DecideGrades extends OfDocument {
  @ListOf({ description: 'Từng người · each person', max: MOST_PARTS, of: () => GradeOf })
  decisions!: GradeOf[];

  @Text({ description: 'Biên bản họp đánh giá · what the meeting came to', min: 3, max: 5000 })
  minutes!: string;

  @Text({
    description: 'Ý kiến cấp ủy về người đứng đầu · the party committee on heads',
    min: 3,
    max: 2000,
    optional: true,
  })
  partyOpinion?: string;
}

export const decideGrades = guarded(
  underWay,
  (state, command: DecideGrades, context: YearContext): YearEvent[] => {
    const { documentNumber, documentDate, minutes, partyOpinion = null } = command;
    const decided = command.decisions.map((one) => decidedOf(state, one, context));
    requireEachOnce(decided);
    if (partyOpinion === null && decided.some((one) => isHead(one, context))) throw partyOpinionMissing();
    requireCaps(state, Object.fromEntries(decided.map((one) => [one.personId, one])));
    const { year } = opened(state);
    const count = decided.length;
    return [
      {
        type: 'GradesDecided',
        data: { documentNumber, documentDate, year, count, minutes, partyOpinion, decided },
      },
    ];
  },
);

function requireEachOnce(decided: readonly Decided[]): void {
  if (decided.length === 0) throw nobodyToGrade({ why: 'chưa có ai · nobody is named' });
  if (new Set(decided.map(({ personId }) => personId)).size < decided.length)
    throw nobodyToGrade({ why: 'một người ghi hai lần · somebody is there twice' });
}

const evaluationOf = ({ evaluations }: YearContext, id: string): OfficialEvaluation | undefined =>
  evaluations?.get(id);

const isHead = ({ evaluationId }: Decided, context: YearContext): boolean =>
  headedBy(context.office, evaluationOf(context, evaluationId)?.postId ?? '') !== undefined;

/** R32: the proposal is worked out as of now and kept beside the grade; R3: nobody grades themselves. */
function decidedOf(
  state: EvaluationYear,
  { evaluationId, grade, reason: given }: GradeOf,
  context: YearContext,
): Decided {
  const evaluation = evaluationOf(context, evaluationId);
  const { year } = opened(state);
  if (evaluation?.year !== year)
    throw nobodyToGrade({ why: 'không có hồ sơ đánh giá của năm này · no evaluation of this year' });
  open(evaluation, {});
  const { personId, unitId, leader } = evaluation;
  if (personId === context.actor || personId === context.hand) throw gradesSelf();
  if (state.grades[personId]) throw alreadyGraded();
  requireNotAboveUnit(state, evaluation, grade, context.office);
  const proposal = proposed(evaluation);
  const reason = given ?? null;
  const isAsProposed = proposal.grade === grade;
  if (!isAsProposed && reason === null) throw overrideWithoutReason();
  return { personId, evaluationId, unitId, leader, grade, proposal, reason: isAsProposed ? null : reason };
}

function requireNotAboveUnit(
  { of, unitGrades }: EvaluationYear,
  { postId }: Pick<OfficialEvaluation, 'postId'>,
  grade: Grade,
  office: Office,
): void {
  const unit = of ? of.heads[postId] : headedBy(office, postId);
  if (!unit) return;
  const own = unitGrades[unit.unitId];
  if (own === undefined) throw unitNotGraded({ unit: unit.name });
  if (isAbove(grade, own)) throw headAboveUnit({ unit: unit.name });
}

/** Replaces a wrong grade (thay quyết định xếp loại), by a new decision with its reason. */
export class ReplaceGrade extends OfDocument {
  @OneOf({ description: 'Mức xếp loại mới · the new grade', values: GRADES })
  grade!: Grade;

  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const replaceGrade = guarded(
  underWay,
  (state, command: ReplaceGrade, context: YearContext): YearEvent[] => {
    const known = gradeOf(state, context.part);
    const { personId, grade: was } = known;
    if (personId === context.actor || personId === context.hand) throw gradesSelf();
    const { grade, reason, documentNumber, documentDate } = command;
    if (grade === was) return [];
    const evaluation = evaluationOf(context, known.evaluationId);
    if (evaluation) requireNotAboveUnit(state, evaluation, grade, context.office);
    requireCaps(state, { [personId]: { ...known, grade } });
    return [{ type: 'GradeReplaced', data: { personId, was, grade, reason, documentNumber, documentDate } }];
  },
);

/** The grade somebody has; refuses `not_graded`. */
export function gradeOf({ grades }: EvaluationYear, personId: string): InForce {
  const known = grades[personId];
  if (!known) throw notGraded();
  return known;
}

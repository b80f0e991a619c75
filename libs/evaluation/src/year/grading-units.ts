import { IdList, ListOf, OneOf, Text, dayOf, formatDay } from '#kernel';
import { guarded } from '#organisation/office';
import { OfDocument } from '../of-document.js';
import { CriterionPoints, MOST_CRITERIA, generalPoints, generalSum } from '../official/general-points.js';
import { shownBy } from '../official/official.guards.js';
import { WithEvidence } from '../official/with-evidence.js';
import { GRADES, isAbove, type Grade } from '../regime/grades.js';
import { unitProposal } from '../unit/unit-grade.js';
import { unitRuleOf, type UnitRule } from '../unit/unit-rules.js';
import type { UnitWork } from '../unit/unit-work.js';
import { opened, type YearContext } from './opening.js';
import type { YearEvent } from './year.events.js';
import type { EvaluationYear } from './year.js';
import {
  gradesSelf,
  headAboveUnit,
  noUnitRule,
  overrideWithoutReason,
  unitYearNotOver,
  unknownUnit,
} from './year.refusals.js';

const MOST_ABOVE = 500;

/** A year whose units are graded by computation. */
const computed = (state: EvaluationYear): EvaluationYear => {
  unitRuleFor(state);
  return state;
};

/** The rules by which the year's units are graded; refuses `no_unit_rule`. */
export function unitRuleFor(state: EvaluationYear): UnitRule {
  const { year } = opened(state);
  const rule = unitRuleOf(year);
  if (!rule) throw noUnitRule({ year });
  return rule;
}

/** The unit a decision is about; refuses whoever heads it (R3). */
function unitOf({ office, part, actor, hand }: YearContext) {
  const unit = office.units.get(part);
  if (!unit || unit.endedBy !== undefined) throw unknownUnit();
  const head = office.holders.get(unit.headPostId);
  if (head !== undefined && (head === actor || head === hand)) throw gradesSelf();
  return { ...unit, head };
}

/** Enters what the log can't tell of a unit's year (chấm tiêu chí chung của tập thể), with what shows it (R31). */
export class ScoreUnit extends WithEvidence {
  @ListOf({
    description: 'Điểm tiêu chí chung · general points',
    max: MOST_CRITERIA,
    of: () => CriterionPoints,
  })
  general!: CriterionPoints[];

  @IdList({ description: 'Nhiệm vụ vượt yêu cầu · tasks above what was asked', max: MOST_ABOVE })
  above!: string[];
}

export const scoreUnit = guarded(computed, (state, command: ScoreUnit, context: YearContext): YearEvent[] => {
  const { unitId } = unitOf(context);
  const general = generalPoints(unitRuleFor(state).general, command.general);
  const data = { unitId, general, above: command.above, evidence: shownBy(command), by: context.hand };
  return [{ type: 'UnitScored', data }];
});

/** What is asked of whoever decides how a unit is graded. */
export class UnitGradeDecision extends OfDocument {
  @OneOf({ description: 'Mức xếp loại · grade', values: GRADES })
  grade!: Grade;

  @Text({ description: 'Lý do khác đề xuất · why not as proposed (R32)', min: 3, max: 1000, optional: true })
  reason?: string;
}

/** Decides a unit's grade (quyết định xếp loại tập thể) beside what it comes to; its year is read by the service, never sent. */
export class GradeUnit extends UnitGradeDecision {
  work!: UnitWork;
}

export const gradeUnit = guarded(computed, (state, command: GradeUnit, context: YearContext): YearEvent[] => {
  const { unitId, name, head } = unitOf(context);
  const rule = unitRuleFor(state);
  const { year, mayPass } = opened(state);
  const from = `${year}-${rule.gradedFrom}`;
  if (dayOf(context.now) < from) throw unitYearNotOver({ from: formatDay(from) });
  const { grade, work, documentNumber, documentDate } = command;
  const proposal = unitProposal(rule, work, byHandOf(state, unitId), mayPass);
  const was = state.unitGrades[unitId] ?? null;
  const isAsProposed = proposal.grade === grade && was === null;
  const reason = isAsProposed ? null : command.reason;
  if (reason === undefined) throw overrideWithoutReason();
  requireHeadNotAbove(state, head, { grade, unit: name });
  return [
    {
      type: 'UnitGraded',
      data: { unitId, year, grade, was, proposal, work, reason, documentNumber, documentDate },
    },
  ];
});

/** What a hand entered of a unit's year, as it is reckoned with; null where nothing is. */
export function byHandOf({ unitScores }: EvaluationYear, unitId: string) {
  const entered = unitScores[unitId];
  return entered ? { general: generalSum(entered.general), above: entered.above } : null;
}

/** A head who has a grade stays no better than the unit when that is graded, or graded anew. */
export function requireHeadNotAbove(
  { grades }: EvaluationYear,
  head: string | undefined,
  { grade, unit }: { grade: Grade; unit: string },
): void {
  const own = head === undefined ? undefined : grades[head];
  if (own && isAbove(own.grade, grade)) throw headAboveUnit({ unit });
}

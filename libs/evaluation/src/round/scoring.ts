import { Points, Text } from '#kernel';
import { guarded } from '#organisation/office';
import type { Evidence } from '../official/official.events.js';
import { shownBy } from '../official/official.guards.js';
import { pointsAboveMax } from '../official/official.refusals.js';
import { WithEvidence } from '../official/with-evidence.js';
import { hundredths, points, quotient } from '../regime/rounding.js';
import { criteriaOf, type Criterion } from '../sheet/sheet.js';
import { atStage, criterionOf, forAppraisers, forTheScored, type RoundContext } from './round.guards.js';
import { scoredOf, type Appraising, type Computed, type Round, type RoundEvent } from './round.js';
import { notSelfScored, roundInvalid } from './round.refusals.js';

const MOST_POINTS = 1_000;

/** Scores a criterion of one's own (tự chấm điểm), with what shows it (R31). */
export class SelfScoreCriterion extends WithEvidence {
  @Points({ description: 'Điểm tự chấm · points', max: MOST_POINTS })
  points!: number;

  @Text({ description: 'Số liệu kê khai · what is declared', min: 1, max: 2000 })
  text!: string;
}

export const selfScoreCriterion = guarded(
  forTheScored('self'),
  (state, command: SelfScoreCriterion, { part, hand }: RoundContext): RoundEvent[] => {
    const { code: criterion, kind, most, computed } = criterionOf(state, part);
    if (kind !== 'scored') throw notSelfScored({ criterion });
    // What the log computes is not entered; where it measured nothing, a hand may.
    if (computed && scoredOf(state, criterion).computed?.points !== null) throw notSelfScored({ criterion });
    requireWithin(criterion, command.points, most);
    const { points: own, text } = command;
    const data = { criterion, points: own, text, evidence: shownBy(command), by: hand };
    return [{ type: 'CriterionSelfScored', data }];
  },
);

function requireWithin(criterion: string, given: number, most: number): void {
  if (hundredths(given) > hundredths(most)) throw pointsAboveMax({ criterion, most });
}

/** Computes what the log tells (lấy điểm từ dữ liệu); the values are read by the service, never sent by anybody. */
export class ComputeCriteria {
  values!: Computed[];
}

export const computeCriteria = guarded(
  (state: Round) => atStage(state, 'self', 'appraisal', 'second'),
  (state, { values }: ComputeCriteria): RoundEvent[] => {
    const told = criteriaOf(state.sheet ?? { areas: [] }).flatMap((criterion) => {
      const value = values.find(({ index }) => index === criterion.computed?.index);
      return value ? [{ criterion: criterion.code, ...value, points: pointsFor(criterion, value) }] : [];
    });
    if (told.length === 0)
      throw roundInvalid({ why: 'không có tiêu chí tính tự động · nothing is computed' });
    return [{ type: 'CriteriaComputed', data: { count: told.length, values: told } }];
  },
);

/** All points from `full` per cent on, below it their share; none can be told where nothing was measured. */
function pointsFor({ most, computed }: Criterion, { part, whole }: Computed): number | null {
  if (!computed || whole === 0) return null;
  const all = hundredths(most);
  const of = quotient(all * part * 10_000, whole * hundredths(computed.full));
  return points(Math.min(all, of));
}

/** Gives a criterion its points (thẩm định, hội đồng), or a bonus, a deduction, a survey’s result, with what shows it (R31). */
export class AppraiseCriterion extends WithEvidence {
  @Points({ description: 'Điểm thẩm định · points', max: MOST_POINTS })
  points!: number;

  @Text({ description: 'Nhận xét, lý do · why', min: 3, max: 2000 })
  text!: string;
}

export const appraiseCriterion = guarded(
  forAppraisers('appraisal', 'second', 'council'),
  (state, command: AppraiseCriterion, { part, hand }: RoundContext): RoundEvent[] => {
    const { code: criterion, most } = criterionOf(state, part);
    requireWithin(criterion, command.points, most);
    const { points: given, text } = command;
    const evidence = shownBy(command);
    const stage = stageOf(state);
    return [
      { type: 'CriterionAppraised', data: { criterion, stage, points: given, text, evidence, by: hand } },
    ];
  },
);

const stageOf = ({ stage }: Round): Appraising =>
  stage === 'second' || stage === 'council' ? stage : 'appraisal';

/** Explains a criterion whose points were changed (giải trình). */
export class ExplainCriterion extends WithEvidence {
  @Text({ description: 'Giải trình · explanation', min: 3, max: 5000 })
  text!: string;
}

export const explainCriterion = guarded(
  forTheScored('explanation'),
  (state, command: ExplainCriterion, { part, hand }: RoundContext): RoundEvent[] => {
    const { code: criterion } = criterionOf(state, part);
    const { text, evidence: said } = command;
    const evidence: Evidence | null = said === undefined ? null : shownBy(command);
    return [{ type: 'CriterionExplained', data: { criterion, text, evidence, by: hand } }];
  },
);

import { OneOf, Whole } from '#kernel';
import { guarded } from '#organisation/office';
import { shownBy } from '../official/official.guards.js';
import { WithEvidence } from '../official/with-evidence.js';
import { BY_HAND, MOST_POINTS, type HandIndex } from '../handling/indices.js';
import { underWay, type YearContext } from './opening.js';
import type { YearEvent } from './year.events.js';
import { gradesSelf, unknownUnit } from './year.refusals.js';

/** Enters an index of handling that no event tells (chấm chỉ số giải quyết TTHC), of a unit's quarter, with what shows it (R31). */
export class ScoreHandling extends WithEvidence {
  @Whole({ description: 'Quý · quarter', min: 1, max: 4 })
  quarter!: number;

  @OneOf({ description: 'Chỉ số · index', values: BY_HAND })
  index!: HandIndex;

  @Whole({ description: 'Điểm · points', min: 0, max: MOST_POINTS })
  points!: number;
}

export const scoreHandling = guarded(
  underWay,
  (_state, command: ScoreHandling, { part: unitId, office, actor, hand }: YearContext): YearEvent[] => {
    const unit = office.units.get(unitId);
    if (!unit) throw unknownUnit();
    const head = office.holders.get(unit.headPostId);
    if (head !== undefined && (head === actor || head === hand)) throw gradesSelf();
    const { quarter, index, points } = command;
    const data = { unitId, quarter, index, points, evidence: shownBy(command), by: hand };
    return [{ type: 'HandlingScored', data }];
  },
);

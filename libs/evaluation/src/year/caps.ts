import { capOf, type Cap } from '../regime/cap.js';
import type { Grade } from '../regime/grades.js';
import { rulesOf } from '../official/years-work.js';
import { opened } from './opening.js';
import { OFFICE, type EvaluationYear } from './year.js';
import { tooManyExcellent } from './year.refusals.js';

/** Somebody of a group of like tasks, with their grade. */
export interface Graded {
  unitId: string;
  leader: boolean;
  grade: Grade;
}

/** A group of like tasks (nhóm nhiệm vụ tương đồng) and how far it is under its cap; `unitId` null: of the whole office. */
export interface GroupCap extends Cap {
  unitId: string | null;
  leader: boolean;
}

/** How each group's excellent stand against their cap (tỷ lệ 20%, 25%). */
export function capsOf(state: EvaluationYear, graded: readonly Graded[]): GroupCap[] {
  const { year, capBase: base, capScope } = opened(state);
  const groupOf = ({ unitId, leader }: Graded) => `${capScope === 'unit' ? unitId : ''} ${leader}`;
  return [...Map.groupBy(graded, groupOf).values()].map((group) => {
    const [{ unitId, leader } = { unitId: '', leader: false }] = group;
    const of = capScope === 'unit' ? unitId : null;
    const unitIsExcellent = state.unitGrades[of ?? OFFICE] === 'excellent';
    const grades = group.map(({ grade }) => grade);
    return { unitId: of, leader, ...capOf(grades, rulesOf(year).cap, { base, unitIsExcellent }) };
  });
}

/** Refuses `too_many_excellent` where a group would have too many, once these are graded so. */
export function requireCaps(state: EvaluationYear, changed: Readonly<Record<string, Graded>>): void {
  const all = Object.values({ ...state.grades, ...changed });
  const over = capsOf(state, all).find(({ exceeded }) => exceeded);
  if (over) {
    const { excellent, most, percent, base } = over;
    throw tooManyExcellent({ excellent, most, percent, base });
  }
}

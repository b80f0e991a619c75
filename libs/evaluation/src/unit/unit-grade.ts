import { hundredths, points } from '../regime/rounding.js';
import type { Grade } from '../regime/grades.js';
import { ratioOf, workPoints, type Ratio } from '../regime/work.js';
import type { UnitRule } from './unit-rules.js';
import type { UnitRow, UnitWork } from './unit-work.js';

/** What the log can't tell of a unit's year, and a hand entered with evidence (R31). */
export interface ByHand {
  /** General criteria, in points. */
  general: number;
  /** Tasks of which more was brought than was asked. */
  above: readonly string[];
}

export const UNIT_REASONS = ['by-rules', 'points-missing', 'not-enough-data', 'between-rules'] as const;

/** What an excellent year needs, in the order in which it is asked. */
export const UNIT_CONDITIONS = ['score', 'on-time', 'above', 'no-part-failing', 'findings-remedied'] as const;

/** A condition of an excellent year, what it needs and what the year came to; shares in per cent, null of nothing. */
export interface UnitCondition {
  code: (typeof UNIT_CONDITIONS)[number];
  needed: number;
  is: number | null;
  holds: boolean;
}

/** The grade that the rules come to for a unit's year (đề xuất xếp loại tập thể), with its working (R32). */
export interface UnitProposal {
  grade: Grade | null;
  why: (typeof UNIT_REASONS)[number];
  score: number | null;
  general: number | null;
  work: number | null;
  ratio: Ratio | null;
  /** In points of the catalogue. */
  assigned: number;
  done: number;
  late: number;
  above: number;
  conditions: readonly UnitCondition[];
}

const sumOf = (
  rows: readonly UnitRow[],
  key: 'assigned' | 'done' | 'quality' | 'progress' | 'undone' | 'late',
) => rows.reduce((sum, row) => sum + row[key], 0);

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 10_000) / whole) / 100;

/** What a unit's year comes to: the rules over what the log tells and what a hand entered. */
export function unitProposal(
  rule: UnitRule,
  work: UnitWork,
  byHand: ByHand | null,
  mayPass: boolean,
): UnitProposal {
  const { rows, findings, failing } = work;
  const sum = (key: Parameters<typeof sumOf>[1]) => sumOf(rows, key);
  const [assigned, late] = [sum('assigned'), sum('late')];
  const done = assigned - sum('undone');
  const above = rows.reduce((all, row) => all + aboveIn(row, byHand), 0);
  const units = { assigned, done: sum('done'), quality: sum('quality'), progress: sum('progress') };
  const ratio = ratioOf(units, null, mayPass);
  const ofWork = ratio && workPoints(ratio, rule.work);
  const general = byHand?.general ?? null;
  const score = general === null || ofWork === null ? null : points(hundredths(general) + hundredths(ofWork));
  const remedied = findings.filter((one) => one.remedied).length;
  const onTime = Math.max(0, done - late);
  const conditions: UnitCondition[] = [
    { code: 'score', needed: rule.excellent, is: score, holds: score !== null && score >= rule.excellent },
    { code: 'on-time', needed: 100, is: share(onTime, assigned), holds: assigned > 0 && onTime === assigned },
    {
      ...{ code: 'above', needed: rule.above, is: share(above, assigned) },
      holds: assigned > 0 && above * 100 >= rule.above * assigned,
    },
    { code: 'no-part-failing', needed: 0, is: failing.length, holds: failing.length === 0 },
    {
      ...{ code: 'findings-remedied', needed: 100, is: share(remedied, findings.length) },
      holds: remedied === findings.length,
    },
  ];
  const proposed = (why: UnitProposal['why'], grade: Grade | null = null): UnitProposal => ({
    ...{ grade, why, score, general, work: ofWork, ratio, assigned, done, late, above, conditions },
  });
  if (assigned === 0) return proposed('not-enough-data');
  if (score === null) return proposed('points-missing');
  const grade = gradeOf(rule, score, { assigned, done, late }, conditions);
  return grade ? proposed('by-rules', grade) : proposed('between-rules');
}

/** A task that is named by hand as above what was asked counts whole, a product as it was settled. */
const aboveIn = ({ kind, subject, done, above }: UnitRow, byHand: ByHand | null): number =>
  kind === 'task' && byHand?.above.includes(subject) ? done : above;

/** Between what is completed and what is not the rules name no grade: null, somebody decides with a reason. */
function gradeOf(
  rule: UnitRule,
  score: number,
  { assigned, done, late }: Pick<UnitProposal, 'assigned' | 'done' | 'late'>,
  conditions: readonly UnitCondition[],
): Grade | null {
  if (conditions.every(({ holds }) => holds)) return 'excellent';
  if (score < rule.completed || done * 100 < rule.leastDone * assigned) return 'not-completed';
  const isAllDone = done === assigned;
  if (score >= rule.good && isAllDone && late === 0) return 'good';
  return isAllDone && late * 100 <= rule.mostLate * assigned ? 'completed' : null;
}

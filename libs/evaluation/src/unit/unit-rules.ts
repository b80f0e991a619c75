import { GENERAL_CRITERIA, type GeneralCriterion } from '../regime/general-criteria.js';

/** By which rules a unit's year is graded (xếp loại tập thể): data with years of validity; shares in per cent of what was asked. */
export interface UnitRule {
  source: string;
  fromYear: number;
  /** Null while it is in force. */
  toYear: number | null;
  general: readonly GeneralCriterion[];
  /** The points that results of work come to at most. */
  work: number;
  /** What each failed review or delay takes of a piece of work's quality or progress. */
  deduction: number;
  /** From so many points on. */
  excellent: number;
  good: number;
  completed: number;
  /** Excellent: at least so much above what was asked. */
  above: number;
  /** Completed: at most so much late. */
  mostLate: number;
  /** Not completed: less than so much done. */
  leastDone: number;
  /** The points that one deadline of the plan counts: one standard document. */
  deadline: number;
  /** From which day of the year on it is graded, month and day. */
  gradedFrom: string;
}

const UNIT_RULES: readonly UnitRule[] = [
  {
    source: 'Nghị định 335/2025/NĐ-CP',
    fromYear: 2026,
    toYear: null,
    general: GENERAL_CRITERIA,
    work: 70,
    deduction: 25,
    ...{ excellent: 90, good: 70, completed: 50 },
    ...{ above: 30, mostLate: 20, leastDone: 70 },
    deadline: 5,
    gradedFrom: '12-01',
  },
];

/** The rules of a year; undefined where a unit's grade is recorded by its document alone. */
export const unitRuleOf = (year: number): UnitRule | undefined =>
  UNIT_RULES.find(({ fromYear, toYear }) => fromYear <= year && (toYear === null || year <= toYear));

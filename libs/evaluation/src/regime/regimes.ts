import type { Bilingual } from '#kernel';
import { GENERAL_CRITERIA, type GeneralCriterion } from './general-criteria.js';

/** Which share of those graded good may be excellent, in per cent. */
export interface CapRule {
  ordinary: number;
  /** Where the unit itself is excellent. */
  ofExcellentUnit: number;
}

/** A grade by shares of the year's work (Nghị định 90/2020): all of them in per cent of what was assigned. */
export interface ByShares {
  kind: 'shares';
  /** Excellent: everything in time and well done, and at least so much above what was asked. */
  above: number;
  /** Completed: at most so much late or poor. */
  mostLateOrPoor: number;
  /** Not completed: more than so much late or poor. */
  failedOver: number;
}

/** A grade by points out of 100 (Nghị định 335/2025): general criteria and results of work. */
export interface ByPoints {
  kind: 'points';
  general: readonly GeneralCriterion[];
  /** The points that results of work come to at most. */
  work: number;
  /** How much of a product's quality or progress each failed review or delay takes, in per cent. */
  deduction: number;
  /** From so many points on. */
  excellent: number;
  good: number;
  completed: number;
}

/** By which rules a year's officials are classified (chế độ xếp loại): data with years of validity, and where they stand. */
export interface Regime {
  code: 'nd-90-2020' | 'nd-335-2025';
  name: Bilingual;
  source: string;
  fromYear: number;
  /** Null while it is in force. */
  toYear: number | null;
  rule: ByShares | ByPoints;
  cap: CapRule;
  /** Months worked under which a year has no grade. */
  leastMonths: number;
  /** Working days in which an appeal is decided. */
  appealDays: number;
}

export const REGIMES: readonly Regime[] = [
  {
    code: 'nd-90-2020',
    name: { vi: 'Nghị định 90/2020 và 48/2023', en: 'Decrees 90/2020 and 48/2023' },
    source: 'Nghị định 90/2020/NĐ-CP, sửa đổi bởi Nghị định 48/2023/NĐ-CP',
    fromYear: 2020,
    toYear: 2025,
    rule: { kind: 'shares', above: 50, mostLateOrPoor: 20, failedOver: 50 },
    cap: { ordinary: 20, ofExcellentUnit: 20 },
    leastMonths: 6,
    appealDays: 7,
  },
  {
    code: 'nd-335-2025',
    name: { vi: 'Nghị định 335/2025', en: 'Decree 335/2025' },
    source: 'Nghị định 335/2025/NĐ-CP',
    fromYear: 2026,
    toYear: null,
    rule: {
      kind: 'points',
      general: GENERAL_CRITERIA,
      work: 70,
      deduction: 25,
      excellent: 90,
      good: 70,
      completed: 50,
    },
    cap: { ordinary: 20, ofExcellentUnit: 25 },
    leastMonths: 6,
    appealDays: 7,
  },
];

/** The rules of a year; undefined where none are known. */
export const regimeOf = (year: number): Regime | undefined =>
  REGIMES.find(({ fromYear, toYear }) => fromYear <= year && (toYear === null || year <= toYear));

import type { Grade } from './grades.js';
import type { CapRule } from './regimes.js';

/** Whose number the excellent are held against: those graded good alone, or the excellent among them. */
export const CAP_BASES = ['good', 'good-and-above'] as const;
export type CapBase = (typeof CAP_BASES)[number];

/** How many of a group are excellent, and how many may be (tỷ lệ xuất sắc tối đa). */
export interface Cap {
  excellent: number;
  base: number;
  percent: number;
  most: number;
  exceeded: boolean;
}

/** What a group's grades come to under the cap. */
export function capOf(
  grades: readonly Grade[],
  rule: CapRule,
  { base: of, unitIsExcellent }: { base: CapBase; unitIsExcellent: boolean },
): Cap {
  const count = (grade: Grade) => grades.filter((one) => one === grade).length;
  const excellent = count('excellent');
  const base = count('good') + (of === 'good' ? 0 : excellent);
  const percent = unitIsExcellent ? rule.ofExcellentUnit : rule.ordinary;
  return {
    excellent,
    base,
    percent,
    most: Math.floor((base * percent) / 100),
    exceeded: excellent * 100 > base * percent,
  };
}

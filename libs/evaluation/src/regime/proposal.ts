import type { Grade } from './grades.js';
import type { ByPoints, ByShares, Regime } from './regimes.js';
import { hundredths, points, quotient } from './rounding.js';
import type { Product } from './work.js';

/** What a year's grade is worked out of. */
export interface YearsWork {
  products: readonly Product[];
  /** The score of each period that has one. */
  scores: readonly number[];
  monthsWorked: number;
  disciplined: boolean;
}

/** Why a grade is proposed, or why none can be. */
export const PROPOSAL_REASONS = [
  'by-score',
  'by-shares',
  'disciplined',
  'too-few-months',
  'not-enough-data',
  'between-rules',
] as const;
export type ProposalReason = (typeof PROPOSAL_REASONS)[number];

/** What was counted for it. */
export interface Counted {
  products: number;
  lateOrPoor: number;
  above: number;
  months: number;
}

/** The grade that the rules come to (đề xuất xếp loại), with its working (R32). */
export interface Proposal {
  grade: Grade | null;
  why: ProposalReason;
  /** The mean of the periods' scores, where the regime has scores. */
  score: number | null;
  counted: Counted;
}

/** Not all done, failed a review or came late. */
const isLateOrPoor = ({ done, quantity, failedReviews, delays }: Product): boolean =>
  done < quantity || failedReviews > 0 || delays > 0;

/** The mean of scores, rounded half up to two decimals; null of none. */
export const meanOf = (scores: readonly number[]): number | null =>
  scores.length === 0
    ? null
    : points(
        quotient(
          scores.reduce((sum, score) => sum + hundredths(score), 0),
          scores.length,
        ),
      );

/** The grade that the year's rules come to; null where they give none, and why. */
export function proposalOf({ rule, leastMonths }: Regime, work: YearsWork): Proposal {
  const score = rule.kind === 'points' ? meanOf(work.scores) : null;
  const counted = {
    products: work.products.length,
    lateOrPoor: work.products.filter(isLateOrPoor).length,
    above: work.products.filter(({ above }) => above).length,
    months: work.monthsWorked,
  };
  const proposed = (why: ProposalReason, grade: Grade | null = null) => ({ grade, why, score, counted });
  if (work.disciplined) return proposed('disciplined', 'not-completed');
  if (work.monthsWorked < leastMonths) return proposed('too-few-months');
  if (rule.kind === 'points')
    return score === null
      ? proposed('not-enough-data')
      : proposed('by-score', byPoints(rule, hundredths(score)));
  if (counted.products === 0) return proposed('not-enough-data');
  const grade = byShares(rule, counted);
  return grade ? proposed('by-shares', grade) : proposed('between-rules');
}

function byPoints({ excellent, good, completed }: ByPoints, score: number): Grade {
  if (score >= hundredths(excellent)) return 'excellent';
  if (score >= hundredths(good)) return 'good';
  return score >= hundredths(completed) ? 'completed' : 'not-completed';
}

/** Between what is completed and what is not the decree names no grade: null, somebody decides with a reason. */
function byShares(rule: ByShares, { products, lateOrPoor, above }: Counted): Grade | null {
  if (lateOrPoor === 0) return above * 100 >= rule.above * products ? 'excellent' : 'good';
  if (lateOrPoor * 100 <= rule.mostLateOrPoor * products) return 'completed';
  return lateOrPoor * 100 > rule.failedOver * products ? 'not-completed' : null;
}

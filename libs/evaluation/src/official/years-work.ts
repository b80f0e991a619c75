import { proposalOf, type Proposal, type YearsWork } from '../regime/proposal.js';
import { regimeOf, type Regime } from '../regime/regimes.js';
import type { Product } from '../regime/work.js';
import { noRegime } from '../year/year.refusals.js';
import type { FollowedProduct, OfficialEvaluation, Period } from './official.js';
import { monthsIn } from './periods.js';

/** The rules that a year's evaluation goes by. */
export function rulesOf(year: number): Regime {
  const regime = regimeOf(year);
  if (!regime) throw noRegime({ year });
  return regime;
}

/** A product as it counts: taken away, it stays assigned and nothing of it is done. */
export function counted({ points, quantity, planned, settled, takenAway }: FollowedProduct): Product {
  const { done = 0, failedReviews = 0, delays = 0, above = false, excused } = settled ?? {};
  return {
    ...{ points, quantity, planned, above },
    done: takenAway === null ? done : 0,
    failedReviews: Math.max(0, failedReviews - (excused?.failedReviews ?? 0)),
    delays: Math.max(0, delays - (excused?.delays ?? 0)),
  };
}

const scoreOf = ({ scored, received }: Period): number | null => scored?.score ?? received?.score ?? null;

/** The scores of those periods that have one. */
export const scoresOf = (state: OfficialEvaluation): { period: number; score: number }[] =>
  Object.entries(state.periods).flatMap(([period, one]) => {
    const score = scoreOf(one);
    return score === null ? [] : [{ period: Number(period), score }];
  });

/** What the year's grade is worked out of: periods that are scored, and their products. */
export function yearsWork(state: OfficialEvaluation): YearsWork {
  const { rule } = rulesOf(state.year);
  const isScored = (period: number) => Boolean(state.periods[period]?.scored);
  const scores = scoresOf(state).map(({ score }) => score);
  const closed = Object.values(state.periods).filter(({ scored }) => scored).length;
  return {
    products: state.products.filter(({ period }) => isScored(period)).map(counted),
    scores,
    monthsWorked: monthsIn(state.cadence) * (rule.kind === 'points' ? scores.length : closed),
    disciplined: state.discipline !== null,
  };
}

/** The grade that is proposed for a year's work, with its working (R32). */
export const proposed = (state: OfficialEvaluation): Proposal =>
  proposalOf(rulesOf(state.year), yearsWork(state));

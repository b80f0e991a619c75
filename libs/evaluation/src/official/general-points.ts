import { Coded, Points } from '#kernel';
import type { GeneralCriterion } from '../regime/general-criteria.js';
import { hundredths, points } from '../regime/rounding.js';
import type { GeneralPoints } from './official.events.js';
import { invalid } from './official.guards.js';
import { pointsAboveMax } from './official.refusals.js';

export const MOST_CRITERIA = 20;

export class CriterionPoints {
  @Coded({ description: 'Tiêu chí chung · general criterion', pattern: /^[A-C][1-5]$/, max: 2 })
  criterion!: string;

  @Points({ description: 'Điểm · points', max: 100 })
  points!: number;
}

/** Every general criterion once, none above its most. */
export function generalPoints(
  general: readonly GeneralCriterion[],
  given: readonly CriterionPoints[],
): GeneralPoints {
  const byCode = new Map(given.map((one) => [one.criterion, one.points]));
  if (byCode.size !== given.length || given.length !== general.length)
    throw invalid('chấm đủ từng tiêu chí chung, mỗi tiêu chí một lần · each criterion once');
  return Object.fromEntries(
    general.map(({ code, most }) => {
      const own = byCode.get(code);
      if (own === undefined) throw invalid(`thiếu tiêu chí ${code} · ${code} is missing`);
      if (hundredths(own) > most) throw pointsAboveMax({ criterion: code, most: points(most) });
      return [code, own];
    }),
  );
}

/** What general criteria come to together. */
export const generalSum = (given: GeneralPoints): number =>
  points(Object.values(given).reduce((sum, one) => sum + hundredths(one), 0));

import { ListOf, OneOf, Text, addDays, dayOf, formatDay } from '#kernel';
import { guarded } from '#organisation/office';
import { hundredths, points } from '../regime/rounding.js';
import type { ByPoints } from '../regime/regimes.js';
import { ratioOf, unitsOf, workPoints, type Leading } from '../regime/work.js';
import { openPeriod } from './assigning.js';
import { CriterionPoints, MOST_CRITERIA, generalPoints, generalSum } from './general-points.js';
import type { GeneralPoints, OfficialEvent, Working } from './official.events.js';
import {
  forOneself,
  forSuperiors,
  invalid,
  periodNamed,
  shownBy,
  type OfficialContext,
} from './official.guards.js';
import { periodOf, type OfficialEvaluation } from './official.js';
import { periodNotLocked, periodNotOver, productsUnsettled } from './official.refusals.js';
import { SCORED_FROM, firstDay, lastDay } from './periods.js';
import { WithEvidence } from './with-evidence.js';
import { counted, rulesOf } from './years-work.js';

/** Scores one's own period (tự chấm điểm, mẫu số 01). */
export class SelfScorePeriod {
  @ListOf({
    description: 'Điểm tiêu chí chung · general points',
    max: MOST_CRITERIA,
    of: () => CriterionPoints,
  })
  general!: CriterionPoints[];

  @Text({ description: 'Tự đánh giá kết quả · own account', min: 3, max: 5000 })
  text!: string;
}

export const selfScorePeriod = guarded(
  forOneself,
  (state, { general, text }: SelfScorePeriod, { part, hand, now }: OfficialContext): OfficialEvent[] => {
    const period = openPeriod(state, part);
    if (firstDay(state.year, state.cadence, period) > dayOf(now))
      throw invalid('kỳ chưa bắt đầu · it has not begun');
    const data = { period, general: generalOf(state, general), text, by: hand };
    return [{ type: 'PeriodSelfScored', data }];
  },
);

/** Scores a period (chấm điểm kỳ), which locks it: what was settled and what is entered here come to its score. */
export class ScorePeriod extends WithEvidence {
  @ListOf({
    description: 'Điểm tiêu chí chung · general points',
    max: MOST_CRITERIA,
    of: () => CriterionPoints,
  })
  general!: CriterionPoints[];

  @OneOf({
    description: 'Mọi cấp dưới hoàn thành (d) · everybody below completed their work',
    values: ['yes', 'no'],
    optional: true,
  })
  allCompleted?: 'yes' | 'no';

  @OneOf({
    description: 'Không để chậm kéo dài (đ) · no prolonged delay',
    values: ['yes', 'no'],
    optional: true,
  })
  noProlongedDelay?: 'yes' | 'no';

  @OneOf({ description: 'Không mất đoàn kết (e) · no discord', values: ['yes', 'no'], optional: true })
  noDiscord?: 'yes' | 'no';
}

export const scorePeriod = guarded(
  forSuperiors,
  (state, command: ScorePeriod, { part, actor, now }: OfficialContext): OfficialEvent[] => {
    const period = openPeriod(state, part);
    const from = addDays(lastDay(state.year, state.cadence, period), -SCORED_FROM);
    if (dayOf(now) < from) throw periodNotOver({ period, from: formatDay(from) });
    const own = state.products.filter((one) => one.period === period);
    const open = own.filter(({ settled, takenAway }) => settled === null && takenAway === null).length;
    if (open > 0) throw productsUnsettled({ open });
    const general = generalOf(state, command.general);
    const leading = leadingOf(state, command);
    const working = workingOf(state, period, general, leading);
    const score =
      working.general === null || working.work === null
        ? null
        : points(hundredths(working.general) + hundredths(working.work));
    const evidence = shownBy(command);
    return [
      { type: 'PeriodScored', data: { period, general, leading, evidence, score, working, by: actor } },
    ];
  },
);

/** The rules of before have no points. */
function generalOf({ year }: OfficialEvaluation, given: readonly CriterionPoints[]): GeneralPoints {
  const { rule } = rulesOf(year);
  if (rule.kind === 'points') return generalPoints(rule.general, given);
  if (given.length > 0)
    throw invalid('quy định của năm này không chấm điểm · this year’s rules have no points');
  return {};
}

/** What a leader answers for besides; nobody else is asked for it. */
function leadingOf({ year, leader }: OfficialEvaluation, command: ScorePeriod): Leading | null {
  const { allCompleted, noProlongedDelay, noDiscord } = command;
  if (!leader || rulesOf(year).rule.kind === 'shares') return null;
  if (allCompleted === undefined || noProlongedDelay === undefined || noDiscord === undefined)
    throw invalid('chấm đủ d, đ, e của người đứng đầu · d, đ and e of a leader');
  const holds = (word: 'yes' | 'no') => word === 'yes';
  return {
    allCompleted: holds(allCompleted),
    noProlongedDelay: holds(noProlongedDelay),
    noDiscord: holds(noDiscord),
  };
}

/** How a period's score comes about (R32). */
export function workingOf(
  state: OfficialEvaluation,
  period: number,
  general: GeneralPoints,
  leading: Leading | null,
): Working {
  const { rule } = rulesOf(state.year);
  const own = state.products.filter((one) => one.period === period).map(counted);
  if (rule.kind === 'shares') {
    const { assigned, done } = unitsOf(own, 0);
    return { assigned, done, ratio: null, general: null, work: null };
  }
  return byPoints(state, rule, own, general, leading);
}

function byPoints(
  { mayPass }: OfficialEvaluation,
  rule: ByPoints,
  own: readonly ReturnType<typeof counted>[],
  given: GeneralPoints,
  leading: Leading | null,
): Working {
  const units = unitsOf(own, rule.deduction);
  const ratio = ratioOf(units, leading, mayPass);
  const general = generalSum(given);
  const work = ratio && workPoints(ratio, rule.work);
  return { assigned: units.assigned, done: units.done, ratio, general, work };
}

/** Opens a scored period again (mở khóa kỳ), with the reason. */
export class ReopenPeriod {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const reopenPeriod = guarded(
  forSuperiors,
  (state, { reason }: ReopenPeriod, { part }: OfficialContext): OfficialEvent[] => {
    const period = periodNamed(state, part);
    if (!periodOf(state, period).scored) throw periodNotLocked({ period });
    return [{ type: 'PeriodReopened', data: { period, reason } }];
  },
);

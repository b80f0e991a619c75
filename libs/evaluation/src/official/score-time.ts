import { derivedId } from '#kernel';
import { ahead, begun, hasPassed, passing, type Owned, type TimeContext, type Told } from '#overdue';
import type { EvaluationYear } from '../year/year.js';
import type { OfficialEvent, ScorePassing } from './official.events.js';
import type { OfficialContext } from './official.guards.js';
import { periodOf, type OfficialEvaluation, type ScoreTime } from './official.js';
import { SCORE_DAY, lastDay, periodsIn, scoredBy } from './periods.js';

/** Begins the names of the steps of the time in which a period is scored. */
export const SCORE_STEP = 'score-time/';

/** What a decision on the time of scoring looks at. */
export interface ScoreTimeContext extends OfficialContext, TimeContext {}

/** Sets until when each period is scored, by its official and then from above (hạn chấm điểm kỳ): those that are ahead. */
export class SetScoreTimes {}

export function setScoreTimes(
  state: OfficialEvaluation,
  _command: SetScoreTimes,
  context: ScoreTimeContext & { year: EvaluationYear },
): OfficialEvent[] {
  if (state.status !== 'open' || state.scoreTimes !== null || context.office.succession) return [];
  const day = context.year.settings?.scoreDay ?? SCORE_DAY;
  const periods = Array.from({ length: periodsIn(state.cadence) }, (_, index) => index + 1);
  const times = periods.flatMap((period): ScoreTime[] => {
    const occurrenceId = derivedId(context.subject, 'score-time', period);
    const time = begun(occurrenceId, scoredBy(state, period, day), context);
    return hasPassed(time.due, context.now) ? [] : [{ ...time, period }];
  });
  if (times.length === 0) return [];
  const agenda = times.map((one) => ahead(one, SCORE_STEP, context));
  return [{ type: 'ScoreTimesSet', data: { day, times, agenda } }];
}

/** A step of the time in which a period is scored that has fallen due; issued by the deadline worker alone. */
export class TakeScoreStep {
  occurrenceId!: string;
  step!: string;
}

const toldOf = ({ period }: ScoreTime): Told<ScorePassing> => ({
  Reminded: (data) => ({ type: 'ScoreReminded', data: { period, ...data } }),
  Missed: (data) => ({ type: 'ScoreMissed', data: { period, ...data } }),
  Escalated: (data) => ({ type: 'ScoreEscalated', data: { period, ...data } }),
  DueSet: (data) => ({ type: 'ScoreDueSet', data: { period, ...data } }),
});

/** Whoever is to do the next of it: the official scores first, then whoever is above them. */
export const scoredNextBy = (
  state: OfficialEvaluation,
  period: number,
  { posts }: OfficialContext['office'],
): string | null =>
  periodOf(state, period).self === null ? state.postId : (posts.get(state.postId)?.above ?? null);

/** A period waits to be scored: it was followed here and is not locked yet. */
export function awaitsScore(state: OfficialEvaluation, period: number): boolean {
  const { scored, received } = periodOf(state, period);
  return state.status === 'open' && scored === null && received === null;
}

const ownedBy = (state: OfficialEvaluation, { period }: ScoreTime, context: ScoreTimeContext): Owned => ({
  said: state.said,
  owner: SCORE_STEP,
  running: awaitsScore(state, period),
  postId: scoredNextBy(state, period, context.office),
});

/** What a step does now; nothing where it has no sense any more. No grade hangs on it. */
export function takeScoreStep(
  state: OfficialEvaluation,
  { occurrenceId, step }: TakeScoreStep,
  context: ScoreTimeContext,
): OfficialEvent[] {
  const time = state.scoreTimes?.find((one) => one.occurrenceId === occurrenceId);
  if (!time || context.office.succession || context.year?.grades[state.personId]) return [];
  return passing(time, ownedBy(state, time, context), step, toldOf(time), context);
}

/** The last day of a period, once it is over on a day: from then on it waits for its scores. */
export const isOver = (state: OfficialEvaluation, period: number, today: string): boolean =>
  lastDay(state.year, state.cadence, period) < today;

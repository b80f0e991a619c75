import { actOfStep, awaitedBy, eachStep, type StepTaker } from '#deadline';
import { causedBy, type Aggregate, type AggregateStore, type NewEvent } from '#event-store';
import { followCalendarBySteps, type Commands } from '#organisation';
import type { Reaction } from '#projection';
import { officialEvaluation } from './official/official.js';
import { SCORE_STEP, SetScoreTimes, TakeScoreStep } from './official/score-time.js';
import { APPEAL_STEP, TakeAppealStep } from './year/appeals.js';
import { evaluationYear } from './year/year.js';

const ruleOf = (step: string, owner: string): string => {
  if (awaitedBy(step, owner)) return 'R38';
  return step.startsWith(`${owner}escalate`) ? 'R7' : 'R6';
};

/** What is due of a kind of stream, each step an act of its own. Ids derive from the step, so twice is once. */
const stepsOf =
  <S, E extends NewEvent>(
    command: typeof TakeAppealStep | typeof TakeScoreStep,
    owner: string,
    aggregate: Aggregate<S, E>,
  ) =>
  (aggregates: AggregateStore, commands: Commands): StepTaker =>
    eachStep(
      (_office, { occurrenceId, step, ...due }) =>
        commands.send(command, actOfStep({ occurrenceId, step, ...due }, ruleOf(step, owner)), due.subject, {
          occurrenceId,
          step,
        }),
      (office, subjects) => aggregates.warm(aggregate, office, subjects),
    );

/** Reminders, misses and escalation of appeals. */
export const appealSteps = stepsOf(TakeAppealStep, APPEAL_STEP, evaluationYear);

/** The same of the time in which periods are scored. */
export const scoreSteps = stepsOf(TakeScoreStep, SCORE_STEP, officialEvaluation);

/** Whoever is evaluated is told in time that a period is to be scored; also in years that were opened before there was a day. */
export const setScoreTimes = (commands: Commands): Reaction => ({
  name: 'set_score_times',
  types: ['EvaluationOpened'],
  async react(events) {
    for (const event of events)
      await commands.send(
        SetScoreTimes,
        causedBy(event, 'evaluation', 'R6', 'score-times'),
        event.subject,
        {},
      );
  },
});

/** When the office's calendar has become another, the ends of appeals are computed anew. */
export const appealsByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendarBySteps(aggregates, commands, evaluationYear, {
    command: TakeAppealStep,
    owner: APPEAL_STEP,
    deadlines: ({ appeals }) => Object.values(appeals).map(({ occurrenceId }) => ({ occurrenceId })),
  });

/** The same of the time in which periods are scored. */
export const scoreTimesByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendarBySteps(aggregates, commands, officialEvaluation, {
    command: TakeScoreStep,
    owner: SCORE_STEP,
    deadlines: ({ scoreTimes }) => (scoreTimes ?? []).map(({ occurrenceId }) => ({ occurrenceId })),
  });

import { actOfStep, awaitedBy, eachStep, type StepTaker } from '#deadline';
import { causedBy, type AggregateStore } from '#event-store';
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

/** Reminders, misses and escalation of appeals. Ids derive from the step, so twice is once. */
export const appealSteps = (aggregates: AggregateStore, commands: Commands): StepTaker =>
  eachStep(
    (_office, { occurrenceId, step, ...due }) =>
      commands.send(
        TakeAppealStep,
        actOfStep({ occurrenceId, step, ...due }, ruleOf(step, APPEAL_STEP)),
        due.subject,
        { occurrenceId, step },
      ),
    (office, subjects) => aggregates.warm(evaluationYear, office, subjects),
  );

/** The same of the time in which periods are scored. */
export const scoreSteps = (aggregates: AggregateStore, commands: Commands): StepTaker =>
  eachStep(
    (_office, { occurrenceId, step, ...due }) =>
      commands.send(
        TakeScoreStep,
        actOfStep({ occurrenceId, step, ...due }, ruleOf(step, SCORE_STEP)),
        due.subject,
        { occurrenceId, step },
      ),
    (office, subjects) => aggregates.warm(officialEvaluation, office, subjects),
  );

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

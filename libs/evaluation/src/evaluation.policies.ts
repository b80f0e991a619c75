import { actOfStep, awaitedBy, eachStep, type StepTaker } from '#deadline';
import type { AggregateStore } from '#event-store';
import { followCalendarBySteps, type Commands } from '#organisation';
import type { Reaction } from '#projection';
import { APPEAL_STEP, TakeAppealStep } from './year/appeals.js';
import { evaluationYear } from './year/year.js';

const ruleOf = (step: string): string => {
  if (awaitedBy(step, APPEAL_STEP)) return 'R38';
  return step.startsWith(`${APPEAL_STEP}escalate`) ? 'R7' : 'R6';
};

/** Reminders, misses and escalation of appeals. Ids derive from the step, so twice is once. */
export const appealSteps = (aggregates: AggregateStore, commands: Commands): StepTaker =>
  eachStep(
    (_office, { occurrenceId, step, ...due }) =>
      commands.send(TakeAppealStep, actOfStep({ occurrenceId, step, ...due }, ruleOf(step)), due.subject, {
        occurrenceId,
        step,
      }),
    (office, subjects) => aggregates.warm(evaluationYear, office, subjects),
  );

/** When the office's calendar has become another, the ends of appeals are computed anew. */
export const appealsByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendarBySteps(aggregates, commands, evaluationYear, {
    command: TakeAppealStep,
    owner: APPEAL_STEP,
    deadlines: ({ appeals }) => Object.values(appeals).map(({ occurrenceId }) => ({ occurrenceId })),
  });

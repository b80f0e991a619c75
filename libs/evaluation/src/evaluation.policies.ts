import { actOfStep, awaitedBy, awaiting, eachStep, type StepTaker } from '#deadline';
import { causedBy, type AggregateStore } from '#event-store';
import { followCalendar, yearsOf, type Commands } from '#organisation';
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
  followCalendar(aggregates, evaluationYear, async (change, subject) => {
    const { appeals } = (await aggregates.load(evaluationYear, change.office, subject)).state;
    for (const { occurrenceId } of Object.values(appeals))
      for (const year of yearsOf(change)) {
        const act = causedBy(change, 'calendar', 'R11', `${occurrenceId} ${year}`);
        const { step } = awaiting(year, 'due', APPEAL_STEP);
        await commands.send(TakeAppealStep, act, subject, { occurrenceId, step });
      }
  });

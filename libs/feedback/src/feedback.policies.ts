import { actOfStep, eachStep, type StepTaker } from '#deadline';
import { causedBy, isOf, type AggregateStore } from '#event-store';
import { whenRefused } from '#kernel';
import { followCalendarBySteps, type Commands } from '#organisation';
import { MoveDuty } from '#persons';
import type { Reaction } from '#projection';
import type { FeedbackRecords } from './feedback.service.js';
import { FEEDBACK_STEP } from './feedback/agenda.js';
import { dutyToAnswer, movesDuty, toAnswer } from './feedback/answering-duty.js';
import { feedback } from './feedback/feedback.js';
import { TakeFeedbackStep } from './feedback/lateness.js';

/** Warnings, lateness and escalation of feedback. Ids derive from the step, so twice is once. */
export function feedbackSteps(records: FeedbackRecords, commands: Commands): StepTaker {
  return eachStep(
    (_office, step) =>
      commands.send(TakeFeedbackStep, actOfStep(step, 'R25'), step.subject, { step: step.step }),
    (office, subjects) => records.warm(office, subjects),
  );
}

/** When the office's calendar has become another, the time for an answer is computed anew. */
export const feedbackByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendarBySteps(aggregates, commands, feedback, { command: TakeFeedbackStep, owner: FEEDBACK_STEP });

/** Whoever is to answer has a duty in what was written (R34), also where that was given them before the act brought it. */
export function dutiesInAuthors(records: FeedbackRecords, commands: Commands): Reaction {
  return {
    name: 'share_authors', // as its place in the log was known before it ended any
    types: movesDuty,
    async react(events) {
      for (const event of events) {
        const { office, subject, recordedAt } = event;
        const { state } = await records.load(office, subject);
        if (!isOf(feedback, event) || state.authorId === null) continue;
        const duty = dutyToAnswer(subject, toAnswer(state), event.type, recordedAt);
        const moving = causedBy(event, 'feedback', 'R34', 'duty-moved');
        await commands.send(MoveDuty, moving, state.authorId, duty).catch(whenRefused(undefined));
      }
    },
  };
}

import type { Outcome } from '#event-store';
import { derivedId } from '#kernel';
import { OFFICIALS, brought, commandsOn, official, right, worker, type ActContext } from '#organisation';
import { moveDuty, person } from '#persons';
import { FEEDBACK_SETTINGS, type FeedbackContext } from './feedback/agenda.js';
import { dutyToAnswer, movesDuty, toAnswer } from './feedback/answering-duty.js';
import { feedback, type Feedback } from './feedback/feedback.js';
import type { FeedbackEvent } from './feedback/feedback.events.js';
import { TakeFeedbackStep, seeingLateness, takeFeedbackStep } from './feedback/lateness.js';
import * as settle from './feedback/settle.js';
import * as transfer from './feedback/transfer.js';

/** The feedback that an act brings into being. */
export const feedbackOf = (commandId: string): string => derivedId(commandId, 'feedback');

const onFeedback = commandsOn<Feedback, FeedbackEvent, FeedbackContext>({
  aggregate: feedback,
  contextOf: (act) => ({ ...act, feedbackId: act.subject, settings: FEEDBACK_SETTINGS }),
  after: seeingLateness,
});

const record = right('office', 'office-of-record');

/** R34: whoever is to answer has the duty in what was written from the moment that it is theirs. */
const movingDuty = {
  brings({ state, events }: Outcome<Feedback, FeedbackEvent>, { subject, now }: ActContext) {
    const { authorId } = state;
    const moving = events.find(({ type }) => movesDuty.includes(type));
    if (authorId === null || !moving) return [];
    const after = events.reduce((one, event) => feedback.evolve(one, event, now), state);
    const duty = dutyToAnswer(subject, toAnswer(after), moving.type, now);
    return [brought(person, authorId, { part: 'duty', rule: 'R34' }, (known) => moveDuty(known, duty))];
  },
};

/** The acts on feedback (phản ánh, kiến nghị): who may, and what decides. */
export const feedbackCommands = [
  onFeedback(settle.ReceiveFeedback, right('office', ...OFFICIALS, 'applicant'), settle.receiveFeedback, {
    begins: (_command, { subject, commandId }) => subject === feedbackOf(commandId),
  }),
  onFeedback(settle.ClassifyFeedback, record, settle.classifyFeedback),
  onFeedback(
    settle.AssignFeedback, // R25
    right('office', 'office-of-record', 'chairman', 'vice-chairman'),
    settle.assignFeedback,
    movingDuty,
  ),
  onFeedback(settle.PassFeedbackOn, record, settle.passFeedbackOn, movingDuty),
  onFeedback(settle.ExtendFeedback, official('led'), settle.extendFeedback), // R25
  onFeedback(settle.AnswerFeedback, official('led'), settle.answerFeedback, {
    ...movingDuty,
    digestOf: ({ text, done, on }) => ({ name: 'AnswerFeedback', command: { text, done, on } }),
  }), // R25, R26
  onFeedback(settle.PublishFeedback, record, settle.publishFeedback),
  onFeedback(settle.ReopenFeedback, right('own', 'applicant'), settle.reopenFeedback, movingDuty), // R25
  onFeedback(TakeFeedbackStep, worker, takeFeedbackStep), // R25
  onFeedback(transfer.TransferFeedback, worker, transfer.transferFeedback), // R28
  onFeedback(transfer.TakeOverFeedback, worker, transfer.takeOverFeedback, movingDuty), // R28
];

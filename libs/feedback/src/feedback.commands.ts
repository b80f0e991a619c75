import { derivedId } from '#kernel';
import { OFFICIALS, commandsOn, official, right, worker } from '#organisation';
import { FEEDBACK_SETTINGS, type FeedbackContext } from './feedback/agenda.js';
import { feedback, type Feedback } from './feedback/feedback.js';
import type { FeedbackEvent } from './feedback/feedback.events.js';
import { TakeFeedbackStep, seeingLateness, takeFeedbackStep } from './feedback/lateness.js';
import * as settle from './feedback/settle.js';

/** The feedback that an act brings into being. */
export const feedbackOf = (commandId: string): string => derivedId(commandId, 'feedback');

const onFeedback = commandsOn<Feedback, FeedbackEvent, FeedbackContext>({
  aggregate: feedback,
  contextOf: (act) => ({ ...act, feedbackId: act.subject, settings: FEEDBACK_SETTINGS }),
  after: seeingLateness,
});

const record = right('office', 'office-of-record');

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
  ),
  onFeedback(settle.PassFeedbackOn, record, settle.passFeedbackOn),
  onFeedback(settle.ExtendFeedback, official('led'), settle.extendFeedback), // R25
  onFeedback(settle.AnswerFeedback, official('led'), settle.answerFeedback, {
    digestOf: ({ text, done, on }) => ({ name: 'AnswerFeedback', command: { text, done, on } }),
  }), // R25, R26
  onFeedback(settle.PublishFeedback, record, settle.publishFeedback),
  onFeedback(settle.ReopenFeedback, right('own', 'applicant'), settle.reopenFeedback), // R25
  onFeedback(TakeFeedbackStep, worker, takeFeedbackStep), // R25
];

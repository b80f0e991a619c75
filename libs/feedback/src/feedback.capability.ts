import type { Capability } from '#capability';
import { OFFICIALS, official, right, worker } from '#organisation';
import { dialogueCommands } from './dialogue/dialogue.commands.js';
import { DialogueController } from './dialogue.controller.js';
import { feedbackAgendaTypes } from './feedback/feedback.events.js';
import { FeedbackController } from './feedback.controller.js';
import { feedbackSentences } from './feedback.sentences.js';
import { PublicFeedbackController } from './public-feedback.controller.js';
import { feedbackProjection } from './read/feedback-projection.js';
import { feedbackRoutes, feedbackGuessed } from './feedback.routes.js';

/** Phản ánh, kiến nghị, đối thoại · feedback and dialogue. */
export const feedbackCapability: Capability = {
  name: 'feedback',
  commands: dialogueCommands,
  rights: {
    ReceiveFeedback: right('office', ...OFFICIALS, 'applicant'),
    ClassifyFeedback: right('office', 'office-of-record'),
    AssignFeedback: right('office', 'office-of-record', 'chairman', 'vice-chairman'), // R25
    PassFeedbackOn: right('office', 'office-of-record'),
    ExtendFeedback: official('led'), // R25
    AnswerFeedback: official('led'), // R25, R26
    PublishFeedback: right('office', 'office-of-record'),
    ReopenFeedback: right('own', 'applicant'), // R25
    TakeFeedbackStep: worker, // R25
  },
  routes: feedbackRoutes,
  guessed: feedbackGuessed,
  controllers: [FeedbackController, PublicFeedbackController, DialogueController],
  readModels: [feedbackProjection],
  agendaTypes: feedbackAgendaTypes,
  sentences: feedbackSentences,
  workers: {
    feedback: { vi: 'phản ánh, kiến nghị', en: 'feedback' },
  },
};

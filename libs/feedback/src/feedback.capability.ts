import type { Capability } from '#capability';
import { dialogueCommands } from './dialogue/dialogue.commands.js';
import { DialogueController } from './dialogue.controller.js';
import { feedbackAgendaTypes } from './feedback/feedback.events.js';
import { feedbackCommands } from './feedback.commands.js';
import { FeedbackController } from './feedback.controller.js';
import { feedbackSentences } from './feedback.sentences.js';
import { PublicFeedbackController } from './public-feedback.controller.js';
import { feedbackProjection } from './read/feedback-projection.js';
import { feedbackBodies, feedbackRoutes, feedbackGuessed } from './feedback.routes.js';
import { feedbackUpcasts } from './feedback/feedback.upcasts.js';

/** Phản ánh, kiến nghị, đối thoại · feedback and dialogue. */
export const feedbackCapability: Capability = {
  name: 'feedback',
  commands: [...feedbackCommands, ...dialogueCommands],
  routes: feedbackRoutes,
  bodies: feedbackBodies,
  guessed: feedbackGuessed,
  controllers: [FeedbackController, PublicFeedbackController, DialogueController],
  readModels: [feedbackProjection],
  upcasts: feedbackUpcasts,
  agendaTypes: feedbackAgendaTypes,
  sentences: feedbackSentences,
  workers: {
    feedback: { vi: 'phản ánh, kiến nghị', en: 'feedback' },
  },
};

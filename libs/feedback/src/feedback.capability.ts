import { made, service, type Capability } from '#capability';
import { AggregateStore } from '#event-store';
import { CLOCK, POOL } from '#kernel';
import { Commands, Organisation, Strangers } from '#organisation';
import { Persons } from '#persons';
import { Lacking } from '#projection';
import { Secrets } from '#vault';
import { CitizensFeedback } from './citizens-feedback.js';
import { dialogueCommands } from './dialogue/dialogue.commands.js';
import { DialogueQuestions } from './dialogue-questions.js';
import { dialogueUpcasts } from './dialogue/dialogue.upcasts.js';
import { DialogueController } from './dialogue.controller.js';
import { FEEDBACK_STEP } from './feedback/agenda.js';
import { feedbackAgendaTypes } from './feedback/feedback.events.js';
import { feedbackCommands } from './feedback.commands.js';
import { FeedbackController } from './feedback.controller.js';
import { feedbackAnnouncer } from './feedback.announcer.js';
import { dutiesInAuthors, feedbackByCalendar, feedbackSteps } from './feedback.policies.js';
import { handOverFeedback } from './succession.policies.js';
import { feedbackSentences } from './feedback.sentences.js';
import { FeedbackRecords } from './feedback.service.js';
import { FeedbackFigures } from './read/feedback-figures.js';
import { FeedbackQueries } from './read/feedback.queries.js';
import { feedbackWaiting } from './read/waiting.js';
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
  services: [
    service(FeedbackRecords, AggregateStore, CLOCK),
    service(FeedbackQueries, POOL, Lacking, CLOCK),
    service(FeedbackFigures, POOL),
  ],
  keyed: [
    service(DialogueQuestions, Commands, FeedbackRecords, Organisation, Persons),
    service(
      CitizensFeedback,
      Commands,
      FeedbackRecords,
      FeedbackQueries,
      Organisation,
      Persons,
      Strangers,
      Secrets,
    ),
  ],
  readModels: [feedbackProjection],
  upcasts: { ...feedbackUpcasts, ...dialogueUpcasts },
  reactions: [
    made(dutiesInAuthors, FeedbackRecords, Commands),
    made(feedbackByCalendar, AggregateStore, Commands),
    made(handOverFeedback, AggregateStore, Commands, Organisation),
  ],
  agendaTypes: feedbackAgendaTypes,
  steps: { [FEEDBACK_STEP]: made(feedbackSteps, FeedbackRecords, Commands) },
  waiting: [made(feedbackWaiting, FeedbackQueries)],
  announcers: [made(feedbackAnnouncer, FeedbackRecords, Organisation)],
  sentences: feedbackSentences,
  workers: {
    feedback: { vi: 'phản ánh, kiến nghị', en: 'feedback' },
  },
};

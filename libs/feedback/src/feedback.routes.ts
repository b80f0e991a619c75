import { type BodyLimit, doing, PAGES, type Routes } from '#capability';
import { OFFICIALS } from '#organisation';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const feedbackRoutes: Routes = {
  'GET /api/v1/feedback': 'signed-in',
  'GET /api/v1/feedback/:id': 'signed-in',
  'GET /api/v1/feedback/:id/acts': 'signed-in',
  'GET /api/v1/feedback/:id/words': OFFICIALS,
  'POST /api/v1/feedback': doing('ReceiveFeedback'),
  'POST /api/v1/feedback/:id/classification': doing('ClassifyFeedback'),
  'POST /api/v1/feedback/:id/assignment': doing('AssignFeedback'),
  'POST /api/v1/feedback/:id/passing-on': doing('PassFeedbackOn'),
  'POST /api/v1/feedback/:id/extension': doing('ExtendFeedback'),
  'POST /api/v1/feedback/:id/answer': doing('AnswerFeedback'),
  'POST /api/v1/feedback/:id/publication': doing('PublishFeedback'),
  'GET /api/v1/dialogues': 'signed-in',
  'GET /api/v1/dialogues/:id': 'signed-in',
  'GET /api/v1/dialogues/:id/words': OFFICIALS,
  'POST /api/v1/dialogues': doing('PlanDialogue'),
  'POST /api/v1/dialogues/:id/questions': doing('NoteQuestion'),
  'POST /api/v1/dialogues/:id/minutes': doing('HoldDialogue'),
  'POST /api/v1/dialogues/:id/commitments': doing('MakeCommitment'),
  'POST /api/v1/dialogues/:id/cancellation': doing('CancelDialogue'),
  'GET /public/:office/feedback': 'public',
  'POST /public/:office/feedback': 'public',
  'POST /public/:office/feedback/lookup': 'public',
  'POST /public/:office/feedback/reopening': 'public',
};

/** Where a secret is guessed at. */
export const feedbackGuessed = [
  'POST /public/:office/feedback/lookup',
  'POST /public/:office/feedback/reopening',
];

/** Where more may be said than on an ordinary route. */
export const feedbackBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/feedback': PAGES,
  'POST /api/v1/feedback/:id/answer': PAGES,
  'POST /api/v1/dialogues/:id/minutes': PAGES,
  'POST /public/:office/feedback': PAGES,
  'POST /public/:office/feedback/reopening': PAGES,
};

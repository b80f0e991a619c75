import { isOf, type StoredEvent } from '#event-store';
import { hasPassed } from '#overdue';
import { feedback, type Feedback } from '../feedback/feedback.js';
import type { FeedbackEvent } from '../feedback/feedback.events.js';

/** Feedback as its events leave it for lists and the public register: its state, and what they need besides. */
export interface SeenFeedback {
  id: string;
  version: number;
  state: Feedback;
  field: string | null;
  title: string | null;
  publishedAt: string | null;
  question: string | null;
  answer: { text: string; done: string; on: string } | null;
  /** A time of it ran out before it was answered, recorded or not: so it stays (R25). */
  late: boolean;
  /** So did the time that runs, or ran last. */
  overdue: boolean;
  /** It was answered in an office that ended, and nothing was asked since: figures count it there. */
  answeredBefore: boolean;
}

const unseen = (id: string): SeenFeedback => ({
  id,
  version: 0,
  state: feedback.initial,
  field: null,
  title: null,
  publishedAt: null,
  question: null,
  answer: null,
  late: false,
  overdue: false,
  answeredBefore: false,
});

/** Folds one event of feedback; undefined while nothing is known of it. */
export function foldSeen(known: SeenFeedback | undefined, event: StoredEvent): SeenFeedback | undefined {
  const seen = noticed(known ?? unseen(event.subject), event.recordedAt);
  if (!isOf(feedback, event)) return known;
  const state = feedback.evolve(seen.state, event, event.recordedAt);
  if (state.authorId === null) return undefined;
  return { ...seen, ...besides(seen, event, event.recordedAt.toISOString()), state, version: event.version };
}

/** Feedback as an instant finds it: late from the end of its time on, recorded or not. */
function noticed(seen: SeenFeedback, at: Date): SeenFeedback {
  const { status, due } = seen.state;
  const running = status === 'received' || status === 'assigned';
  return running && hasPassed(due, at) ? { ...seen, late: true, overdue: true } : seen;
}

/** What lists and the register need of an event that the state of feedback has no need of. */
function besides(seen: SeenFeedback, { type, data }: FeedbackEvent, at: string): Partial<SeenFeedback> {
  switch (type) {
    case 'FeedbackClassified':
      return { field: data.field, title: data.title };
    case 'FeedbackAnswered': {
      const { text, done, on, late } = data;
      return { answer: { text, done, on }, late: seen.late || late, overdue: false };
    }
    case 'FeedbackPublished':
      return { publishedAt: at, question: data.question };
    case 'FeedbackReopened':
      return { publishedAt: null, answeredBefore: false };
    case 'FeedbackOverdue':
      return { late: true, overdue: true };
    case 'FeedbackTakenOver': {
      const { field, title, question, answer, status, due, missedDue } = data.feedback;
      const late = data.feedback.overdue;
      const answeredBefore = status === 'answered' || status === 'published';
      const overdue = !answeredBefore && missedDue !== null && missedDue === due;
      return { field, title, question, answer, late, overdue, answeredBefore };
    }
    case 'FeedbackReceived':
    case 'FeedbackAssigned':
    case 'FeedbackDueSet':
    case 'FeedbackEscalated':
    case 'FeedbackExtended':
    case 'FeedbackPassedOn':
    case 'FeedbackTransferred':
    case 'FeedbackWarned':
      return {};
  }
}

import { dueOf, keepingSaid, type DueInstant, type Saying } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { dayOf } from '#kernel';
import type { Counted } from './agenda.js';
import type { FeedbackChannel, FeedbackEvent, FeedbackKind } from './feedback.events.js';

/** `transferred`: its office ended, it goes on in the successor. */
export const FEEDBACK_STATUSES = [
  'none',
  'received',
  'assigned',
  'answered',
  'published',
  'passed_on',
  'transferred',
] as const;

/** Feedback or a petition (phản ánh, kiến nghị) as its events leave it. */
export interface Feedback extends Saying {
  status: (typeof FEEDBACK_STATUSES)[number];
  /** The office that took it in, where that has ended; and the one that it went to, where this one has. */
  of: { office: string; name: string } | null;
  toOffice: string | null;
  authorId: string | null;
  about: string | null;
  channel: FeedbackChannel | null;
  kind: FeedbackKind | null;
  /** What it is about, in words that are nobody's data. */
  field: string | null;
  title: string | null;
  receivedAt: string | null;
  /** Empty before it is received; null while it waits for the calendar of the year `awaits`. */
  due: string | null;
  awaits?: number;
  /** What its time counts by. */
  counted: Counted | null;
  /** The one unit that answers (R25), and the post that answers for it. */
  unitId: string | null;
  postId: string | null;
  extended: boolean;
  reopened: boolean;
  answeredAt: string | null;
  /** The last answer, what was done, on which day. */
  answer: { text: string; done: string; on: string } | null;
  /** The question as it was published. */
  question: string | null;
  /** Digests of the answers so far, so that none is given twice (R26). */
  answers: readonly string[];
  warned: boolean;
  overdue: boolean;
  /** The end whose passing was recorded last. */
  missedDue: string | null;
  level: number;
  atPostId: string | null;
}

export const feedback: Aggregate<Feedback, FeedbackEvent> = {
  kind: 'feedback',
  initial: {
    status: 'none',
    of: null,
    toOffice: null,
    authorId: null,
    about: null,
    channel: null,
    kind: null,
    field: null,
    title: null,
    receivedAt: null,
    due: '',
    counted: null,
    unitId: null,
    postId: null,
    extended: false,
    reopened: false,
    answeredAt: null,
    answer: null,
    question: null,
    answers: [],
    warned: false,
    overdue: false,
    missedDue: null,
    level: 0,
    atPostId: null,
  },
  evolve: keepingSaid(changed),
};

function changed(state: Feedback, { type, data }: FeedbackEvent, at: Date): Feedback {
  const now = at.toISOString();
  switch (type) {
    case 'FeedbackReceived': {
      const { authorId, about, channel, kind } = data;
      const own = { authorId, about, channel, kind, receivedAt: now };
      const received = { ...state, status: 'received' as const, ...own };
      return dueAt(received, data, { from: dayOf(at), until: null });
    }
    case 'FeedbackClassified':
      return { ...state, kind: data.kind, field: data.field, title: data.title };
    case 'FeedbackAssigned':
      return { ...state, status: 'assigned', unitId: data.unitId, postId: data.postId };
    case 'FeedbackPassedOn':
      return { ...state, status: 'passed_on' };
    case 'FeedbackExtended':
      return dueAt({ ...state, extended: true, warned: false }, data, {
        from: dayOf(new Date(state.due ?? at)),
        until: data.day,
      });
    case 'FeedbackAnswered': {
      const { text, done, on, digest } = data;
      const answers = [...state.answers, digest];
      return { ...state, status: 'answered', answeredAt: now, answer: { text, done, on }, answers };
    }
    case 'FeedbackPublished':
      return { ...state, status: 'published', question: data.question };
    case 'FeedbackReopened':
      // Late stays late: only the new time is counted anew.
      return dueAt(
        { ...state, status: 'assigned', reopened: true, warned: false, level: 0, atPostId: null },
        data,
        { from: dayOf(at), until: null },
      );
    case 'FeedbackDueSet':
      return dueAt(state, data, state.counted);
    case 'FeedbackWarned':
      return { ...state, warned: true };
    case 'FeedbackOverdue':
      return { ...state, overdue: true, missedDue: data.due };
    case 'FeedbackEscalated':
      return { ...state, level: data.level, atPostId: data.toPostId };
    case 'FeedbackTransferred':
      return { ...state, status: 'transferred', toOffice: data.toOffice };
    case 'FeedbackTakenOver':
      return { ...data.feedback };
  }
}

const dueAt = ({ awaits: _, ...state }: Feedback, due: DueInstant, counted: Counted | null): Feedback => ({
  ...state,
  ...dueOf(due),
  counted,
});

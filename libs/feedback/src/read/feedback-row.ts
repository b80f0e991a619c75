import type { FeedbackChannel } from '../feedback/feedback.events.js';
import { feedback, type Feedback } from '../feedback/feedback.js';
import type { SeenFeedback } from './seen-feedback.js';

/** A line of the read model; instants as ISO texts. */
export interface FeedbackRow {
  feedback_id: string;
  version: number;
  status: Feedback['status'];
  kind: Feedback['kind'];
  field: string | null;
  title: string | null;
  about: string | null;
  channel: FeedbackChannel | '';
  author_id: string;
  unit_id: string | null;
  received_at: string;
  /** `infinity` while it waits for a calendar: such a one is late at no instant and comes last in every order. */
  due: string;
  answered_at: string | null;
  published_at: string | null;
  question: string | null;
  answer: string | null;
  done: string | null;
  done_on: string | null;
  digest: string | null;
  late: boolean;
  overdue: boolean;
  extended: boolean;
  reopened: boolean;
  answered_before: boolean;
}

/** Feedback as lists and the public register need it. */
export function rowOf(seen: SeenFeedback): FeedbackRow {
  const { state, answer } = seen;
  return {
    feedback_id: seen.id,
    version: seen.version,
    status: state.status,
    kind: state.kind,
    field: seen.field,
    title: seen.title,
    about: state.about,
    channel: state.channel ?? '',
    author_id: state.authorId ?? '',
    unit_id: state.unitId,
    received_at: state.receivedAt ?? '',
    due: state.due ?? 'infinity',
    answered_at: state.answeredAt,
    published_at: seen.publishedAt,
    question: seen.question,
    answer: answer && answer.text,
    done: answer && answer.done,
    done_on: answer && answer.on,
    digest: state.answers.at(-1) ?? null,
    late: seen.late,
    overdue: seen.overdue,
    extended: state.extended,
    reopened: state.reopened,
    answered_before: seen.answeredBefore,
  };
}

/**
 * What a row was made of, as far as it shows: a row loses nothing that the next row needs. What it doesn't show is left as
 * at the beginning.
 */
export function seenOf(row: FeedbackRow): SeenFeedback {
  const { answer: text, done, done_on: on, digest } = row;
  return {
    id: row.feedback_id,
    version: row.version,
    state: {
      ...feedback.initial,
      status: row.status,
      authorId: row.author_id,
      about: row.about,
      channel: row.channel || null,
      kind: row.kind,
      receivedAt: instant(row.received_at),
      due: row.due === 'infinity' ? null : instant(row.due),
      unitId: row.unit_id,
      extended: row.extended,
      reopened: row.reopened,
      answeredAt: row.answered_at && instant(row.answered_at),
      answers: digest === null ? [] : [digest],
    },
    field: row.field,
    title: row.title,
    publishedAt: row.published_at && instant(row.published_at),
    question: row.question,
    answer: text === null || done === null || on === null ? null : { text, done, on },
    late: row.late,
    overdue: row.overdue,
    answeredBefore: row.answered_before,
  };
}

/** The database writes an instant its own way; states are compared by ISO texts. */
const instant = (text: string): string => new Date(text).toISOString();

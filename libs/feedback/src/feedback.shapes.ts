import { DUE_ANSWER } from '#deadline';
import { ACT_DONE } from '#event-store';
import { is } from '#kernel';
import { proof } from '#persons';
import { DIALOGUE_STATUSES } from './dialogue/dialogue.js';
import { FEEDBACK_STATUSES } from './feedback/feedback.js';
import { FEEDBACK_CHANNELS, FEEDBACK_KINDS } from './feedback/feedback.events.js';

const status = is.oneOf(FEEDBACK_STATUSES);
const kind = is.oneOf(FEEDBACK_KINDS);
const about = is.orNull(is.code);

/** Feedback as it is listed (phản ánh, kiến nghị). */
export const FeedbackPage = is.page(
  is.named('FeedbackListed', {
    id: is.id,
    version: is.version,
    status,
    kind: is.orNull(kind),
    field: is.orNull(is.line),
    title: is.orNull(is.prose),
    about,
    channel: is.oneOf(FEEDBACK_CHANNELS),
    authorId: is.id,
    unitId: is.orNull(is.id),
    receivedAt: is.orNull(is.instant),
    due: is.orNull(is.instant),
    awaitsCalendar: is.orNull(is.year),
    answeredAt: is.orNull(is.instant),
    publishedAt: is.orNull(is.instant),
    question: is.orNull(is.prose),
    answer: is.orNull(is.prose),
    done: is.orNull(is.prose),
    doneOn: is.orNull(is.day),
    late: is.flag,
    overdue: is.flag,
    extended: is.flag,
    reopened: is.flag,
  }),
);

export const FeedbackWhole = is.named('Feedback', {
  id: is.id,
  version: is.version,
  status,
  /** The office that took it in, where that has ended; and the one that it went to, where this one has. */
  of: is.orNull(is.object({ office: is.code, name: is.line })),
  toOffice: is.orNull(is.code),
  authorId: is.orNull(is.id),
  about,
  channel: is.orNull(is.oneOf(FEEDBACK_CHANNELS)),
  kind: is.orNull(kind),
  field: is.orNull(is.line),
  title: is.orNull(is.prose),
  receivedAt: is.orNull(is.instant),
  due: is.orNull(is.instant),
  awaits: is.maybe(is.year),
  counted: is.orNull(is.object({ from: is.day, until: is.orNull(is.day) })),
  unitId: is.orNull(is.id),
  postId: is.orNull(is.id),
  extended: is.flag,
  reopened: is.flag,
  answeredAt: is.orNull(is.instant),
  answer: is.orNull(is.object({ text: is.prose, done: is.prose, on: is.day })),
  question: is.orNull(is.prose),
  warned: is.flag,
  overdue: is.flag,
  missedDue: is.orNull(is.instant),
  level: is.whole(0, 10),
  atPostId: is.orNull(is.id),
});

export const FeedbackWords = is.byName(is.prose);

export const FeedbackTakenDown = is.named('FeedbackTakenDown', {
  ...ACT_DONE,
  feedbackId: is.id,
  due: is.object({ due: is.orNull(is.instant), awaits: is.maybe(is.year) }),
  proof,
});

export const AnswersPublished = is.all(
  is.named('AnswerPublished', {
    code: is.id,
    kind: is.orNull(is.code),
    field: is.orNull(is.line),
    question: is.orNull(is.prose),
    answer: is.orNull(is.prose),
    done: is.orNull(is.prose),
    doneOn: is.orNull(is.day),
    unit: is.orNull(is.line),
    receivedAt: is.instant,
    answeredAt: is.orNull(is.instant),
    late: is.flag,
  }),
);

export const FeedbackSent = is.named('FeedbackSent', {
  ...DUE_ANSWER,
  lookup: is.object({ code: is.id, secret: is.code }),
  proof,
});

export const OwnFeedbackShown = is.named('OwnFeedbackShown', {
  status,
  /** The office that answers, where it is another than it was sent to: that one ended. */
  answeredBy: is.orNull(is.object({ office: is.code, name: is.line })),
  ...DUE_ANSWER,
  late: is.flag,
  answer: is.orNull(is.prose),
  done: is.orNull(is.prose),
  doneOn: is.orNull(is.day),
  mayReopen: is.flag,
});

export const FeedbackReopened = is.named('FeedbackReopened', {
  version: is.version,
  ...DUE_ANSWER,
  proof,
});

/** A session of dialogue (đối thoại). */
export const Dialogue = is.named('Dialogue', {
  id: is.id,
  version: is.version,
  status: is.oneOf(DIALOGUE_STATUSES),
  title: is.line,
  day: is.day,
  place: is.line,
  parties: is.code,
  agenda: is.list(is.line),
  questions: is.list(
    is.object({ questionId: is.id, askerId: is.orNull(is.id), text: is.orNull(is.prose) }),
    is.MOST_LISTED,
  ),
  commitments: is.list(
    is.object({
      commitmentId: is.id,
      text: is.prose,
      leadUnitId: is.id,
      dueDay: is.day,
      area: is.code,
      document: is.line,
    }),
  ),
  attendees: is.orNull(is.count),
  minutes: is.orNull(is.prose),
});
export const DialoguePage = is.page(Dialogue);
export const DialoguePlanned = is.named('DialoguePlanned', { ...ACT_DONE, dialogueId: is.id });
export const DialogueWords = is.all(is.object({ questionId: is.id, text: is.orNull(is.prose) }));

import { AwaitedYear, noCalendar, unlessAwaited } from '#calendar';
import { Coded, DayField, Id, OneOf, Text, dayOf, type Committed } from '#kernel';
import { guarded, hasRole, postsOf } from '#organisation/office';
import { hasPassed } from '#overdue';
import { answerAgenda, answerDue, mayReopenUntil, off, type FeedbackContext } from './agenda.js';
import { digestOfAnswer, whyEmpty } from './answer-content.js';
import type { Feedback } from './feedback.js';
import {
  FEEDBACK_CHANNELS,
  FEEDBACK_KINDS,
  type FeedbackChannel,
  type FeedbackEvent,
  type FeedbackKind,
} from './feedback.events.js';
import {
  answerEmpty,
  assignmentInvalid,
  extendedAlready,
  feedbackState,
  notTheAnsweringUnit,
  reopenedAlready,
  reopeningTooLate,
  unknownFeedback,
} from './feedback.refusals.js';

/** What is written down of feedback when it comes in; the words themselves go to the vault. */
export class ReceiveFeedback implements Committed {
  authorId!: string;
  channel!: FeedbackChannel;
  kind!: FeedbackKind | null;
  about!: string | null;
  personId?: string;
  commitment?: string;
}

export function receiveFeedback(
  state: Feedback,
  command: ReceiveFeedback,
  context: FeedbackContext,
): FeedbackEvent[] {
  if (state.status !== 'none') return [];
  const due = answerDue({ from: dayOf(context.now), until: null }, context);
  return [{ type: 'FeedbackReceived', data: { ...command, ...due, agenda: [answerAgenda(due, context)] } }];
}

/** May be done in these states, by whom the right alone says. */
const standing =
  (...statuses: Feedback['status'][]) =>
  (state: Feedback): Feedback => {
    inState(state, ...statuses);
    return state;
  };

/** R25: assigned, and to the unit of whoever acts. */
function toBeAnswered(state: Feedback, context: FeedbackContext): Feedback {
  inState(state, 'assigned');
  requireAnsweringUnit(state, context);
  return state;
}

/** Says what it is about (phân loại), in words that are nobody's data. */
export class ClassifyFeedback {
  @OneOf({ description: 'Loại · kind', values: FEEDBACK_KINDS })
  kind!: FeedbackKind;

  @Text({ description: 'Lĩnh vực · field', min: 2, max: 100 })
  field!: string;

  @Text({
    description: 'Trích yếu, không có dữ liệu cá nhân · summary, without personal data',
    min: 5,
    max: 300,
  })
  title!: string;
}

export const classifyFeedback = guarded(
  standing('received', 'assigned'),
  (_state, { kind, field, title }: ClassifyFeedback): FeedbackEvent[] => {
    return [{ type: 'FeedbackClassified', data: { kind, field, title } }];
  },
);

/** Gives it to the one unit that answers (R25). */
export class AssignFeedback {
  @Id({ description: 'Bộ phận trả lời · the answering unit' })
  unitId!: string;
}

export const assignFeedback = guarded(
  standing('received', 'assigned'),
  (state, { unitId }: AssignFeedback, { office }: FeedbackContext): FeedbackEvent[] => {
    const unit = office.units.get(unitId);
    if (!unit || unit.endedBy !== undefined)
      throw assignmentInvalid({ why: 'bộ phận không còn · there is no such unit' });
    if (state.unitId === unitId) return [];
    return [{ type: 'FeedbackAssigned', data: { unitId, postId: unit.headPostId } }];
  },
);

/** Passes on what is no feedback, or not this office's (chuyển đơn): a complaint and a denunciation follow other laws. */
export class PassFeedbackOn {
  @OneOf({ description: 'Vì sao · why', values: ['complaint', 'denunciation', 'not ours'] })
  why!: 'complaint' | 'denunciation' | 'not ours';

  @Text({ description: 'Chuyển đến · to', min: 3, max: 300 })
  to!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const passFeedbackOn = guarded(
  standing('received', 'assigned'),
  (state, { why, to, reason }: PassFeedbackOn, context: FeedbackContext): FeedbackEvent[] => {
    const { calendar, now, settings, feedbackId } = context;
    const limit = unlessAwaited(() =>
      calendar.addWorkingDays(dayOf(new Date(state.receivedAt ?? now)), settings.passOnWorkingDays),
    );
    // A limit that no calendar gives yet is held against nobody.
    const late = !(limit instanceof AwaitedYear) && dayOf(now) > limit;
    return [{ type: 'FeedbackPassedOn', data: { to, why, reason, late, agenda: off(feedbackId) } }];
  },
);

/** Asks for more time, once, with a reason (R25). */
export class ExtendFeedback {
  @DayField({ description: 'Hạn mới · the new day' })
  dueDay!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const extendFeedback = guarded(
  toBeAnswered,
  (state, { dueDay, reason }: ExtendFeedback, context: FeedbackContext): FeedbackEvent[] => {
    if (state.extended) throw extendedAlready();
    const { now } = context;
    if (state.due === null) throw noCalendar({ year: state.awaits });
    if (now.toISOString() >= state.due)
      throw feedbackState({ status: 'quá hạn · overdue', needed: 'trong hạn · within its time' });
    const from = dayOf(new Date(state.due));
    const due = answerDue({ from, until: dueDay }, context);
    if (dueDay <= from || (due.due !== null && dayOf(new Date(due.due)) !== dueDay))
      throw feedbackState({
        status: dueDay,
        needed: `một ngày làm việc sau hạn cũ, trong ${context.settings.workingDays} ngày làm việc · a working day after the old one`,
      });
    return [
      {
        type: 'FeedbackExtended',
        data: { ...due, day: dueDay, reason, agenda: [answerAgenda(due, context)] },
      },
    ];
  },
);

/** Answers (trả lời): what was done, by whom, when. */
export class AnswerText {
  @Text({ description: 'Nội dung trả lời · the answer', max: 5000 })
  text!: string;

  @Text({ description: 'Đã làm gì · what was done', max: 2000 })
  done!: string;

  @DayField({ description: 'Ngày làm · on which day' })
  on!: string;
}

/** An answer, and what it is held against besides the feedback itself. */
export class AnswerFeedback extends AnswerText {
  question!: string;
  /** The same answer was given to something else. */
  givenElsewhere!: boolean;
}

export const answerFeedback = guarded(
  toBeAnswered,
  (
    state,
    { text, done, on, question, givenElsewhere }: AnswerFeedback,
    context: FeedbackContext,
  ): FeedbackEvent[] => {
    const digest = digestOfAnswer(text);
    const why = whyEmpty(text, done, question);
    if (why !== undefined) throw answerEmpty({ why });
    if (givenElsewhere || state.answers.includes(digest))
      throw answerEmpty({ why: 'chép một câu trả lời khác · a copy of another answer' });
    if (on > dayOf(context.now))
      throw answerEmpty({ why: 'ngày làm còn ở phía trước · the day is still to come' });
    const late = hasPassed(state.due, context.now);
    const answer = { text, done, on, unitId: state.unitId ?? '', late, digest };
    return [{ type: 'FeedbackAnswered', data: { ...answer, agenda: off(context.feedbackId) } }];
  },
);

/** Puts question and answer before everybody (công khai), the question in words that are nobody's data. */
export class PublishFeedback {
  @Text({
    description: 'Câu hỏi, không có dữ liệu cá nhân · the question, without personal data',
    min: 10,
    max: 2000,
  })
  question!: string;
}

export const publishFeedback = guarded(
  standing('answered'),
  (_state, { question }: PublishFeedback): FeedbackEvent[] => {
    return [{ type: 'FeedbackPublished', data: { question } }];
  },
);

/** Its author is not satisfied: once, and within some days (R25). What they write goes to the vault. */
/** Whose words say why, and the commitment to them. */
export class ReopenFeedback implements Committed {
  personId?: string;
  commitment?: string;
}

export function reopenFeedback(
  state: Feedback,
  said: ReopenFeedback,
  context: FeedbackContext,
): FeedbackEvent[] {
  inState(state, 'answered', 'published');
  if (state.reopened) throw reopenedAlready();
  const { now, settings } = context;
  if (dayOf(now) > mayReopenUntil(state, now, settings))
    throw reopeningTooLate({ days: settings.reopenDays });
  const due = answerDue({ from: dayOf(now), until: null }, context);
  return [{ type: 'FeedbackReopened', data: { ...said, ...due, agenda: [answerAgenda(due, context)] } }];
}

/** Sends feedback in (gửi phản ánh, kiến nghị); without a name it is taken too. */
export class SendFeedback {
  @Text({ description: 'Nội dung · what you have to say', min: 10, max: 5000 })
  text!: string;

  @OneOf({ description: 'Loại · kind', values: FEEDBACK_KINDS, optional: true })
  kind?: FeedbackKind;

  @Text({ description: 'Họ tên · name', max: 200, optional: true })
  name?: string;

  @Text({ description: 'Số điện thoại · phone', max: 30, optional: true })
  phone?: string;

  @Text({ description: 'Thư điện tử · e-mail', max: 200, optional: true })
  email?: string;

  @Coded({
    description: 'Hồ sơ, nhiệm vụ liên quan · dossier or task',
    pattern: /^[\w.-]{3,60}$/,
    max: 60,
    optional: true,
  })
  about?: string;
}

/** The same, taken down by an official. */
export class TakeFeedbackDown extends SendFeedback {
  @OneOf({ description: 'Kênh · channel', values: FEEDBACK_CHANNELS })
  channel!: FeedbackChannel;
}

function inState(state: Feedback, ...statuses: Feedback['status'][]): void {
  if (state.status === 'none') throw unknownFeedback();
  if (!statuses.includes(state.status))
    throw feedbackState({ status: state.status, needed: statuses.join(', ') });
}

/** R25: whoever acts in the unit it was assigned to; nobody else, not even from above. */
function requireAnsweringUnit({ unitId, postId }: Feedback, { office, actor }: FeedbackContext): void {
  const own = postsOf(office, actor).some((post) => post.unitId === unitId || post.postId === postId);
  if (!own || hasRole(office, actor, 'oversight')) throw notTheAnsweringUnit();
}

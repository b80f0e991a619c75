import type { DueInstant } from '#deadline';
import { madeOf, type ByType, type StoredEvent } from '#event-store';
import { formatInstant } from '#kernel';
import type { Announcement, Announcer, Template } from '#notification';
import { actingIn, type Office, type Organisation } from '#organisation';
import type { FeedbackRecords } from './feedback.service.js';
import type { Feedback } from './feedback/feedback.js';
import type { FeedbackEvent } from './feedback/feedback.events.js';

const template = (vi: [string, string], en: [string, string]): Template => ({
  subject: { vi: vi[0], en: en[0] },
  text: { vi: vi[1], en: en[1] },
});

const templates = {
  feedback_received: template(
    ['Đã nhận phản ánh', 'Phản ánh {code} đã được tiếp nhận, trả lời trước {due}.'],
    ['Feedback received', 'Your feedback {code} was received and will be answered before {due}.'],
  ),
  feedback_received_awaiting: template(
    [
      'Đã nhận phản ánh',
      'Phản ánh {code} đã được tiếp nhận. Thời hạn trả lời vẫn theo quy định; ngày cụ thể được báo khi có lịch nghỉ năm {year}.',
    ],
    [
      'Feedback received',
      'Your feedback {code} was received. It is answered within the time that the rules give; you are told the day once the days off of {year} are announced.',
    ],
  ),
  feedback_due_set: template(
    ['Ngày trả lời phản ánh', 'Phản ánh {code} sẽ được trả lời trước {due}.'],
    ['When your feedback is answered', 'Your feedback {code} will be answered before {due}.'],
  ),
  feedback_extended_awaiting: template(
    [
      'Gia hạn trả lời phản ánh',
      'Thời hạn trả lời phản ánh {code} được kéo dài; ngày cụ thể được báo khi có lịch nghỉ năm {year}. Lý do: {reason}.',
    ],
    [
      'More time for your feedback',
      'The time for your feedback {code} is extended; you are told the day once the days off of {year} are announced. Reason: {reason}.',
    ],
  ),
  feedback_assigned_awaiting: template(
    ['Phản ánh giao cho bộ phận của bạn', 'Hạn trả lời chờ lịch làm việc năm {year}.'],
    ['Feedback assigned to your unit', 'Its due day waits for the calendar of {year}.'],
  ),
  feedback_reopened_awaiting: template(
    ['Phản ánh được mở lại', 'Người gửi chưa thỏa đáng; hạn trả lời lại chờ lịch làm việc năm {year}.'],
    ['Feedback was reopened', 'Its author is not satisfied; the due day waits for the calendar of {year}.'],
  ),
  feedback_answered: template(
    ['Phản ánh đã được trả lời', 'Phản ánh {code} đã được trả lời: {answer}'],
    ['Your feedback was answered', 'Your feedback {code} was answered: {answer}'],
  ),
  feedback_passed_on: template(
    ['Phản ánh đã được chuyển', 'Phản ánh {code} đã được chuyển đến {to}. Lý do: {reason}.'],
    ['Your feedback was passed on', 'Your feedback {code} was passed on to {to}. Reason: {reason}.'],
  ),
  feedback_extended: template(
    ['Gia hạn trả lời phản ánh', 'Phản ánh {code} sẽ được trả lời trước {due}. Lý do: {reason}.'],
    ['More time for your feedback', 'Your feedback {code} will be answered before {due}. Reason: {reason}.'],
  ),
  feedback_assigned: template(
    ['Phản ánh giao cho bộ phận của bạn', 'Trả lời trước {due}.'],
    ['Feedback assigned to your unit', 'Answer it before {due}.'],
  ),
  feedback_warned: template(
    ['Phản ánh sắp đến hạn trả lời', 'Trả lời trước {due}.'],
    ['Feedback is due soon', 'Answer it before {due}.'],
  ),
  feedback_overdue: template(
    ['Phản ánh quá hạn trả lời', 'Đã quá hạn {due}.'],
    ['Feedback is overdue', 'Overdue since {due}.'],
  ),
  feedback_escalated: template(
    ['Phản ánh quá hạn, báo cáo lên bạn', 'Quá hạn {due} (cấp {level}).'],
    ['Overdue feedback, escalated to you', 'Overdue since {due} (level {level}).'],
  ),
  feedback_transferred: template(
    [
      'Đơn vị khác trả lời phản ánh của ông/bà',
      'Đơn vị nhận phản ánh {code} đã kết thúc theo {document}; {successor} trả lời tiếp. Mã tra cứu giữ nguyên.',
    ],
    [
      'Another office answers your feedback',
      'The office that took in your feedback {code} has ended by {document}; {successor} goes on with it. Your code and secret stay the same.',
    ],
  ),
  feedback_taken_over: template(
    ['Tiếp nhận phản ánh của đơn vị trước', 'Trả lời trước {due}.'],
    ['Feedback was taken over', 'Answer it before {due}.'],
  ),
  feedback_taken_over_awaiting: template(
    ['Tiếp nhận phản ánh của đơn vị trước', 'Hạn trả lời chờ lịch làm việc năm {year}.'],
    ['Feedback was taken over', 'Its due day waits for the calendar of {year}.'],
  ),
  feedback_reopened: template(
    ['Phản ánh được mở lại', 'Người gửi chưa thỏa đáng; trả lời lại trước {due}.'],
    ['Feedback was reopened', 'Its author is not satisfied; answer anew before {due}.'],
  ),
} as const satisfies Record<string, Template>;

interface Told {
  template: keyof typeof templates;
  to: 'author' | { post: string | null };
  params?: Record<string, string>;
}

const when = (instant: string) => formatInstant(new Date(instant));

/** The words for a due day; others where it waits for the calendar of a year. */
const byDue = (
  name:
    | 'feedback_received'
    | 'feedback_extended'
    | 'feedback_assigned'
    | 'feedback_reopened'
    | 'feedback_taken_over',
  { due, awaits }: DueInstant,
  params: Record<string, string> = {},
): Pick<Told, 'template' | 'params'> =>
  due === null
    ? { template: `${name}_awaiting`, params: { ...params, year: String(awaits) } }
    : { template: name, params: { ...params, due: when(due) } };

const TOLD: ByType<FeedbackEvent, [state: Feedback, office: Office], Told | undefined> = {
  FeedbackReceived: (due) => ({ to: 'author', ...byDue('feedback_received', due) }),
  FeedbackDueSet: ({ from, due }) =>
    due === null || due === from
      ? undefined
      : { template: 'feedback_due_set', to: 'author', params: { due: when(due) } },
  FeedbackAnswered: ({ text }) => ({ template: 'feedback_answered', to: 'author', params: { answer: text } }),
  FeedbackPassedOn: ({ to, reason }) => ({
    template: 'feedback_passed_on',
    to: 'author',
    params: { to, reason },
  }),
  FeedbackExtended: ({ reason, ...due }) => ({
    to: 'author',
    ...byDue('feedback_extended', due, { reason }),
  }),
  FeedbackAssigned: ({ postId }, due) => ({
    to: { post: postId },
    ...byDue('feedback_assigned', due),
  }),
  FeedbackReopened: (due, { postId }) => ({
    to: { post: postId },
    ...byDue('feedback_reopened', due),
  }),
  FeedbackWarned: ({ due, toPostId }) => ({
    template: 'feedback_warned',
    to: { post: toPostId },
    params: { due: when(due) },
  }),
  FeedbackOverdue: ({ due, postId }) => ({
    template: 'feedback_overdue',
    to: { post: postId },
    params: { due: when(due) },
  }),
  FeedbackEscalated: ({ due, level, toPostId }) => ({
    template: 'feedback_escalated',
    to: { post: toPostId },
    params: { due: when(due), level: String(level) },
  }),
  FeedbackTransferred: ({ document }, _state, { succession }) => ({
    template: 'feedback_transferred',
    to: 'author',
    params: { document, successor: succession?.successorName ?? '' },
  }),
  FeedbackTakenOver: ({ feedback: { status, ...due } }, { postId }) =>
    status === 'assigned' ? { to: { post: postId }, ...byDue('feedback_taken_over', due) } : undefined,
};

/** Tells authors what becomes of their feedback, and officials what waits for an answer. */
export function feedbackAnnouncer(records: FeedbackRecords, organisation: Organisation): Announcer {
  return {
    types: Object.keys(TOLD),
    templates,
    async announce(office, events) {
      const [standing, states] = await Promise.all([
        organisation.current(office),
        records.behind(office, events),
      ]);
      return events.flatMap((event) => {
        const state = states.get(event.subject);
        return (state && announcementOf(event, state, standing)) ?? [];
      });
    },
  };
}

function announcementOf(event: StoredEvent, state: Feedback, office: Office): Announcement | undefined {
  const told = madeOf(TOLD, event, state, office);
  if (!told) return undefined;
  const params = { code: event.subject, ...told.params };
  if (told.to === 'author')
    return state.authorId === null
      ? undefined
      : { template: told.template, to: { citizen: state.authorId }, params, cause: event };
  const personId = actingIn(office, told.to.post ?? '');
  return personId === undefined
    ? undefined
    : { template: told.template, to: { official: personId }, params, cause: event };
}

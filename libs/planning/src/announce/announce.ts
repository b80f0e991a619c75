import { madeOf, type ByType, type StoredEvent } from '#event-store';
import { formatDay, formatInstant, type Bilingual } from '#kernel';
import type { Announcement, Announcer, Template } from '#notification';
import { actingIn, type Office, type Organisation } from '#organisation';
import type { Planning } from '../planning.service.js';
import type { TaskEvent } from '../task/task.events.js';
import type { Task } from '../task/task.js';

const template = (title: Bilingual, text: Bilingual): Template => ({
  subject: { vi: `Nhiệm vụ {number}: ${title.vi}`, en: `Task {number}: ${title.en}` },
  text: { vi: `{title}. ${text.vi}`, en: `{title}. ${text.en}` },
});

/** What officials are told of the plan's tasks. */
const templates = {
  task_assigned: template(
    { vi: 'giao cho bạn', en: 'assigned to you' },
    { vi: 'Bạn là người chịu trách nhiệm chính.', en: 'You are accountable for it.' },
  ),
  task_handed_over: template(
    { vi: 'chuyển cho bạn', en: 'handed over to you' },
    { vi: 'Lý do: {reason}.', en: 'Reason: {reason}.' },
  ),
  deadline_reminded: template(
    { vi: 'sắp đến hạn', en: 'due soon' },
    { vi: 'Hạn: {due}.', en: 'Due: {due}.' },
  ),
  deadline_missed: template(
    { vi: 'quá hạn', en: 'overdue' },
    { vi: 'Đã quá hạn {due}.', en: 'Overdue since {due}.' },
  ),
  deadline_escalated: template(
    { vi: 'quá hạn, báo cáo lên bạn', en: 'overdue, escalated to you' },
    { vi: 'Quá hạn {due} (cấp {level}).', en: 'Overdue since {due} (level {level}).' },
  ),
  task_silent: template(
    { vi: 'không có tiến độ', en: 'no progress' },
    { vi: 'Chưa có báo cáo tiến độ trong {period}.', en: 'No progress was reported in {period}.' },
  ),
  task_urged: template({ vi: 'đôn đốc', en: 'urged' }, { vi: '{text}', en: '{text}' }),
  deliverable_returned: template(
    { vi: 'trả lại để làm lại', en: 'returned for rework' },
    { vi: 'Lý do: {reason}.', en: 'Reason: {reason}.' },
  ),
  extension_granted: template(
    { vi: 'được gia hạn', en: 'extension granted' },
    { vi: 'Hạn mới: {due}.', en: 'New date: {due}.' },
  ),
  extension_refused: template(
    { vi: 'không được gia hạn', en: 'extension refused' },
    { vi: 'Lý do: {reason}.', en: 'Reason: {reason}.' },
  ),
} as const satisfies Record<string, Template>;

interface Told {
  template: keyof typeof templates;
  postId: string | undefined;
  params?: Record<string, string>;
}

const when = (instant: string): string => formatInstant(new Date(instant));

const TOLD: ByType<TaskEvent, [lead: string | undefined], Told> = {
  TaskAssigned: ({ lead }) => ({ template: 'task_assigned', postId: lead.postId }),
  TaskHandedOver: ({ lead, reason }) => ({
    template: 'task_handed_over',
    postId: lead.postId,
    params: { reason },
  }),
  DeadlineReminded: ({ toPostId, due }) => ({
    template: 'deadline_reminded',
    postId: toPostId,
    params: { due: when(due) },
  }),
  DeadlineMissed: ({ leadPostId, due }) => ({
    template: 'deadline_missed',
    postId: leadPostId,
    params: { due: when(due) },
  }),
  DeadlineEscalated: ({ toPostId, due, level }) => ({
    template: 'deadline_escalated',
    postId: toPostId,
    params: { due: when(due), level: String(level) },
  }),
  TaskFellSilent: ({ leadPostId, period }) => ({
    template: 'task_silent',
    postId: leadPostId,
    params: { period },
  }),
  TaskUrged: ({ text }, postId) => ({ template: 'task_urged', postId, params: { text } }),
  DeliverableReturned: ({ reason }, postId) => ({
    template: 'deliverable_returned',
    postId,
    params: { reason },
  }),
  ExtensionGranted: ({ due, day = '' }, postId) => ({
    template: 'extension_granted',
    postId,
    params: { due: due === null ? formatDay(day) : when(due) },
  }),
  ExtensionRefused: ({ reason }, postId) => ({ template: 'extension_refused', postId, params: { reason } }),
};

/** Tells officials what waits for them in the plan. */
export function planningAnnouncer(planning: Planning, organisation: Organisation): Announcer {
  return {
    types: Object.keys(TOLD),
    templates,
    async announce(office, events) {
      const [standing, tasks] = await Promise.all([
        organisation.current(office),
        planning.tasksBehind(office, events),
      ]);
      return events.flatMap((event) => {
        const task = tasks.get(event.subject);
        return (task && announcementOf(event, task, standing)) ?? [];
      });
    },
  };
}

function announcementOf(event: StoredEvent, { facts, lead }: Task, office: Office): Announcement | undefined {
  const told = madeOf(TOLD, event, lead?.postId);
  const personId = told?.postId === undefined ? undefined : actingIn(office, told.postId);
  if (!told || personId === undefined) return undefined;
  const known = { number: facts?.number ?? '', title: facts?.title ?? '' };
  return {
    template: told.template,
    to: { official: personId },
    params: { ...known, ...told.params },
    cause: event,
  };
}

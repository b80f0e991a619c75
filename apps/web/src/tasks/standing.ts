import type { Task } from '#client';
import type { Tone } from '../ui/badge';

export type Occurrence = Task['obligations'][number]['occurrences'][number];
export type Standing = Occurrence['standing'];

/** How a standing looks: late, soon, done, waiting; in time is plain. */
export const TONE_OF: Readonly<Record<Standing, Tone>> = {
  awaiting_calendar: 'wait',
  within_time: 'plain',
  due_soon: 'soon',
  overdue: 'late',
  done_on_time: 'done',
  done_late: 'late',
  closed: 'plain',
};

/** All deadlines of a task in the order they fall due; those that wait for a calendar last. */
export const deadlinesOf = (task: Task) =>
  task.obligations
    .flatMap(({ label, phrase, kind, occurrences }) =>
      occurrences.map((occurrence) => ({ ...occurrence, label: label ?? phrase, phrase, kind })),
    )
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));

/** The open deadline that falls due first. */
export const nextOf = (task: Task) => deadlinesOf(task).find(({ status }) => status === 'open');

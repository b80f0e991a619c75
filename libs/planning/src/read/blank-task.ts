import type { TaskFacts } from '../task/task.events.js';
import type { TaskView } from './task-view.types.js';

/** A task before anything is known of it. */
export const blank = (taskId: string, planId: string): TaskView => ({
  taskId,
  planId,
  number: '',
  area: '',
  title: '',
  state: 'planned',
  version: 0,
  lead: { unitId: '', postId: null },
  leadToConfirm: false,
  coImplementers: [],
  coordinators: [],
  deliverables: [],
  obligations: [],
  occurrences: [],
  submissions: [],
  percent: 0,
  progressText: null,
  progressAt: null,
  silent: false,
});

/** What of a task's facts people see. */
export const pickFacts = ({
  number,
  area,
  title,
  deliverables,
  coImplementers,
  coordinators,
  obligations,
}: Omit<TaskFacts, 'planId' | 'year' | 'leadUnitId'>) => ({
  number,
  area,
  title,
  deliverables,
  coImplementers,
  coordinators,
  obligations,
});

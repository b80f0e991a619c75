import { hasPassed } from '#overdue';
import type { TaskView } from './task-view.types.js';

/** A task as an instant finds it: what is open past its due instant is missed (R6), recorded or not. */
export function missedBy(view: TaskView, at: Date): TaskView {
  if (view.state !== 'assigned' && view.state !== 'in_progress') return view;
  return {
    ...view,
    occurrences: view.occurrences.map((o) =>
      o.status === 'open' && !o.review && !o.missed && hasPassed(o.due, at) ? { ...o, missed: true } : o,
    ),
  };
}

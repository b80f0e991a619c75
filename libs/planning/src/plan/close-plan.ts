import { guarded } from '#organisation/office';
import { isOpen } from '../task/task.guards.js';
import type { Task } from '../task/task.js';
import { planSubject, type CarriedOver, type Plan, type PlanEvent, type PlannedTask } from './plan.js';
import { ReturnPlan, standingAs } from './plan.commands.js';
import { planHasOpenWork } from './plan.refusals.js';

/** Closes a plan in force with a reason (kết thúc kế hoạch): nothing changes it from then on. */
export class ClosePlan extends ReturnPlan {}

/** What a closing looks at besides the plan. */
export interface Closing {
  officeId: string;
  /** The tasks as they stand, and next year's plan. */
  atYearsEnd?: { tasks: ReadonlyMap<string, Task>; next: Plan };
}

/** What is open must stand in next year's plan, be done, or be called off: a responsibility ends by an act, never by a year. */
export const closePlan = guarded(
  (state: Plan, _context: Closing) => standingAs(state, 'approved'),
  (state, { reason }: ClosePlan, { officeId, atYearsEnd }: Closing): PlanEvent[] => {
    const open = [...state.tasks.values()].filter(({ taskId }) => isOpen(atYearsEnd?.tasks.get(taskId)));
    if (open.length === 0) return [{ type: 'PlanClosed', data: { reason } }];
    const year = (state.header?.year ?? 0) + 1;
    const planId = planSubject(officeId, year);
    const goesOn = goingOn(atYearsEnd?.next.tasks.values() ?? []);
    const left = open.filter(({ taskId }) => !goesOn.has(taskId));
    if (left.length > 0)
      throw planHasOpenWork({
        count: left.length,
        next: year,
        tasks: left.map(({ number }) => number).join(', '),
      });
    const tasks = open.map(({ taskId }) => ({ taskId, to: goesOn.get(taskId) ?? '' }));
    const carriedOver: CarriedOver = { planId, year, tasks };
    return [{ type: 'PlanClosed', data: { reason, carriedOver } }];
  },
);

/** Of which tasks these go on, and as which. */
export const goingOn = (tasks: Iterable<PlannedTask>): Map<string, string> =>
  new Map(
    [...tasks].flatMap(({ taskId, carriedFrom }) => (carriedFrom ? [[carriedFrom.taskId, taskId]] : [])),
  );

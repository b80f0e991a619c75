import type { ActContext } from '#organisation';
import { OneOf } from '#kernel';
import type { Task } from '../task/task.js';
import { goingOn } from './close-plan.js';
import { carriedTask, isCarried } from './carried-task.js';
import {
  planSubject,
  type FoundLacking,
  type Plan,
  type PlanEvent,
  type PlanHeader,
  type PlannedTask,
} from './plan.js';
import { nothingToCarry, planImmutable, planInWrongState } from './plan.refusals.js';
import { yearLater } from './year-later.js';

/** How next year's plan is made from this year's. */
export class NextPlanAsked {
  @OneOf({
    description:
      'Việc còn lại, hoặc cả việc đã hoàn thành để làm lại · what is open, or what was completed too, to be done again',
    values: ['open', 'all'],
    optional: true,
  })
  scope?: 'open' | 'all';
}

/**
 * Drafts next year's plan from this year's (lập kế hoạch năm sau): what is open goes on there, each task with what was left of
 * it. Done again it adds what has come since; what already goes on is not carried twice.
 */
export class CarryPlan {
  fromYear!: number;
  repeat!: boolean;
  lacking!: FoundLacking[];
}

/** A year's plan and its tasks as they stand. */
export interface YearsWork {
  plan: Plan;
  tasks: ReadonlyMap<string, Task>;
}

export type CarryContext = Pick<ActContext, 'officeId' | 'office' | 'now'> & { from: YearsWork };

export function carryPlan(state: Plan, command: CarryPlan, context: CarryContext): PlanEvent[] {
  const { fromYear } = command;
  const { header, status } = context.from.plan;
  if (!header || (status !== 'approved' && status !== 'closed')) throw nothingToCarry({ year: fromYear });
  if (state.status === 'submitted') throw planInWrongState({ status: state.status, needed: 'draft' });
  if (state.status === 'approved' || state.status === 'closed') throw planImmutable();
  const tasks = tasksToCarry(state, command, context);
  const lacking = command.lacking.filter(
    ({ inspectionId, text }) =>
      !state.lacking.some((known) => known.inspectionId === inspectionId && known.text === text),
  );
  const drafted: PlanEvent[] =
    state.status === 'none' ? [{ type: 'PlanDrafted', data: nextHeader(header, fromYear) }] : [];
  if (drafted.length === 0 && tasks.length === 0 && lacking.length === 0) return [];
  const fromPlanId = planSubject(context.officeId, fromYear);
  return [
    ...drafted,
    ...tasks.map((data): PlanEvent => ({ type: 'TaskPlanned', data })),
    { type: 'TasksCarriedOver', data: { fromPlanId, fromYear, tasks: tasks.length, lacking } },
  ];
}

function tasksToCarry(state: Plan, { fromYear, repeat }: CarryPlan, context: CarryContext): PlannedTask[] {
  const { from, officeId } = context;
  const planId = planSubject(officeId, fromYear + 1);
  const carried = goingOn(state.tasks.values());
  const taken = new Set([...state.tasks.values()].map(({ number }) => number));
  return [...from.plan.tasks.values()].flatMap((planned) => {
    const task = from.tasks.get(planned.taskId);
    if (carried.has(planned.taskId) || !isCarried(task, repeat)) return [];
    const number = numberOf(planned.number, fromYear, taken);
    taken.add(number);
    return [carriedTask(planned, task, { ...context, fromYear, planId, number })];
  });
}

/** As it was; with the year it comes from where that is another task's, or what came after the plan was approved counts on (BS). */
function numberOf(number: string, year: number, taken: ReadonlySet<string>): string {
  const isAdded = /^(BS|M)\./.test(number) && !/-\d{4}$/.test(number);
  return isAdded || taken.has(number) ? `${number}-${year}` : number;
}

const nextHeader = (header: PlanHeader, year: number): PlanHeader => ({
  ...header,
  year: year + 1,
  title: yearLater(header.title, year),
});

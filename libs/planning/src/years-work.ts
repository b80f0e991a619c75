import type { LoadState } from '#organisation';
import type { YearsWork } from './plan/carry-plan.js';
import { plan, planSubject } from './plan/plan.js';
import { task } from './task/task.js';

/** A year's plan with all of its tasks, current. */
export async function yearsWork(load: LoadState, office: string, year: number): Promise<YearsWork> {
  const state = await load(plan, planSubject(office, year));
  const tasks = await Promise.all(
    [...state.tasks.keys()].map(async (id) => [id, await load(task, id)] as const),
  );
  return { plan: state, tasks: new Map(tasks) };
}

import type { AggregateStore, StoredEvent } from '#event-store';
import type { YearsWork } from './plan/carry-plan.js';
import { plan, type Plan } from './plan/plan.js';
import { task, type Task } from './task/task.js';
import { yearsWork } from './years-work.js';

/** Plans and tasks as they stand. */
export class Planning {
  constructor(private readonly aggregates: AggregateStore) {}

  async loadPlan(office: string, planId: string): Promise<{ state: Plan; version: number }> {
    return this.aggregates.load(plan, office, planId);
  }

  async loadTask(office: string, taskId: string): Promise<Task> {
    return (await this.aggregates.load(task, office, taskId)).state;
  }

  /** The tasks that events belong to, as they are once those have happened. */
  tasksBehind(office: string, events: readonly StoredEvent[]): Promise<Map<string, Task>> {
    return this.aggregates.loadBehind(task, office, events);
  }

  /** A year's plan with all of its tasks. */
  yearsWork(office: string, year: number): Promise<YearsWork> {
    return yearsWork(
      async (kind, subject) => (await this.aggregates.load(kind, office, subject)).state,
      office,
      year,
    );
  }

  /** Reads many tasks with one query before a batch of acts on them. */
  warmTasks(office: string, taskIds: string[]): Promise<void> {
    return this.aggregates.warm(task, office, taskIds);
  }
}

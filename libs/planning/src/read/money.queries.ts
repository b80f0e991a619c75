import type { DataSource } from 'typeorm';
import { NO_MONEY, type Sums } from '../money/money.js';

export interface MoneyOfArea extends Sums {
  area: string;
  tasks: number;
  completed: number;
}

export interface MoneyOfTask extends Sums {
  taskId: string;
  number: string;
  title: string;
  area: string;
  state: string;
  percent: number;
}

/** Sums of a plan's money, from the read model of tasks; what went to another office is counted there. */
export class MoneyQueries {
  constructor(private readonly source: DataSource) {}

  async byArea(office: string, planId: string): Promise<MoneyOfArea[]> {
    return this.source.query<MoneyOfArea[]>(
      `select area, count(*)::int as tasks, count(*) filter (where state = 'completed')::int as completed,
              sum(allocated)::float8 as allocated, sum(allowed)::float8 as allowed, sum(spent)::float8 as spent
       from rm_task.task where office = $1 and plan_id = $2 and state <> 'transferred'
         and (allocated > 0 or spent > 0)
       group by area order by min(sort_key)`,
      [office, planId],
    );
  }

  /** The tasks that have money, in the plan's order. */
  async byTask(office: string, planId: string): Promise<MoneyOfTask[]> {
    return this.source.query<MoneyOfTask[]>(
      `select task_id as "taskId", number, title, area, state, percent,
              allocated::float8 as allocated, allowed::float8 as allowed, spent::float8 as spent
       from rm_task.task where office = $1 and plan_id = $2 and state <> 'transferred'
         and (allocated > 0 or spent > 0)
       order by sort_key limit 10000`,
      [office, planId],
    );
  }
}

/** All areas together. */
export const together = (areas: readonly MoneyOfArea[]): Omit<MoneyOfArea, 'area'> =>
  areas.reduce<Omit<MoneyOfArea, 'area'>>(
    (all, one) => ({
      tasks: all.tasks + one.tasks,
      completed: all.completed + one.completed,
      allocated: all.allocated + one.allocated,
      allowed: all.allowed + one.allowed,
      spent: all.spent + one.spent,
    }),
    { tasks: 0, completed: 0, ...NO_MONEY },
  );

import type { Clock } from '#kernel';
import type { DataSource } from 'typeorm';

/** How a task of a plan stands (tiến độ của một nhiệm vụ), for whoever counts: late by its times, recorded or not. */
export interface TaskStanding {
  taskId: string;
  number: string;
  area: string;
  state: string;
  late: boolean;
  silent: boolean;
}

/** How the tasks of plans stand now, one by one, so that what is counted of them can be opened. */
export class PlanStanding {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** In the plan's order. */
  async of(office: string, planId: string): Promise<TaskStanding[]> {
    return this.source.query<TaskStanding[]>(
      `select task_id as "taskId", number, area, state, silent,
              late or (coalesce(next_due < $3, false) and state in ('assigned', 'in_progress')) as late
       from rm_task.task where office = $1 and plan_id = $2 order by sort_key`,
      [office, planId, this.clock.now()],
    );
  }
}

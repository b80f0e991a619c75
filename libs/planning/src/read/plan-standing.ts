import { addDays, at, type Clock, type Day } from '#kernel';
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

/** How it stood at the end of a day, with who leads it. */
export interface TaskOnDay extends TaskStanding {
  title: string;
  leadUnitId: string | null;
  percent: number;
}

/** How the tasks of plans stand, one by one, so that what is counted of them can be opened. */
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
  /** At the end of a day, or now where that is still to come: the same that the plan's progress counts, in the plan's order. */
  async onDay(office: string, planId: string, day: Day): Promise<TaskOnDay[]> {
    const [end, now] = [at(addDays(day, 1)), this.clock.now()];
    return this.source.query<TaskOnDay[]>(
      `select task_id as "taskId", t.number, t.title, d.area, d.lead_unit as "leadUnitId", d.state, d.silent, d.percent,
              d.late or (coalesce(t.next_due < $4, false) and d.state in ('assigned', 'in_progress')) as late
       from (select distinct on (task_id) * from rm_task.task_day
             where office = $1 and day <= $3 order by task_id, day desc) d
       join rm_task.task t using (office, task_id)
       where t.plan_id = $2 order by t.sort_key`,
      [office, planId, day, end < now ? end : now],
    );
  }
}

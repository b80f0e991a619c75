import { isOf, type EventStore, type StoredEvent } from '#event-store';
import { addDays, at, type Clock, type Day } from '#kernel';
import type { DataSource } from 'typeorm';
import { plan, type PlannedTask } from '../plan/plan.js';
import { foldSeen, noticed, type SeenTask } from './seen-task.js';
import { sortKey } from './sort-key.js';
import { figuresOf } from './task-view.js';

/** How a task of a plan stands (tiến độ của một nhiệm vụ), for whoever counts: late by its times, recorded or not. */
export interface TaskStanding {
  taskId: string;
  number: string;
  /** Reports of before don't have it. */
  title?: string;
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

/** Work items whose time came, and those of them that went on here. */
export interface WorkDue {
  workDue: number;
  workOnline: number;
}

/** Before which instant, and up to which position of the log. */
export interface UntilThen {
  instant: Date;
  position: number;
}

/** How the tasks of plans stand, one by one, so that what is counted of them can be opened. */
export class PlanStanding {
  constructor(
    private readonly source: DataSource,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /**
   * As the log held it: all that happened before an instant and stands at or before a position of it; in the plan's order. It
   * is folded anew from the log, so it is the same for ever (R29).
   */
  async asOf(office: string, planId: string, until: UntilThen): Promise<TaskStanding[]> {
    const isThen = ({ recordedAt, position }: StoredEvent) =>
      recordedAt < until.instant && position <= until.position;
    const planned = (await this.store.readStream(office, planId)).filter(isThen);
    const { tasks } = planned.reduce(
      (state, event) => (isOf(plan, event) ? plan.evolve(state, event, event.recordedAt) : state),
      plan.initial,
    );
    const streams = await this.store.readStreams(office, [...tasks.keys()]);
    const own = Map.groupBy(streams.filter(isThen), ({ subject }) => subject);
    return [...tasks.values()]
      .map((task) =>
        standingOf(task, [...planned.filter(isAbout(task)), ...(own.get(task.taskId) ?? [])], until),
      )
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }

  /**
   * Work items (hồ sơ công việc) of which a time fell due in days that are over, those that are secret excepted; and of how
   * many something was reported, handed in or completed here.
   */
  async workDue(office: string, { from, to }: { from: Day; to: Day }): Promise<WorkDue> {
    const [end, now] = [at(addDays(to, 1)), this.clock.now()];
    const [counted] = await this.source.query<WorkDue[]>(
      `select count(*)::int as "workDue",
              count(*) filter (where state = 'completed' or view ->> 'progressAt' is not null
                or jsonb_array_length(view -> 'submissions') > 0
                or view @? '$.occurrences[*] ? (@.fulfilledAt != null)')::int as "workOnline"
       from rm_task.task
       where office = $1 and state in ('assigned', 'in_progress', 'completed', 'carried_over') and not view ? 'secret'
         and exists (
           select from jsonb_to_recordset(view -> 'occurrences') as o(due timestamptz, review boolean, status text)
           where due >= $2 and due < $3 and not review and (status <> 'closed' or state in ('completed', 'carried_over')))`,
      [office, at(from), end < now ? end : now],
    );
    return counted ?? { workDue: 0, workOnline: 0 };
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

const isAbout =
  ({ taskId }: PlannedTask) =>
  ({ data }: StoredEvent): boolean =>
    data.taskId === taskId;

/** A task that the plan alone knows of is planned, and nothing more. */
function standingOf(
  { taskId, number, title, area }: PlannedTask,
  events: readonly StoredEvent[],
  { instant }: UntilThen,
): TaskStanding {
  const seen = events.reduce<SeenTask | undefined>(foldSeen, undefined);
  if (!seen) return { taskId, number, title, area, state: 'planned', late: false, silent: false };
  const { state, late, silent, area: now = area } = figuresOf(noticed(seen, instant));
  const facts = seen.task.facts ?? seen.planned;
  return { taskId, number, title: facts?.title ?? title, area: now, state, late, silent };
}

const placeOf = ({ number, taskId }: TaskStanding): string => `${sortKey(number)} ${taskId}`;

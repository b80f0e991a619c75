import type { EventStore } from '#event-store';
import {
  DayField,
  InstantField,
  OneOf,
  Page,
  QueryWhole,
  Text,
  addDays,
  at,
  notFound,
  pageOf,
  textCursor,
  type Clock,
  type Day,
  textIn,
} from '#kernel';
import { chainAbove, hasRole, postsOf, type Office } from '#organisation';
import type { Lacking } from '#projection';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { taskRow, type TaskRow } from './read/task-row.js';
import { SUPERSEDING, foldSeen, type SeenTask } from './read/seen-task.js';
import { viewOf } from './read/task-view.js';
import type { TaskView } from './read/task-view.types.js';

const STATES = [
  'planned',
  'assigned',
  'in_progress',
  'completed',
  'cancelled',
  'transferred',
  'carried_over',
  'running',
  'late',
  'silent',
] as const;

/** What to list (danh sách nhiệm vụ). */
export class ListTasks extends Page {
  @Text({ description: 'Lĩnh vực · area, I to VII', max: 10, optional: true })
  area?: string;

  @Text({
    description: 'Đầu mối: me, hoặc mã đơn vị, vị trí, người · lead: me, or the id of a unit, post or person',
    max: 36,
    optional: true,
  })
  lead?: string;

  @Text({ description: 'Bộ phận tham gia · a unit that takes part in any way', max: 36, optional: true })
  unit?: string;

  @OneOf({ description: 'Trạng thái · state', values: STATES, optional: true })
  state?: (typeof STATES)[number];

  @DayField({ description: 'Đến hạn từ ngày · due from', optional: true })
  dueFrom?: string;

  @DayField({ description: 'Đến hạn đến ngày · due to', optional: true })
  dueTo?: string;

  @Text({ description: 'waiting: chờ tôi quyết định · what waits for my decision', max: 10, optional: true })
  decision?: string;

  @QueryWhole({
    description: 'Chờ đến vị trí nhật ký · wait for a log position',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  position?: number;
}

export class AtInstant {
  @InstantField({ description: 'Thời điểm trong quá khứ · a past instant', optional: true })
  at?: string;

  @QueryWhole({
    description: 'Chờ đến vị trí nhật ký · wait for a log position',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  position?: number;
}

export class BetweenInstants {
  @InstantField({ description: 'Từ thời điểm · from this instant' })
  from!: string;

  @InstantField({ description: 'Đến thời điểm · to this instant' })
  to!: string;
}

const ALL_TIME = new Date('9999-12-31T00:00:00Z');

/** Questions about tasks, answered from the read model; a past instant from the log itself. */
export class PlanningQueries {
  constructor(
    private readonly source: DataSource,
    private readonly store: EventStore,
    private readonly lacking: Lacking,
    private readonly clock: Clock,
  ) {}

  async list(
    office: string,
    state: Office,
    me: string,
    filter: ListTasks,
  ): Promise<{ views: TaskView[]; nextCursor: string | null }> {
    const limit = filter.limit ?? 50;
    const query = this.source
      .getRepository(taskRow)
      .createQueryBuilder('t')
      .where('t.office = :office', { office });
    narrow(query, state, me, filter, this.clock.now());
    if (filter.cursor) query.andWhere('t.sort_key > :after', { after: textIn(filter.cursor) });
    const rows = await query
      .orderBy('t.sortKey')
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey }) => textCursor(sortKey));
    return { views: items.map(({ view }) => view), nextCursor };
  }

  async one(office: string, taskId: string): Promise<TaskView> {
    if (await this.lacking.has(office, 'task', taskId)) return this.oneAt(office, taskId, ALL_TIME);
    return (await this.#rowOf(office, taskId)).view;
  }

  async #rowOf(office: string, taskId: string): Promise<TaskRow> {
    const row = await this.source.getRepository(taskRow).findOneBy({ office, taskId });
    if (!row) throw notFound();
    return row;
  }

  /** A task as it stood at an instant, folded from the log. */
  async oneAt(office: string, taskId: string, at: Date): Promise<TaskView> {
    const own = await this.store.readAsOf(office, taskId, at, SUPERSEDING);
    const first = own[0]?.data.planId;
    const planId = typeof first === 'string' ? first : (await this.#rowOf(office, taskId)).planId;
    const planned = await this.store.readAsOf(office, planId, at, []);
    const seen = [...planned.filter(({ data }) => data.taskId === taskId), ...own].reduce<
      SeenTask | undefined
    >(foldSeen, undefined);
    if (!seen) throw notFound();
    return viewOf(seen);
  }

  /**
   * Tasks that a unit leads, from the log itself: a read model may be behind what has just been assigned. Those whose
   * lead has changed since are among them; the decision tells.
   */
  async runningTasksOf(office: string, unitId: string): Promise<string[]> {
    const rows = await this.source.query<{ subject: string }[]>(
      `select distinct subject from event where office = $1 and kind = 'task'
         and type in ('TaskAssigned', 'TaskHandedOver') and data -> 'lead' ->> 'unitId' = $2`,
      [office, unitId],
    );
    return rows.map(({ subject }) => subject);
  }

  /** Every plan and task of an office, from the log itself. */
  async streamsOf(office: string, kind: 'plan' | 'task'): Promise<string[]> {
    const rows = await this.source.query<{ subject: string }[]>(
      'select subject from event where office = $1 and kind = $2 and version = 1',
      [office, kind],
    );
    return rows.map(({ subject }) => subject);
  }

  /**
   * How the plan stood at the end of a day, or stands now, for each area and lead unit: late by the times, recorded or not. The
   * public is told nothing of what is secret, not even how much of it there is.
   */
  async progress(office: string, day: Day, toWhom: 'office' | 'public' = 'office'): Promise<ProgressRow[]> {
    const now = this.clock.now();
    return this.source.query<ProgressRow[]>(
      `select area, lead_unit as "unitId", count(*)::int as tasks,
              count(*) filter (where state = 'completed')::int as completed,
              count(*) filter (where state in ('assigned', 'in_progress'))::int as running,
              count(*) filter (where late or (open_since_due < $3 and state in ('assigned', 'in_progress')))::int as late,
              count(*) filter (where silent)::int as silent,
              round(avg(percent), 1)::float as percent
       from (select distinct on (d.task_id) d.*, t.next_due as open_since_due
             from rm_task.task_day d left join rm_task.task t on t.office = d.office and t.task_id = d.task_id
             where d.office = $1 and d.day <= $2 and ($4 or not t.view ? 'secret') order by d.task_id, d.day desc) stood
       group by area, lead_unit order by area, lead_unit`,
      [office, day, endOf(day) < now ? endOf(day) : now, toWhom === 'office'],
    );
  }
}

const endOf = (day: Day): Date => at(addDays(day, 1));

export interface ProgressRow {
  area: string;
  unitId: string;
  tasks: number;
  completed: number;
  running: number;
  late: number;
  silent: number;
  percent: number;
}

function narrow(
  query: SelectQueryBuilder<TaskRow>,
  office: Office,
  me: string,
  filter: ListTasks,
  now: Date,
): void {
  if (filter.area) query.andWhere('t.area = :area', { area: filter.area.toUpperCase() });
  if (filter.state === 'late') query.andWhere(`(t.late or t.next_due < :now)`, { now });
  else if (filter.state === 'silent') query.andWhere('t.silent');
  else if (filter.state === 'running') query.andWhere(`t.state in ('assigned', 'in_progress')`);
  else if (filter.state) query.andWhere('t.state = :state', { state: filter.state });
  if (filter.dueFrom) query.andWhere('t.next_due >= :from', { from: `${filter.dueFrom}T00:00:00+07:00` });
  if (filter.dueTo) query.andWhere('t.next_due <= :to', { to: `${filter.dueTo}T23:59:59+07:00` });
  if (filter.unit) {
    query.andWhere(
      `(t.lead_unit::text = :unit or t.view -> 'coImplementers' ? :unit or t.view -> 'coordinators' ? :unit)`,
      { unit: filter.unit },
    );
  }
  if (filter.lead) {
    const person = filter.lead === 'me' ? me : filter.lead;
    const posts = postsOf(office, person).map(({ postId }) => postId);
    query.andWhere('(t.lead_post::text = any(:posts) or t.lead_unit::text = :lead)', {
      posts: [...posts, filter.lead],
      lead: filter.lead,
    });
  }
  if (filter.decision) {
    const below = [...office.posts.keys()].filter((post) => canDecide(office, me, post));
    query.andWhere('t.waiting > 0 and t.lead_post::text = any(:below)', { below });
  }
}

/** R3: who decides on what a post's holder hands in. */
const canDecide = (office: Office, me: string, postId: string): boolean =>
  office.holders.get(postId) !== me &&
  (hasRole(office, me, 'office-of-record') ||
    chainAbove(office, postId).some((post) => office.holders.get(post.postId) === me));

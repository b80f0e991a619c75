import type { EventStore } from '#event-store';
import { isOf } from '#event-store';
import {
  DayField,
  Id,
  OneOf,
  Page,
  QueryWhole,
  dayOf,
  pageOf,
  textCursor,
  textIn,
  type Clock,
  type Day,
} from '#kernel';
import type { Pool } from 'pg';
import { entry, type Entry } from '../entry/entry.js';
import { KIND_NAMES, type KindName } from '../entry/kinds.js';
import { inOrder, totalsOf, type RegisterTotal } from '../entry/totals.js';
import { placeOf, type Listed } from './register-projection.js';

/** Which entries: of a time, of a task. */
export class EntriesBetween {
  @DayField({ description: 'Từ ngày · from', optional: true })
  from?: string;

  @DayField({ description: 'Đến hết ngày · to the end of', optional: true })
  to?: string;

  @Id({ description: 'Nhiệm vụ · task', optional: true })
  task?: string;

  @Id({ description: 'Bộ phận · unit', optional: true })
  unit?: string;

  @QueryWhole({
    description: 'Chờ đến vị trí nhật ký · wait for a log position',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  position?: number;
}

export class ListEntries extends Page {
  @OneOf({ description: 'Sổ · register', values: KIND_NAMES, optional: true })
  kind?: KindName;

  @DayField({ description: 'Từ ngày · from', optional: true })
  from?: string;

  @DayField({ description: 'Đến hết ngày · to the end of', optional: true })
  to?: string;

  @Id({ description: 'Nhiệm vụ · task', optional: true })
  task?: string;

  @QueryWhole({
    description: 'Chờ đến vị trí nhật ký · wait for a log position',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  position?: number;
}

/** Training that officials took part in (đào tạo, tập huấn), and who of those that were asked for. */
export interface Attended {
  id: string;
  day: Day;
  title: string;
  hours: number;
  officials: string[];
}

/** Before which instant, and up to which position of the log. */
interface Until {
  instant: Date;
  position: number;
}

const SLICE = 500;

/** Questions about registers. */
export class RegisterQueries {
  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** The year's days up to today. */
  thisYear(): { from: Day; to: Day } {
    const to = dayOf(this.clock.now());
    return { from: `${to.slice(0, 4)}-01-01`, to };
  }

  /** A page, the latest first; what was withdrawn stays in sight. */
  async list(office: string, filter: ListEntries) {
    const { kind, from, to, task, limit = 50, cursor } = filter;
    const values: unknown[] = [office, limit + 1];
    const where = ['office = $1'];
    if (kind !== undefined) where.push(`kind = $${values.push(kind)}`);
    if (from !== undefined) where.push(`day >= $${values.push(from)}`);
    if (to !== undefined) where.push(`day <= $${values.push(to)}`);
    if (task !== undefined) where.push(`task_id = $${values.push(task)}`);
    if (cursor !== undefined) where.push(`place < $${values.push(textIn(cursor))}`);
    const { rows } = await this.pool.query<Listed>(
      `select entry_id as id, version, view as state from rm_register.entry
       where ${where.join(' and ')} order by place desc limit $2`,
      values,
    );
    return pageOf(rows, limit, (one) => textCursor(placeOf(one)));
  }

  /** The training of a year that any of these people took part in, the latest first. */
  async trainingOf(office: string, year: number, people: readonly string[]): Promise<Attended[]> {
    const { rows } = await this.pool.query<Attended>(
      `select entry_id as id, to_char(day, 'YYYY-MM-DD') as day, view ->> 'title' as title,
              (facts ->> 'hours')::int as hours,
              array(select one from jsonb_array_elements_text(view -> 'officials') one where one = any($4)) as officials
       from rm_register.entry
       where office = $1 and kind = 'training' and not withdrawn and day between $2 and $3
         and view -> 'officials' ?| $4 order by place desc`,
      [office, `${year}-01-01`, `${year}-12-31`, people],
    );
    return rows;
  }

  /** What the registers come to between two days. */
  async totals(
    office: string,
    {
      from,
      to,
      task,
      unit,
    }: Required<Pick<EntriesBetween, 'from' | 'to'>> & { task?: string; unit?: string },
  ): Promise<RegisterTotal[]> {
    const values: unknown[] = [office, from, to];
    const narrowed =
      (task === undefined ? '' : ` and task_id = $${values.push(task)}`) +
      (unit === undefined ? '' : ` and unit_id = $${values.push(unit)}`);
    const sum = (name: string) => `coalesce(sum((facts ->> '${name}')::bigint), 0)::float8 as ${name}`;
    const { rows } = await this.pool.query<RegisterTotal>(
      `select kind, nullif(choice, '') as choice, count(*)::int as entries, ${sum('participants')}, ${sum('hours')},
              ${sum('done')}, ${sum('checked')}, ${sum('lacking')}, ${sum('persons')},
              (array_agg((facts ->> 'total')::float8 order by day desc, view ->> 'enteredAt' desc)
                 filter (where facts ? 'total'))[1] as total
       from rm_register.entry where office = $1 and not withdrawn and day between $2 and $3${narrowed}
       group by kind, choice`,
      values,
    );
    return inOrder(rows);
  }

  /** The same as the log held it then, folded anew: for ever the same (R29). */
  async totalsAsOf(
    office: string,
    { from, to }: { from: Day; to: Day },
    until: Until,
  ): Promise<RegisterTotal[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      'select entry_id as id from rm_register.entry where office = $1 order by entry_id',
      [office],
    );
    const found: Entry[] = [];
    for (let at = 0; at < rows.length; at += SLICE) {
      const slice = rows.slice(at, at + SLICE).map(({ id }) => id);
      found.push(...(await this.#entriesThen(office, slice, until)));
    }
    return totalsOf(found.filter(({ day }) => day >= from && day <= to));
  }

  async #entriesThen(office: string, ids: string[], { instant, position }: Until): Promise<Entry[]> {
    const then = new Map<string, Entry>();
    for (const event of await this.store.readStreams(office, ids)) {
      if (event.recordedAt >= instant || event.position > position || !isOf(entry, event)) continue;
      const before = then.get(event.subject) ?? entry.initial;
      then.set(event.subject, entry.evolve(before, event, event.recordedAt));
    }
    return [...then.values()];
  }
}

import type { EventRow } from '#event-store';
import type { PoolClient } from 'pg';
import type { AuditFilter } from './audit-filter.js';
import { Conditions, type AuditContext, type Bounds } from './conditions.js';

const START: Bounds = { transaction_id: '0', position: '0', first: null, last: null };

/** A list of the trail's, each of whose rows holds many positions. */
interface List {
  name: 'type' | 'actor' | 'outside' | 'outside-actor';
  key: string;
}

/** One question to the trail: branches that each give the next few positions in order, and the events at those. */
export class Question {
  readonly #asked: Conditions;
  readonly #order: 'asc' | 'desc';

  constructor(
    private readonly office: string,
    private readonly filter: AuditFilter,
    context: AuditContext,
    limit: number,
  ) {
    this.#asked = new Conditions(filter, context, [office, limit]);
    this.#order = this.ascending ? 'asc' : 'desc';
  }

  get ascending(): boolean {
    return this.#asked.ascending;
  }

  /** No further than this position. */
  endAt(position: string): void {
    this.#asked.endAt(position);
  }

  async ask(db: PoolClient): Promise<EventRow[]> {
    const branches = await this.#branches(db);
    const { rows } = await db.query<EventRow>(
      `select event.* from (${branches.map((branch) => `(${branch})`).join(' union ')}) found
       join event on event.office = $1 and event.position = found.position
       order by event.position ${this.#order} limit $2`,
      this.#asked.values,
    );
    return rows;
  }

  async #branches(db: PoolClient): Promise<string[]> {
    const { subject, sealed, correlation } = this.filter;
    if (sealed !== undefined) return [this.#behind(await this.#sealedUpTo(db))];
    if (subject !== undefined) return [this.#ofSubject(subject)];
    const column = this.#column();
    const lists = column === undefined ? this.#lists() : [];
    if (column === undefined && lists === undefined && !this.#asked.hasWindow) return [this.#ofLog()];
    const bounds = await this.#bounds(db);
    const behind = this.#behind(bounds);
    if (column !== undefined) return [this.#ofEntries(column, bounds), ...this.#began(correlation), behind];
    if (lists === undefined) return [this.#ofLog(bounds), behind];
    return [this.#ofLists(await this.#shortest(db, lists), bounds), behind];
  }

  /** What is asked for one by one, and narrows most: a column of the entries, with its value's place. */
  #column(): string | undefined {
    const { event, correlation, causedBy, delegation, onBehalfOf } = this.filter;
    const asked = Object.entries({
      event_id: event,
      correlation_id: correlation,
      causation_id: causedBy,
      delegation,
      on_behalf_of: onBehalfOf,
    }).find(([, value]) => value !== undefined);
    return asked && `${asked[0]} = ${this.#asked.value(asked[1])}`;
  }

  /** Lists each of which holds all that is asked for, those of several people taken for one; undefined where there is none. */
  #lists(): List[][] | undefined {
    const { type, hours } = this.filter;
    const actors = this.#asked.actors;
    const lists: List[][] = type === undefined ? [] : [[{ name: 'type', key: type }]];
    if (actors) lists.push(actors.map((key) => ({ name: hours ? 'outside-actor' : 'actor', key })));
    else if (hours !== undefined) lists.push([{ name: 'outside', key: '' }]);
    return lists.length > 0 ? lists : undefined;
  }

  async #shortest(db: PoolClient, [first = [], ...others]: List[][]): Promise<List[]> {
    let shortest = first;
    let rows = others.length > 0 ? await this.#rowsOf(db, first) : 0;
    for (const other of others) {
      const theirs = await this.#rowsOf(db, other);
      if (theirs < rows) [shortest, rows] = [other, theirs];
    }
    return shortest;
  }

  async #rowsOf(db: PoolClient, lists: List[]): Promise<number> {
    const { rows } = await db.query<{ n: number }>(
      `select coalesce(sum(n), 0)::int as n from unnest($2::text[], $3::text[]) asked(list, key)
       cross join lateral (select nth + 1 as n from rm_trail.listed l
         where l.office = $1 and l.list = asked.list and l.key = asked.key order by first desc limit 1) l`,
      [this.office, lists.map(({ name }) => name), lists.map(({ key }) => key)],
    );
    return rows[0]?.n ?? 0;
  }

  /** A stream's versions are in the order of its positions. */
  #ofSubject(subject: string): string {
    const where = [`e.subject = ${this.#asked.value(subject)}`, ...this.#asked.ofEvent()];
    return this.#select('event e', where, 'version');
  }

  #ofLog(bounds?: Bounds): string {
    return this.#select('event e', [...this.#asked.between('e.position', bounds), ...this.#asked.ofEvent()]);
  }

  #ofEntries(column: string, bounds: Bounds): string {
    const where = [...this.#asked.within('t.position', bounds), `t.${column}`, ...this.#asked.ofEvent()];
    return `select t.position from rm_trail.entry t join event e on e.office = $1 and e.position = t.position
      where ${['t.office = $1', ...where].join(' and ')} order by t.position ${this.#order} limit $2`;
  }

  /** What began a chain belongs to it without naming it. */
  #began(correlation: string | undefined): string[] {
    if (correlation === undefined) return [];
    return [
      this.#select('event e', [`e.command_id = ${this.#asked.value(correlation)}`, ...this.#asked.ofEvent()]),
    ];
  }

  /** Each list is in order; those of several are not. */
  #ofLists(lists: List[], bounds: Bounds): string {
    const [name = 'actor'] = lists.map((list) => list.name);
    const { type, hours, from, to } = this.filter;
    const asked = [type, hours, from, to, this.#asked.actors].filter((one) => one !== undefined).length;
    const isAll = asked === (name === 'outside-actor' ? 2 : 1);
    const each = this.#ofList(`l.list = ${this.#asked.value(name)} and l.key = asked.key`, bounds, isAll);
    const keys = this.#asked.value(lists.map(({ key }) => key));
    return this.#inOrder(
      `select e.position from unnest(${keys}::text[]) asked(key) cross join lateral (${each}) e`,
    );
  }

  /** Row by row of a list, from the first that may hold what is asked for; so no more is read than the page needs. */
  #ofList(list: string, bounds: Bounds, isAll: boolean): string {
    const rows = `rm_trail.listed l where l.office = $1 and ${list}`;
    const [low, high] = this.#asked.reach(bounds);
    const from = low && `l.first >= coalesce((select max(l.first) from ${rows} and l.first <= ${low}), 0)`;
    const where = [...(from ? [from] : []), ...(high ? [`l.first <= ${high}`] : [])];
    const holds = ['true', ...this.#asked.within('p.position', bounds)];
    if (!isAll)
      holds.push(
        `exists (select from event e where ${['e.office = $1', 'e.position = p.position', ...this.#asked.ofEvent()].join(' and ')})`,
      );
    return `select x.position from (select * from ${[rows, ...where].join(' and ')}) l
      cross join lateral (select p.position from unnest(l.positions) p(position) where ${holds.join(' and ')}
        order by p.position ${this.#order}) x
      order by l.first ${this.#order}, x.position ${this.#order} limit $2`;
  }

  /** What comes in the log behind a place of its commit order, where nothing but that order has an index. */
  #behind({ transaction_id, position }: Pick<Bounds, 'transaction_id' | 'position'>): string {
    const place = `(${this.#asked.value(transaction_id)}::xid8, ${this.#asked.value(position)}::bigint)`;
    return this.#inOrder(`select e.position from (
      select * from event e where e.office = $1 and (e.transaction_id, e.position) > ${place}
      order by e.transaction_id, e.position offset 0) e
      where ${['true', ...this.#asked.subject(), ...this.#asked.ofEvent()].join(' and ')}`);
  }

  #select(from: string, where: string[], order = 'position'): string {
    return `select e.position from ${from} where ${['e.office = $1', ...where].join(' and ')}
      order by e.${order} ${this.#order} limit $2`;
  }

  #inOrder(select: string): string {
    return `${select} order by e.position ${this.#order} limit $2`;
  }

  async #bounds(db: PoolClient): Promise<Bounds> {
    const { rows } = await db.query<Bounds>(
      `select coalesce(r.transaction_id, '0') as transaction_id, coalesce(r.position, 0) as position, h.first, h.last
       from (select min(first) as first, max(last) as last from rm_trail.recorded_hour where office = $1
               and hour > coalesce($2, '-infinity'::timestamptz) - interval '1 hour'
               and hour < coalesce($3, 'infinity'::timestamptz)
               and ($2::timestamptz is not null or $3::timestamptz is not null)) h
       left join rm_trail.reach r on r.office = $1`,
      [this.office, this.filter.from, this.filter.to],
    );
    return rows[0] ?? START;
  }

  async #sealedUpTo(db: PoolClient): Promise<Pick<Bounds, 'transaction_id' | 'position'>> {
    const { rows } = await db.query<Bounds>(
      'select transaction_id, position from ledger.head where office = $1',
      [this.office],
    );
    return rows[0] ?? START;
  }
}

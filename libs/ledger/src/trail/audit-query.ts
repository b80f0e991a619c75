import type { EventRow } from '#event-store';
import { invalidInput, pageOf } from '#kernel';
import { inTransaction } from '#projection';
import { isUUID } from 'class-validator';
import type { Pool, PoolClient } from 'pg';
import type { AuditFilter } from './audit-filter.js';
import { IS_OUTSIDE_HOURS } from './office-hours.js';
import { settledEnd } from './settled-end.js';

export interface AuditPage {
  rows: EventRow[];
  nextCursor: string | null;
}

/** What a filter's words stand for, which the log itself does not know. */
export interface AuditContext {
  /** The people of the unit that was asked for. */
  actors?: string[] | undefined;
  /** An export says whence acts came that are from before addresses were kept apart from the log. */
  addresses?: boolean;
}

/**
 * A page of the trail (nhật ký) in the order of positions: from the projected trail as far as that reaches, from the log
 * itself behind it, in one snapshot, so that nothing is missing and nothing comes twice. Refuses `invalid_input` for ids
 * and cursors that are none.
 */
export async function auditPage(
  pool: Pool,
  office: string,
  filter: AuditFilter,
  context: AuditContext = {},
): Promise<AuditPage> {
  const limit = filter.limit ?? 50;
  const question = new Question(office, checked(filter), context, limit + 1);
  // Going forward, a page ends where nothing can turn up behind a reader's cursor any more.
  if (question.ascending) question.endAt(await settledEnd(pool));
  const rows = await inTransaction(pool, async (db) => {
    await db.query('set transaction isolation level repeatable read read only');
    return question.ask(db);
  });
  const { items, nextCursor } = pageOf(rows, limit, ({ position }) => position);
  return { rows: items, nextCursor };
}

/** Where the trail ends and the log goes on alone; and between which positions a window of time lies. */
interface Bounds {
  transaction_id: string;
  position: string;
  first: string | null;
  last: string | null;
}

/** One question to the trail: branches that each give the next few positions in order, and the events at those. */
class Question {
  readonly ascending: boolean;
  readonly #values: unknown[];
  readonly #order: 'asc' | 'desc';
  #end: string | undefined;

  constructor(
    private readonly office: string,
    private readonly filter: AuditFilter,
    private readonly context: AuditContext,
    limit: number,
  ) {
    this.ascending = filter.order === 'asc';
    this.#order = this.ascending ? 'asc' : 'desc';
    this.#values = [office, limit];
  }

  /** No further than this position. */
  endAt(position: string): void {
    this.#end = position;
  }

  async ask(db: PoolClient): Promise<EventRow[]> {
    const branches = await this.#branches(db);
    const { rows } = await db.query<EventRow>(
      `select event.* from (${branches.map((branch) => `(${branch})`).join(' union ')}) found
       join event on event.office = $1 and event.position = found.position
       order by event.position ${this.#order} limit $2`,
      this.#values,
    );
    return rows;
  }

  async #branches(db: PoolClient): Promise<string[]> {
    const { subject, sealed, from, to } = this.filter;
    if (sealed !== undefined) return [this.#behind(await this.#sealedUpTo(db))];
    if (subject !== undefined) return [this.#ofSubject(subject)];
    if (!this.#isNarrowed() && from === undefined && to === undefined) return [this.#ofLog()];
    const bounds = await this.#bounds(db);
    const projected = this.#isNarrowed() ? this.#ofTrail(bounds) : [this.#ofLog(bounds)];
    return [...projected, this.#behind(bounds)];
  }

  /** Whether there is a question that the projected trail has an index for. */
  #isNarrowed(): boolean {
    const { event, type, actor, hours, onBehalfOf, delegation, correlation, causedBy } = this.filter;
    return (
      this.context.actors !== undefined ||
      [event, type, actor, hours, onBehalfOf, delegation, correlation, causedBy].some(
        (asked) => asked !== undefined,
      )
    );
  }

  /** A stream's versions are in the order of its positions. */
  #ofSubject(subject: string): string {
    const where = [`e.subject = ${this.#value(subject)}`, ...this.#ofEvent()];
    return this.#select('event e', where, 'version');
  }

  #ofLog(bounds?: Bounds): string {
    return this.#select('event e', [...this.#between(bounds), ...this.#ofEvent()]);
  }

  #ofTrail(bounds: Bounds): string[] {
    const { hours, delegation, correlation } = this.filter;
    const where = [
      ...this.#between(bounds),
      ...this.#common(),
      ...(hours === undefined ? [] : ['e.outside_hours']),
      ...(delegation === undefined ? [] : [`e.delegation = ${this.#value(delegation)}`]),
    ];
    const actors = this.#actors();
    if (correlation !== undefined) return this.#ofChain(correlation, actors, where);
    return [actors ? this.#ofActors(actors, where) : this.#select('rm_trail.entry e', where)];
  }

  /** What began the chain belongs to it without naming it. */
  #ofChain(correlation: string, actors: string[] | undefined, where: string[]): string[] {
    const chain = this.#value(correlation);
    const theirs = actors ? [`e.actor = any (${this.#value(actors)}::text[])`] : [];
    return [
      this.#select('rm_trail.entry e', [`e.correlation_id = ${chain}`, ...theirs, ...where]),
      this.#select('event e', [`e.command_id = ${chain}`, ...this.#ofEvent()]),
    ];
  }

  /** Each actor's entries are in order; those of several are not. */
  #ofActors(actors: string[], where: string[]): string {
    const each = this.#select('rm_trail.entry e', ['e.actor = asked.actor', ...where]);
    return this.#inOrder(
      `select e.position from unnest(${this.#value(actors)}::text[]) asked(actor) cross join lateral (${each}) e`,
    );
  }

  /** What comes in the log behind a place of its commit order, where nothing but that order has an index. */
  #behind({ transaction_id, position }: Pick<Bounds, 'transaction_id' | 'position'>): string {
    const place = `(${this.#value(transaction_id)}::xid8, ${this.#value(position)}::bigint)`;
    return this.#inOrder(`select e.position from (
      select * from event e where e.office = $1 and (e.transaction_id, e.position) > ${place}
      order by e.transaction_id, e.position offset 0) e
      where ${['true', ...this.#subject(), ...this.#ofEvent()].join(' and ')}`);
  }

  #select(from: string, where: string[], order = 'position'): string {
    return `select e.position from ${from} where ${['e.office = $1', ...where].join(' and ')}
      order by e.${order} ${this.#order} limit $2`;
  }

  #inOrder(select: string): string {
    return `${select} order by e.position ${this.#order} limit $2`;
  }

  #subject(): string[] {
    const { subject } = this.filter;
    return subject === undefined ? [] : [`e.subject = ${this.#value(subject)}`];
  }

  /** What is asked of an event of the log. */
  #ofEvent(): string[] {
    const { hours, delegation, correlation } = this.filter;
    const actors = this.#actors();
    const where = this.#common();
    if (actors) where.push(`e.actor = any (${this.#value(actors)}::text[])`);
    if (hours !== undefined) where.push(IS_OUTSIDE_HOURS);
    if (delegation !== undefined)
      where.push(`e.on_behalf_of is not null and e.meta ->> 'delegation' = ${this.#value(delegation)}`);
    if (correlation !== undefined) {
      const chain = this.#value(correlation);
      where.push(`(e.correlation_id = ${chain} or e.command_id = ${chain})`);
    }
    return where;
  }

  /** What is asked of an event and of its entry in the same words. */
  #common(): string[] {
    const { event, onBehalfOf, type, causedBy, from, to, cursor } = this.filter;
    const where: string[] = [];
    const add = (condition: string, value: unknown) => where.push(`${condition} ${this.#value(value)}`);
    if (event !== undefined) add('e.event_id =', event);
    if (onBehalfOf !== undefined) add('e.on_behalf_of =', onBehalfOf);
    if (type !== undefined) add('e.type =', type);
    if (causedBy !== undefined) add('e.causation_id =', causedBy);
    if (from !== undefined) add('e.recorded_at >=', from);
    if (to !== undefined) add('e.recorded_at <', to);
    if (cursor !== undefined) add(`e.position ${this.ascending ? '>' : '<'}`, cursor);
    if (this.#end !== undefined) add('e.position <=', this.#end);
    return where;
  }

  #between(bounds: Bounds | undefined): string[] {
    const { from, to } = this.filter;
    if (!bounds || (from === undefined && to === undefined)) return [];
    if (bounds.first === null || bounds.last === null) return ['false'];
    return [`e.position between ${this.#value(bounds.first)} and ${this.#value(bounds.last)}`];
  }

  /** Those asked for by name and by unit; undefined where neither is. */
  #actors(): string[] | undefined {
    const { actor } = this.filter;
    const { actors } = this.context;
    if (actor === undefined) return actors;
    return actors === undefined || actors.includes(actor) ? [actor] : [];
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

  #value(value: unknown): string {
    return `$${this.#values.push(value)}`;
  }
}

const START: Bounds = { transaction_id: '0', position: '0', first: null, last: null };

function checked(filter: AuditFilter): AuditFilter {
  for (const field of ['event', 'subject', 'delegation', 'correlation', 'causedBy'] as const)
    if (filter[field] !== undefined && !isUUID(filter[field])) throw notOne(field, 'expected a UUID');
  if (filter.cursor !== undefined && !/^\d{1,18}$/.test(filter.cursor))
    throw notOne('cursor', 'unknown cursor');
  return filter;
}

const notOne = (field: string, message: string) => invalidInput({ errors: [{ field, message }] });

import type { AuditFilter } from './audit-filter.js';
import { IS_OUTSIDE_HOURS } from './office-hours.js';

/** What a filter's words stand for, which the log itself does not know. */
export interface AuditContext {
  /** The people of the unit that was asked for. */
  actors?: string[] | undefined;
  /** An export says whence acts came that are from before addresses were kept apart from the log. */
  addresses?: boolean;
}

/** Where the trail ends and the log goes on alone; and between which positions a window of time lies. */
export interface Bounds {
  transaction_id: string;
  position: string;
  first: string | null;
  last: string | null;
}

/** What is asked of events, as conditions in SQL, and the values that those name. */
export class Conditions {
  readonly values: unknown[];
  readonly ascending: boolean;
  #end: string | undefined;

  /** Values named by the statement itself come first. */
  constructor(
    private readonly filter: AuditFilter,
    private readonly context: AuditContext,
    values: unknown[],
  ) {
    this.values = values;
    this.ascending = filter.order === 'asc';
  }

  /** No further than this position. */
  endAt(position: string): void {
    this.#end = position;
  }

  subject(): string[] {
    const { subject } = this.filter;
    return subject === undefined ? [] : [`e.subject = ${this.value(subject)}`];
  }

  /** What is asked of an event. */
  ofEvent(): string[] {
    const { event, onBehalfOf, type, causedBy, from, to, hours, delegation, correlation } = this.filter;
    const where: string[] = [];
    const add = (condition: string, value: unknown) => where.push(`${condition} ${this.value(value)}`);
    if (event !== undefined) add('e.event_id =', event);
    if (onBehalfOf !== undefined) add('e.on_behalf_of =', onBehalfOf);
    if (type !== undefined) add('e.type =', type);
    if (causedBy !== undefined) add('e.causation_id =', causedBy);
    if (from !== undefined) add('e.recorded_at >=', from);
    if (to !== undefined) add('e.recorded_at <', to);
    where.push(...this.#before('e.position'));
    const actors = this.actors;
    if (actors) where.push(`e.actor = any (${this.value(actors)}::text[])`);
    if (hours !== undefined) where.push(IS_OUTSIDE_HOURS);
    if (delegation !== undefined)
      where.push(`e.on_behalf_of is not null and e.meta ->> 'delegation' = ${this.value(delegation)}`);
    if (correlation !== undefined) {
      const chain = this.value(correlation);
      where.push(`(e.correlation_id = ${chain} or e.command_id = ${chain})`);
    }
    return where;
  }

  /** Behind the cursor, before the end. */
  #before(position: string): string[] {
    const { cursor } = this.filter;
    return [
      ...(cursor === undefined ? [] : [`${position} ${this.ascending ? '>' : '<'} ${this.value(cursor)}`]),
      ...(this.#end === undefined ? [] : [`${position} <= ${this.value(this.#end)}`]),
    ];
  }

  /** As before, and between what bounds the window of time. */
  within(position: string, bounds: Bounds): string[] {
    return [...this.#before(position), ...this.between(position, bounds)];
  }

  between(position: string, bounds: Bounds | undefined): string[] {
    if (!bounds || !this.hasWindow) return [];
    if (bounds.first === null || bounds.last === null) return ['false'];
    return [`${position} between ${this.value(bounds.first)} and ${this.value(bounds.last)}`];
  }

  /** Between which positions the page can lie, as far as that is known, as places of values. */
  reach({ first, last }: Bounds): [low: string | undefined, high: string | undefined] {
    const { cursor } = this.filter;
    const lows = [this.ascending ? cursor : undefined, this.hasWindow ? first : undefined];
    const highs = [this.ascending ? undefined : cursor, this.hasWindow ? last : undefined, this.#end];
    const place = (bounds: (string | null | undefined)[], choose: 'greatest' | 'least') => {
      const known = bounds.filter((bound) => typeof bound === 'string');
      return known.length === 0
        ? undefined
        : `${choose}(${known.map((bound) => `${this.value(bound)}::bigint`).join(', ')})`;
    };
    return [place(lows, 'greatest'), place(highs, 'least')];
  }

  get hasWindow(): boolean {
    return this.filter.from !== undefined || this.filter.to !== undefined;
  }

  /** Those asked for by name and by unit; undefined where neither is. */
  get actors(): string[] | undefined {
    const { actor } = this.filter;
    const { actors } = this.context;
    if (actor === undefined) return actors;
    return actors === undefined || actors.includes(actor) ? [actor] : [];
  }

  /** The place of a value in the statement. */
  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

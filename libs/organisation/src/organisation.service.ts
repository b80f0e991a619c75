import { actOf, type AggregateStore, type Appended } from '#event-store';
import { addDays, at, dayOf, inOffice, type Clock, type Day, type Envelope } from '#kernel';
import { delegationRefused } from './office/delegation.js';
import type { OfficeEvent } from './office/office.events.js';
import { office as officeAggregate, type OfficeHistory } from './office/office.js';
import { standing, type Office } from './office/standing.js';
import { requireLiving } from './office/steering.js';
import { officeSubject } from './office-subject.js';
import type { Authorisation } from './rights/rights.js';

const FRESH_MS = 1_000;

/** What a decision on the organisation looks at besides it. */
export interface OrganisationContext {
  actor: string;
  now: Date;
  today: Day;
}

/** The organisation as it stands, and acts on it. */
export class Organisation {
  /** Each office as last read, for a second or until its day ends: every request asks. */
  readonly #fresh = new Map<string, { office: Office; until: number; dayEnds: number }>();
  /** Each history's standing on the day last asked for: it changes with an act or at midnight. */
  readonly #standing = new WeakMap<OfficeHistory, { day: Day; office: Office }>();

  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
    private readonly authorisation: Authorisation,
  ) {}

  /** The same where it was read within the last second, and its day is not over. */
  remembered(office: string): Office | undefined {
    const known = this.#fresh.get(office);
    return known && known.until > Date.now() && known.dayEnds > this.clock.now().getTime()
      ? known.office
      : undefined;
  }

  /** Units, posts and holders today; at most a second behind another process. */
  async current(office: string): Promise<Office> {
    const known = this.remembered(office);
    if (known) return known;
    const now = this.clock.now();
    const state = this.#today(await this.#history(office, true));
    const dayEnds = at(addDays(dayOf(now), 1)).getTime();
    this.#fresh.set(office, { office: state, until: Date.now() + FRESH_MS, dayEnds });
    return state;
  }

  /** Units, posts and holders at the end of any day, past or to come. */
  async onDay(office: string, day: Day): Promise<Office> {
    return standing(await this.#history(office, true), day);
  }

  /** The office's clock. */
  now(): Date {
    return this.clock.now();
  }

  async act(
    envelope: Envelope,
    command: object,
    decide: (state: Office, context: OrganisationContext) => OfficeEvent[],
    name = command.constructor.name,
  ): Promise<Appended> {
    const { office, actor, delegationId } = envelope;
    if (delegationId !== undefined)
      throw delegationRefused({ why: 'tổ chức bộ máy · the organisation itself' });
    const now = this.clock.now();
    const appended = await this.aggregates.execute(
      officeAggregate,
      actOf(envelope, { subject: officeSubject(office), body: { name, command }, now }),
      (history) => {
        const state = this.#today(history);
        this.authorisation.require(state, actor, name);
        if (!actor.startsWith('worker:')) requireLiving(state);
        return decide(state, { actor, now, today: dayOf(now) });
      },
    );
    this.#fresh.delete(office); // whoever acted sees it at once
    return appended;
  }

  async #history(office: string, fresh: boolean): Promise<OfficeHistory> {
    const load = () => this.aggregates.load(officeAggregate, office, officeSubject(office), { fresh });
    return (await inOffice(office, load)).state;
  }

  #today(history: OfficeHistory): Office {
    const day = dayOf(this.clock.now());
    const known = this.#standing.get(history);
    if (known?.day === day) return known.office;
    const office = standing(history, day);
    this.#standing.set(history, { day, office });
    return office;
  }
}

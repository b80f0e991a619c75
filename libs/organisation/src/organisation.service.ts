import { actOf, type AggregateStore, type Appended } from '#event-store';
import { dayOf, type Clock, type Day, type Envelope } from '#kernel';
import { delegationRefused } from './office/delegation.js';
import type { OfficeEvent } from './office/office.events.js';
import { office as officeAggregate, type OfficeHistory } from './office/office.js';
import { standing, type Office } from './office/standing.js';
import { requireLiving } from './office/steering.js';
import { officeSubject } from './office-subject.js';
import type { Authorisation } from './rights/rights.js';

/** What a decision on the organisation looks at besides it. */
export interface OrganisationContext {
  actor: string;
  now: Date;
  today: Day;
}

/** The organisation as it stands, and acts on it. */
export class Organisation {
  /** Each history's standing on the day last asked for: it changes with an act or at midnight. */
  readonly #standing = new WeakMap<OfficeHistory, { day: Day; office: Office }>();

  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
    private readonly authorisation: Authorisation,
  ) {}

  /** The same without asking, where it was asked for within its lease. */
  leased(office: string): Office | undefined {
    const history = this.aggregates.leased(officeAggregate, office, officeSubject(office));
    return history && this.#today(history);
  }

  /** Units, posts and holders today, as the last act on them that was answered left them. */
  async current(office: string): Promise<Office> {
    return this.#today(await this.#history(office));
  }

  /** Units, posts and holders at the end of any day, past or to come. */
  async onDay(office: string, day: Day): Promise<Office> {
    return standing(await this.#history(office), day);
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
    return this.aggregates.execute(
      officeAggregate,
      actOf(envelope, { subject: officeSubject(office), body: { name, command }, now }),
      (history) => {
        const state = this.#today(history);
        this.authorisation.require(state, actor, name);
        if (!actor.startsWith('worker:')) requireLiving(state);
        return decide(state, { actor, now, today: dayOf(now) });
      },
    );
  }

  async #history(office: string): Promise<OfficeHistory> {
    return (await this.aggregates.load(officeAggregate, office, officeSubject(office))).state;
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

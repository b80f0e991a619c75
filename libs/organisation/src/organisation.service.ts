import type { AggregateStore } from '#event-store';
import { dayOf, type Clock, type Day } from '#kernel';
import { office as officeAggregate, type OfficeHistory } from './office/office.js';
import { standing, type Office } from './office/standing.js';
import { changesOf, tenuresOf, type Tenure } from './office/tenures.js';
import { officeSubject } from './office-subject.js';

/** The organisation as it stands. */
export class Organisation {
  /** Each history's standing on the day last asked for: it changes with an act or at midnight. */
  readonly #standing = new WeakMap<OfficeHistory, { day: Day; office: Office }>();

  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
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

  /** Who acted in a post and will, as far as is known, the latest first. */
  async tenures(office: string, postId: string): Promise<Tenure[]> {
    return tenuresOf(await this.#history(office), postId);
  }

  /** The days on which the organisation became another or will, as far as is known, the earliest first. */
  async changes(office: string): Promise<Day[]> {
    return changesOf(await this.#history(office));
  }

  /** The office's clock. */
  now(): Date {
    return this.clock.now();
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

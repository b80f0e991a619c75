import { WorkCalendar, type CalendarYear, type SharedCalendar } from '#calendar';
import type { AggregateStore } from '#event-store';
import { rememberedId } from '#kernel';
import { ownCalendar, type OwnCalendar } from '../office/calendar.js';

/** The stream of an office's own calendar. */
export const calendarSubject = (office: string): string => rememberedId(office, 'calendar');

interface Built {
  shared: readonly CalendarYear[];
  calendar: WorkCalendar;
}

/** By which calendar each office counts: the years it brought in itself, and the installation's for all others. */
export class OfficeCalendars {
  readonly #built = new WeakMap<OwnCalendar, Built>();

  constructor(
    private readonly shared: Pick<SharedCalendar, 'current' | 'leased' | 'held'>,
    private readonly aggregates: Pick<AggregateStore, 'load' | 'leased'>,
  ) {}

  /** An office's calendar as it is committed, no older than this call; under a lease, than `LEASE_MS` before it. */
  async current(office: string): Promise<WorkCalendar> {
    const [shared, own] = await Promise.all([this.shared.current(office), this.own(office)]);
    return this.#with(own, shared);
  }

  /** The same without asking, where it was asked for within its lease. */
  leased(office: string): WorkCalendar | undefined {
    const shared = this.shared.leased();
    const own = shared && this.aggregates.leased(ownCalendar, office, calendarSubject(office));
    return own && this.#with(own, shared);
  }

  /** What an office has brought in itself. */
  async own(office: string): Promise<OwnCalendar> {
    return (await this.aggregates.load(ownCalendar, office, calendarSubject(office))).state;
  }

  /** Counted once for each state of an office's years and the installation's. */
  #with(own: OwnCalendar, shared: WorkCalendar): WorkCalendar {
    if (Object.keys(own.years).length === 0) return shared;
    const { held } = this.shared;
    const known = this.#built.get(own);
    if (known?.shared === held) return known.calendar;
    const others = held.filter(({ year }) => own.years[year] === undefined);
    const calendar = new WorkCalendar([...others, ...Object.values(own.years)]);
    this.#built.set(own, { shared: held, calendar });
    return calendar;
  }
}

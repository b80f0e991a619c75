import {
  allStreams,
  isOf,
  type Aggregate,
  type AggregateStore,
  type EventOf,
  type NewEvent,
} from '#event-store';
import { leasesRunOut } from '#kernel';
import type { Reaction } from '#projection';
import { ownCalendar, type CalendarEvent } from '../office/calendar.js';

export type CalendarChange = EventOf<CalendarEvent>;

/**
 * When an office's calendar has become another, each subject of a kind is asked anew what it comes to (tính lại hạn): only
 * those that it touches have something to say. By the log, for a read model may lack some.
 */
export const followCalendar = <S, E extends NewEvent>(
  aggregates: AggregateStore,
  aggregate: Aggregate<S, E>,
  countAnew: (change: CalendarChange, subject: string) => Promise<unknown>,
): Reaction => ({
  name: `calendar_of_${aggregate.kind.replaceAll('-', '_')}s`,
  types: ['CalendarImported'],
  async react(events) {
    const changes = events.filter((event): event is CalendarChange => isOf(ownCalendar, event));
    if (changes.length > 0) await leasesRunOut(); // who decides meanwhile may still do so by what was before
    for (const change of changes)
      for await (const subjects of allStreams(aggregates, change.office, aggregate.kind)) {
        await aggregates.warm(aggregate, change.office, subjects);
        await Promise.all(subjects.map((subject) => countAnew(change, subject)));
      }
  },
});

/** Why a due instant moved, as its event tells it. */
export const reasonOf = ({ data: { named, document } }: CalendarChange): string =>
  `Lịch làm việc năm ${named} thay đổi: ${document}`;

/** The years that a change is about. */
export const yearsOf = ({ data: { years } }: CalendarChange): number[] => years.map(({ year }) => year);

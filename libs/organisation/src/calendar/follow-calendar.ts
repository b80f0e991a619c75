import { awaiting } from '#deadline';
import {
  allStreams,
  causedBy,
  isOf,
  type Aggregate,
  type AggregateStore,
  type EventOf,
  type NewEvent,
} from '#event-store';
import { leasesRunOut } from '#kernel';
import type { Reaction } from '#projection';
import type { Type } from '@nestjs/common';
import type { Commands } from '../command/commands.js';
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
  // The second time for what was decided as the change came, and committed after it was followed.
  types: ['CalendarImported', 'CalendarSettled'],
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

/** What stands under a deadline of its own on a subject: the subject itself, or parts of it by their occurrences. */
interface Steps<S, F extends { step: string }> {
  command: Type<F>;
  /** Whose steps they are, as their names begin. */
  owner: string;
  /** A subject's deadlines, each with what else its step is told by; one where none are named. */
  deadlines?(state: S): readonly Omit<F, 'step'>[];
}

/** The same where a subject's due instants are computed anew by the step that a year's calendar was waited for with. */
export const followCalendarBySteps = <S, E extends NewEvent, F extends { step: string }>(
  aggregates: AggregateStore,
  commands: Pick<Commands, 'send'>,
  aggregate: Aggregate<S, E>,
  { command, owner, deadlines }: Steps<S, F>,
): Reaction =>
  followCalendar(aggregates, aggregate, async (change, subject) => {
    const { state } = await aggregates.load(aggregate, change.office, subject);
    for (const deadline of deadlines?.(state) ?? [{}])
      for (const year of yearsOf(change)) {
        const of = Object.values(deadline).join(' ') || subject;
        const act = causedBy(change, 'calendar', 'R11', `${of} ${year}`);
        const { step } = awaiting(year, 'due', owner);
        await commands.send(command, act, subject, { ...deadline, step } as F);
      }
  });

/** Why a due instant moved, as its event tells it. */
export const reasonOf = ({ data: { named, document } }: CalendarChange): string =>
  `Lịch làm việc năm ${named} thay đổi: ${document}`;

const yearsOf = (change: CalendarChange): number[] =>
  change.type === 'CalendarSettled' ? change.data.years : change.data.years.map(({ year }) => year);

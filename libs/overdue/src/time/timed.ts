import { AwaitedYear, unlessAwaited } from '#calendar';
import {
  awaiting,
  closingOn,
  dueInstant,
  type AgendaItem,
  type DueInstant,
  type Saying,
} from '#deadline/agenda';
import { dayOf, type Day } from '#kernel';
import type { ActContext } from '#organisation/office';
import { escalationAgain, type Watched } from '../watched.js';

/** Settings of times in which something is to be remedied or answered. */
export interface TimeSettings {
  /** Working days before the end at which whoever answers for it is reminded (a setting). */
  remindWorkingDays: number;
  /** Working days at each level of escalation, counted from the level before. */
  escalation: readonly number[];
}

export const TIME_SETTINGS: TimeSettings = { remindWorkingDays: 3, escalation: [1, 2, 3, 5] };

/** What has a time, a requirement or a note: until when, and what of that was recorded. */
export interface Timed extends DueInstant {
  occurrenceId: string;
  /** The day that was set; its end is moved to a working day. */
  dueDay: Day;
  reminded: boolean;
  missed: boolean;
  level: number;
  atPostId: string | null;
}

/** What a decision on times looks at. */
export interface TimeContext extends Pick<ActContext, 'now' | 'office' | 'calendar'> {
  settings: TimeSettings;
}

/** Whose time it is: how the names of its steps begin, whether it runs, and the post that answers for it; and what was said to come. */
export interface Owned extends Saying {
  owner: string;
  running: boolean;
  postId: string | null;
}

/** Due when the office closes on its day, or on the last working day before it. */
export const dueOn = (day: Day, { calendar }: Pick<TimeContext, 'calendar'>): DueInstant =>
  dueInstant(closingOn(day, calendar));

/** A time that begins. */
export const begun = (occurrenceId: string, dueDay: Day, context: TimeContext): Timed => ({
  occurrenceId,
  dueDay,
  ...dueOn(dueDay, context),
  reminded: false,
  missed: false,
  level: 0,
  atPostId: null,
});

/** The same as the one overdue module watches it. */
export const watched = (
  { occurrenceId, due, missed, level }: Timed,
  { owner, running }: Pick<Owned, 'owner' | 'running'>,
): Watched => ({ occurrenceId, owner, due, running, missed, level });

/** A reminder and the end; both wait where the end waits for a calendar. */
export function ahead(
  { occurrenceId, due, awaits, reminded }: Pick<Timed, 'occurrenceId' | 'due' | 'awaits' | 'reminded'>,
  owner: string,
  { calendar, settings }: TimeContext,
): AgendaItem {
  const item = { occurrenceId, due };
  if (due === null)
    return {
      ...item,
      alarms: [],
      ...(awaits === undefined ? {} : { awaits: awaiting(awaits, 'due', owner) }),
    };
  const on = unlessAwaited(() =>
    calendar.opening(calendar.addWorkingDays(dayOf(new Date(due)), -settings.remindWorkingDays)),
  );
  const reminder =
    reminded || on instanceof AwaitedYear ? [] : [{ at: on.toISOString(), step: `${owner}remind` }];
  return { ...item, alarms: [...reminder, { at: due, step: `${owner}miss` }] };
}

/** The time goes on: what was missed is not missed twice, it is escalated from its level, its days counted from now. */
export const goingOn = (timed: Timed, owner: string, context: TimeContext): AgendaItem =>
  timed.missed
    ? escalationAgain(watched(timed, { owner, running: true }), context.now, context)
    : ahead(timed, owner, context);

/** Nothing more to come. */
export const nothingMore = ({ occurrenceId }: Pick<Timed, 'occurrenceId'>): AgendaItem => ({
  occurrenceId,
  due: new Date(0).toISOString(),
  alarms: [],
});

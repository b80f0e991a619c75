import type { WorkCalendar } from '#calendar';
import { at, dayOf } from '#kernel';
import type { TimeLimit } from '../procedure/procedure.js';
import type { ClockSettings } from '../rules/one-stop-rules.js';

/**
 * R11: when a complete dossier falls due. Day 0 is the day of reception; days end when the office closes; hours count to
 * the minute; what comes after the cut-off, or on a day off, is due the next working day.
 */
export function appointment(
  received: Date,
  { value, unit }: TimeLimit,
  calendar: WorkCalendar,
  { sameDayCutOff }: Pick<ClockSettings, 'sameDayCutOff'>,
): Date {
  const day = dayOf(received);
  switch (unit) {
    case 'working-hours':
      return calendar.addWorkingMinutes(received, value * 60);
    case 'working-days':
      return calendar.closing(calendar.addWorkingDays(day, value));
    case 'same-day': {
      const inTime = calendar.isWorkingDay(day) && received < at(day, sameDayCutOff);
      return calendar.closing(inTime ? day : calendar.addWorkingDays(day, 1));
    }
  }
}

/** Minutes of working time left at an instant, with what is left of the last one; 0 once it is over. */
export const remainingMinutes = (now: Date, due: Date, calendar: WorkCalendar): number =>
  now >= due ? 0 : calendar.workingMinutesBetween(now, due);

/** R14: what was left at the pause is added to the resumption; nothing of it is rounded away, up or down. */
export const dueAfterPause = (resumed: Date, leftMinutes: number, calendar: WorkCalendar): Date =>
  calendar.addWorkingMinutes(resumed, leftMinutes);

/** A time that runs from an instant on, after `spent` working minutes of it had passed before a pause. */
export interface Running {
  from: Date;
  spent: number;
  due: Date;
}

/** Working minutes of the whole of it; a pause between is no part of it (R14). */
const wholeOf = ({ from, spent, due }: Running, calendar: WorkCalendar): number =>
  spent + (due > from ? calendar.workingMinutesBetween(from, due) : 0);

/** The instant at which a share of a working time has passed since `from`, less what was spent before; none lies before. */
const shareSince = (
  whole: Running,
  share: number,
  { from, spent }: Pick<Running, 'from' | 'spent'>,
  calendar: WorkCalendar,
): Date =>
  calendar.addWorkingMinutes(from, Math.max(0, Math.floor(wholeOf(whole, calendar) * share) - spent));

/** The instant at which a share of the working time has passed; none lies before it runs. */
export const sharePassed = (running: Running, share: number, calendar: WorkCalendar): Date =>
  shareSince(running, share, running, calendar);

/** R17: an apology is owed from the morning of the working day before; for short ones, from nine tenths of the time. */
export function apologyFrom(running: Running, calendar: WorkCalendar): Date {
  const dayBefore = calendar.opening(calendar.addWorkingDays(dayOf(running.due), -1));
  return dayBefore > running.from ? dayBefore : sharePassed(running, 0.9, calendar);
}

/**
 * When a step is due: its share of the dossier's working time, from when it runs, less what it had used before; never
 * after the dossier itself.
 */
export function stepDueOf(
  whole: Running,
  share: number,
  since: Pick<Running, 'from' | 'spent'>,
  calendar: WorkCalendar,
): Date {
  const own = shareSince(whole, share, since, calendar);
  return own < whole.due || since.from >= whole.due ? own : whole.due;
}

/** What of a time had passed when it was paused with so much of it left. */
export const spentAtPause = (running: Running, leftMinutes: number, calendar: WorkCalendar): number =>
  Math.max(0, wholeOf(running, calendar) - leftMinutes);

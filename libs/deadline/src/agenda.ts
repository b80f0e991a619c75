import type { Day } from '#kernel';

/** A step that falls due at an instant (ISO). */
export interface Alarm {
  at: string;
  step: string;
  /** The day from which a level of escalation is counted: a changed calendar counts it anew from there. */
  from?: Day;
}

/** A step whose instants need the calendar of a year that is not known yet: it is taken as soon as it is. */
export interface Awaited {
  year: number;
  step: string;
}

/** What is still to come: steps with their instants, earliest first, and what waits for a calendar. Neither: nothing. */
export interface Ahead {
  alarms: Alarm[];
  awaits?: Awaited;
}

/** What is still to happen to an occurrence; its due instant is null while that waits for a calendar itself. */
export interface AgendaItem extends Ahead {
  occurrenceId: string;
  due: string | null;
}

const CALENDAR = 'calendar:';

/** What waits for a year's calendar, to be taken up as `what` says; `owner` begins the names of an owner's steps. */
export const awaiting = (year: number, what: string, owner = ''): Awaited => ({
  year,
  step: `${owner}${CALENDAR}${year}:${what}`,
});

/** Which year's calendar a step had waited for, and what it takes up; undefined for any other step. */
export function awaitedBy(step: string, owner = ''): { year: number; what: string } | undefined {
  if (!step.startsWith(owner + CALENDAR)) return undefined;
  const [year = '', ...what] = step.slice(owner.length + CALENDAR.length).split(':');
  return { year: Number(year), what: what.join(':') };
}

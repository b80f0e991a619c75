import { AwaitedYear, unlessAwaited, type WorkCalendar } from '#calendar';
import { awaitedBy, awaiting, type Ahead, type Alarm } from '#deadline/agenda';
import { dayOf, type Day } from '#kernel';

/** R7: working days at each level of escalation, counted from the level before, by whose calendar. */
export interface Ladder {
  calendar: WorkCalendar;
  settings: { escalation: readonly number[] };
}

/**
 * The next step of the ladder after `level`, counted in working days from an instant's day; none at its top. One that needs
 * a year without data waits for it. `owner` begins the names of an owner's steps.
 */
export const ladderStep = (level: number, from: Date, ladder: Ladder, owner: string): Ahead =>
  stepFrom(level, dayOf(from), ladder, owner);

/** The step of the ladder that waited for a calendar, by that step's name; undefined for any other step. */
export function awaitedLadder(step: string, ladder: Ladder, owner: string): Ahead | undefined {
  const [what, level, from] = awaitedBy(step, owner)?.what.split(':') ?? [];
  return what === 'ladder' && from !== undefined ? stepFrom(Number(level), from, ladder, owner) : undefined;
}

function stepFrom(level: number, from: Day, { calendar, settings }: Ladder, owner: string): Ahead {
  const days = settings.escalation[level];
  if (days === undefined) return { alarms: [] };
  const at = unlessAwaited(() => calendar.closing(calendar.addWorkingDays(from, days)));
  return at instanceof AwaitedYear
    ? { alarms: [], awaits: awaiting(at.year, `ladder:${level}:${from}`, owner) }
    : { alarms: [{ at: at.toISOString(), step: `${owner}escalate:${level + 1}`, from }] };
}

/** The step of the ladder after `level` that was said to come, as today's calendar counts it; undefined where none was. */
export function ladderToday(
  level: number,
  said: readonly Alarm[] | undefined,
  ladder: Ladder,
  owner: string,
): Ahead | undefined {
  const from = said?.find((alarm) => alarm.step === `${owner}escalate:${level + 1}`)?.from;
  return from === undefined ? undefined : stepFrom(level, from, ladder, owner);
}

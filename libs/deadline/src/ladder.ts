import type { WorkCalendar } from '#calendar';
import { dayOf } from '#kernel';

/** R7: working days at each level of escalation, counted from the level before, by whose calendar. */
export interface Ladder {
  calendar: WorkCalendar;
  settings: { escalation: readonly number[] };
}

/**
 * The next step of the ladder after `level`, counted in working days from an instant's day; none at its top. `owner` begins
 * the names of an owner's steps.
 */
export function ladderStep(
  level: number,
  from: Date,
  { calendar, settings }: Ladder,
  owner = '',
): { at: string; step: string }[] {
  const days = settings.escalation[level];
  if (days === undefined) return [];
  const at = calendar.closing(calendar.addWorkingDays(dayOf(from), days)).toISOString();
  return [{ at, step: `${owner}escalate:${level + 1}` }];
}

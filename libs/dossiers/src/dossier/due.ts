import { unlessAwaited, type AwaitedYear, type WorkCalendar } from '#calendar';
import { dayOf } from '#kernel';
import { hasPassed } from '#overdue';
import type { ClockSettings } from '../rules/one-stop-rules.js';
import { appointment, dueAfterPause, remainingMinutes } from './clock.js';
import type { Ran, Work } from './dossier.js';

/** What became of a dossier's time since it began, in order: pauses, and the time that its own law has added. */
export type Turn =
  { kind: 'paused'; at: string } | { kind: 'resumed'; at: string } | { kind: 'extended'; days: number };

type Timed = Pick<Work, 'procedure' | 'startedAt' | 'stepStartedAt' | 'turns'>;

/**
 * When a dossier is due, from when its time began and all that became of it since (R11, R14): the same calendar gives the
 * same instant again, another one moves it and keeps every decision.
 */
export function dueFrom(
  { procedure, startedAt, turns }: Timed,
  calendar: WorkCalendar,
  settings: ClockSettings,
): Date {
  let due = appointment(new Date(startedAt), procedure.time, calendar, settings);
  let [left, over] = [0, false];
  for (const turn of turns ?? []) {
    if (turn.kind === 'paused') {
      const at = new Date(turn.at);
      [left, over] = [remainingMinutes(at, due, calendar), hasPassed(due.toISOString(), at)];
    }
    // What was overdue when it was paused stays so: there was nothing left.
    else if (turn.kind === 'resumed') due = over ? due : dueAfterPause(new Date(turn.at), left, calendar);
    else due = extended(due, turn.days, calendar);
  }
  return due;
}

/** So many working days more, to the end of the day. */
export const extended = (due: Date, days: number, calendar: WorkCalendar): Date =>
  calendar.closing(calendar.addWorkingDays(dayOf(due), days));

/** The same; or the year whose calendar it waits for. */
export const dueOrYear = (work: Timed, calendar: WorkCalendar, settings: ClockSettings): Date | AwaitedYear =>
  unlessAwaited(() => dueFrom(work, calendar, settings));

/** Since when a dossier's and its step's time run, and what of both had passed before; null where it was never paused. */
export function ranFrom({ startedAt, stepStartedAt, turns }: Timed, calendar: WorkCalendar): Ran | null {
  let [since, spent, stepSince, stepSpent, paused] = [startedAt, 0, stepStartedAt, 0, false];
  for (const turn of turns ?? []) {
    if (turn.kind === 'extended') continue;
    if (turn.kind === 'resumed') {
      [since, stepSince] = [turn.at, later(turn.at, stepStartedAt)];
    } else {
      spent += minutes(since, turn.at, calendar);
      stepSpent += minutes(stepSince, turn.at, calendar);
    }
    paused = true;
  }
  return paused ? { from: since, spent, stepFrom: stepSince, stepSpent } : null;
}

const later = (a: string, b: string): string => (a < b ? b : a);

const minutes = (from: string, to: string, calendar: WorkCalendar): number =>
  from < to ? calendar.workingMinutesBetween(new Date(from), new Date(to)) : 0;

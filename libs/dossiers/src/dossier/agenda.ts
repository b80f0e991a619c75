import { dayOf, derivedId } from '#kernel';
import { apologyFrom, sharePassed } from './clock.js';
import type { AgendaItem, Alarm } from './dossier.events.js';
import type { DossierContext } from './guards.js';

/** Steps of a dossier's agenda carry this before their names: the sweep knows by it whose they are. */
export const DOSSIER_STEP = 'dossier/';

/** What may fall due for a dossier: as a whole, in its step, and when a supplement is to be answered. */
type Occurrence = 'whole' | 'step' | 'answer';

export const occurrenceId = (dossierId: string, which: Occurrence): string =>
  derivedId(dossierId, 'occurrence', which);

const alarm = (at: Date, step: string): Alarm => ({ at: at.toISOString(), step: DOSSIER_STEP + step });

/** Warnings, apology and deadline of the whole dossier, as far as they still lie ahead. */
export function wholeAgenda(
  { startedAt, due }: { startedAt: string; due: string },
  { dossierId, now, calendar, settings }: DossierContext,
  done: { apology: boolean } = { apology: false },
): AgendaItem {
  const [start, end] = [new Date(startedAt), new Date(due)];
  const alarms = [
    ...settings.warnings.map((share) =>
      alarm(sharePassed(start, end, share, calendar), `warn:${Math.round(share * 100)}`),
    ),
    ...(done.apology ? [] : [alarm(apologyFrom(start, end, calendar), 'apology')]),
  ].filter(({ at }) => at > now.toISOString());
  return {
    occurrenceId: occurrenceId(dossierId, 'whole'),
    due,
    alarms: [...alarms, alarm(end, 'overdue')].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}

/** The same for the step at hand. */
export function stepAgenda(
  { stepStartedAt, stepDue }: { stepStartedAt: string; stepDue: string },
  { dossierId, now, calendar, settings }: DossierContext,
): AgendaItem {
  const [start, end] = [new Date(stepStartedAt), new Date(stepDue)];
  const warnings = settings.warnings
    .map((share) => alarm(sharePassed(start, end, share, calendar), `step-warn:${Math.round(share * 100)}`))
    .filter(({ at }) => at > now.toISOString());
  return {
    occurrenceId: occurrenceId(dossierId, 'step'),
    due: stepDue,
    alarms: [...warnings, alarm(end, 'step-overdue')],
  };
}

export const answerAgenda = (dossierId: string, answerBy: Date): AgendaItem => ({
  occurrenceId: occurrenceId(dossierId, 'answer'),
  due: answerBy.toISOString(),
  alarms: [alarm(answerBy, 'unanswered')],
});

/** Nothing of these any more. */
export const off = (dossierId: string, ...which: Occurrence[]): AgendaItem[] =>
  which.map((one) => ({
    occurrenceId: occurrenceId(dossierId, one),
    due: new Date(0).toISOString(),
    alarms: [],
  }));

/** The next level of escalation of an overdue dossier, counted in working days from an instant's day. */
export function escalationAgenda(
  level: number,
  from: Date,
  due: string,
  { dossierId, calendar, settings }: DossierContext,
): AgendaItem {
  const days = settings.escalation[level];
  return {
    occurrenceId: occurrenceId(dossierId, 'whole'),
    due,
    alarms:
      days === undefined
        ? []
        : [alarm(calendar.closing(calendar.addWorkingDays(dayOf(from), days)), `escalate:${level + 1}`)],
  };
}

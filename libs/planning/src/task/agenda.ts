import type { WorkCalendar } from '#calendar';
import { dayOf, derivedId } from '#kernel';
import { duesOf, quarterEnd, type DeadlineSettings } from '../deadline-phrase/schedule.js';
import type { Obligation } from '../plan/plan.js';
import type { AgendaItem, Alarm, Occurrence } from './task.events.js';
import type { Trigger } from './task.js';

interface AgendaContext {
  now: Date;
  calendar: WorkCalendar;
  settings: DeadlineSettings;
}

/** The occurrences of a task's obligations in the plan's year; a continuous one is reviewed at year end. */
export function occurrencesOf(
  taskId: string,
  obligations: Obligation[],
  year: number,
  { calendar, settings }: AgendaContext,
): Occurrence[] {
  return obligations.flatMap(({ obligationId, schedule }) => {
    const occurrence = (key: string, due: Date, review: boolean): Occurrence => ({
      occurrenceId: derivedId(taskId, obligationId, key),
      obligationId,
      key,
      due: due.toISOString(),
      review,
    });
    if (schedule.kind === 'continuous') {
      return [occurrence(`${year}-review`, calendar.closing(calendar.onOrBefore(`${year}-12-31`)), true)];
    }
    return duesOf(schedule, year, calendar, settings).map(({ key, due }) => occurrence(key, due, false));
  });
}

/** When a triggered obligation falls due: on the day given with the trigger, or so many working days after it. */
export const triggeredDue = ({ day, dueDay }: Trigger, workingDays: number, calendar: WorkCalendar): Date =>
  calendar.closing(dueDay === null ? calendar.addWorkingDays(day, workingDays) : calendar.onOrBefore(dueDay));

/** What will happen to an occurrence: reminders before it, then the deadline itself. */
export function alarmsFor(
  occurrence: Pick<Occurrence, 'due' | 'review'>,
  { now, calendar, settings }: AgendaContext,
): Alarm[] {
  if (occurrence.review) return [{ at: occurrence.due, step: 'review' }];
  const dueDay = dayOf(new Date(occurrence.due));
  const reminders = settings.reminders
    .map((n) => ({
      at: calendar.opening(calendar.addWorkingDays(dueDay, -n)).toISOString(),
      step: `remind:${n}`,
    }))
    .filter(({ at }) => at > now.toISOString());
  return [...reminders, { at: occurrence.due, step: 'miss' }].toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

export const agendaFor = (occurrence: Occurrence, context: AgendaContext): AgendaItem => ({
  occurrenceId: occurrence.occurrenceId,
  due: occurrence.due,
  alarms: alarmsFor(occurrence, context),
});

export const nothingMore = ({ occurrenceId, due }: Pick<Occurrence, 'occurrenceId' | 'due'>): AgendaItem => ({
  occurrenceId,
  due,
  alarms: [],
});

/** The occurrence under which a task is watched for silence. */
export const silenceId = (taskId: string): string => derivedId(taskId, 'silence');

/** R8: at the end of each quarter a task with a continuous obligation is looked at for progress. */
export function silenceAgenda(
  taskId: string,
  obligations: Obligation[],
  year: number,
  { now, calendar }: AgendaContext,
): AgendaItem[] {
  if (!obligations.some(({ schedule }) => schedule.kind === 'continuous')) return [];
  const alarms = [1, 2, 3, 4]
    .map((q) => ({
      at: calendar.closing(calendar.onOrBefore(quarterEnd(year, q))).toISOString(),
      step: `silence:${year}-Q${q}`,
    }))
    .filter(({ at }) => at > now.toISOString());
  return [{ occurrenceId: silenceId(taskId), due: alarms.at(-1)?.at ?? now.toISOString(), alarms }];
}

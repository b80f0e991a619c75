import { AwaitedYear, unlessAwaited, type WorkCalendar } from '#calendar';
import { awaiting, closingOn, dueInstant, type AgendaItem, type Ahead } from '#deadline/agenda';
import { addDays, dayOf, derivedId } from '#kernel';
import { escalationAgain, type Watched } from '#overdue';
import { duesOf, quarterEnd, type DeadlineSettings, type Schedule } from '../deadline-phrase/schedule.js';
import type { Obligation } from '../plan/plan.js';
import type { Occurrence } from './task.events.js';
import type { OccurrenceState, Trigger } from './task.js';

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
    const occurrence = (key: string, due: Date | AwaitedYear, review: boolean): Occurrence => ({
      occurrenceId: derivedId(taskId, obligationId, key),
      obligationId,
      key,
      ...dueInstant(due),
      review,
    });
    if (schedule.kind === 'continuous')
      return [occurrence(`${year}-review`, closingOn(`${year}-12-31`, calendar), true)];
    return duesOf(schedule, year, calendar, settings).map(({ key, due }) => occurrence(key, due, false));
  });
}

/** With this begin the keys of reports asked for outside the quarter; the day follows. */
export const EXTRA = 'extra-';

/** When a triggered obligation falls due: on the day given with the trigger, or so many days after it. */
export function triggeredDue(
  { day, dueDay }: Trigger,
  schedule: Schedule & { kind: 'triggered' },
  calendar: WorkCalendar,
): Date | AwaitedYear {
  if (dueDay !== null) return closingOn(dueDay, calendar);
  return 'workingDays' in schedule
    ? unlessAwaited(() => calendar.closing(calendar.addWorkingDays(day, schedule.workingDays)))
    : closingOn(addDays(day, schedule.calendarDays), calendar);
}

/** What will happen to an occurrence: reminders before it, then the deadline itself; all of it, once its due instant is known. */
export function aheadOf(
  { due, awaits, review }: Pick<Occurrence, 'due' | 'awaits' | 'review'>,
  { now, calendar, settings }: AgendaContext,
): Ahead {
  if (due === null) return { alarms: [], ...waits(awaits === undefined ? [] : [awaits], 'due') };
  if (review) return { alarms: [{ at: due, step: 'review' }] };
  const reminders = settings.reminders.map((n) => ({
    at: unlessAwaited(() =>
      calendar.opening(calendar.addWorkingDays(dayOf(new Date(due)), -n)).toISOString(),
    ),
    step: `remind:${n}`,
  }));
  const alarms = reminders.flatMap(({ at, step }) =>
    at instanceof AwaitedYear || at <= now.toISOString() ? [] : [{ at, step }],
  );
  return {
    alarms: [...alarms, { at: due, step: 'miss' }].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    ...waits(yearsAwaited(reminders, now), 'due'),
  };
}

/** An occurrence as it is watched; a review can't be missed (R8). */
export const watched = ({
  status,
  review,
  ...occurrence
}: Pick<OccurrenceState, 'occurrenceId' | 'due' | 'status' | 'review' | 'missed' | 'level'>): Watched => ({
  ...occurrence,
  owner: '',
  running: status === 'open' && !review,
});

/** The same for one whose time goes on: a deadline is missed once (R6), its escalation goes on, counted from an instant's day. */
export const aheadAgain = (
  occurrence: Pick<OccurrenceState, 'occurrenceId' | 'due' | 'awaits' | 'review' | 'missed' | 'level'>,
  context: AgendaContext,
  from = occurrence.due,
): AgendaItem =>
  occurrence.missed && from !== null
    ? escalationAgain({ ...occurrence, owner: '' }, new Date(from), context)
    : agendaFor(occurrence, context);

export const agendaFor = (
  occurrence: Pick<Occurrence, 'occurrenceId' | 'due' | 'awaits' | 'review'>,
  context: AgendaContext,
): AgendaItem => ({
  occurrenceId: occurrence.occurrenceId,
  due: occurrence.due,
  ...aheadOf(occurrence, context),
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
  const looks = [1, 2, 3, 4].map((q) => ({
    at: unlessAwaited(() => calendar.closing(calendar.onOrBefore(quarterEnd(year, q))).toISOString()),
    step: `silence:${year}-Q${q}`,
  }));
  const alarms = looks.flatMap(({ at, step }) =>
    at instanceof AwaitedYear || at <= now.toISOString() ? [] : [{ at, step }],
  );
  const due = alarms.at(-1)?.at ?? now.toISOString();
  return [{ occurrenceId: silenceId(taskId), due, alarms, ...waits(yearsAwaited(looks, now), 'silence') }];
}

/** Of what could not be computed, the years that are not over: what lies in those nobody needs any more. */
const yearsAwaited = (steps: { at: string | AwaitedYear }[], now: Date): number[] =>
  steps.flatMap(({ at }) =>
    at instanceof AwaitedYear && at.year >= Number(dayOf(now).slice(0, 4)) ? [at.year] : [],
  );

const waits = ([year]: number[], what: string): Pick<Ahead, 'awaits'> =>
  year === undefined ? {} : { awaits: awaiting(year, what) };

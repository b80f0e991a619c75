import { AwaitedYear, unlessAwaited } from '#calendar';
import { awaiting, closingOn, dueInstant, type AgendaItem, type DueInstant } from '#deadline/agenda';
import { dayOf, derivedId, type Day } from '#kernel';
import type { ActContext } from '#organisation/office';
import type { Watched } from '#overdue';
import type { Report } from './report.js';

/** Settings of reports. */
export interface ReportSettings {
  /** Working days before the end at which whoever answers for it is reminded. */
  remindWorkingDays: readonly number[];
  /** Working days at each level of escalation, counted from the level before. */
  escalation: readonly number[];
}

export const REPORT_SETTINGS: ReportSettings = { remindWorkingDays: [3], escalation: [1, 2, 3, 5] };

/** What a decision on a report looks at besides it. */
export interface ReportContext extends Pick<
  ActContext,
  'subject' | 'actor' | 'hand' | 'now' | 'office' | 'calendar'
> {
  settings: ReportSettings;
}

/** Begins the names of a report's steps. */
export const REPORT_STEP = 'report/';

/** The post that keeps the office's register answers for what it reports. */
export const registrarIn = ({ office }: ReportContext): string | null =>
  [...office.posts.values()].find(({ roles }) => roles.includes('office-of-record'))?.postId ?? null;

const occurrenceId = (subject: string): string => derivedId(subject, 'occurrence', 'submission');

/** Due when the office closes on its day, or on the last working day before it. */
export const reportDue = (day: Day, { calendar }: ReportContext): DueInstant =>
  dueInstant(closingOn(day, calendar));

/** Reminders and the end of the time in which it is handed in; all of it waits where the end waits for a calendar. */
export function reportAgenda(
  { due, awaits }: DueInstant,
  { subject, calendar, settings }: ReportContext,
  reminded = false,
): AgendaItem {
  const item = { occurrenceId: occurrenceId(subject), due };
  if (due === null)
    return {
      ...item,
      alarms: [],
      ...(awaits === undefined ? {} : { awaits: awaiting(awaits, 'due', REPORT_STEP) }),
    };
  const reminders = settings.remindWorkingDays.flatMap((days) => {
    const on = unlessAwaited(() => calendar.opening(calendar.addWorkingDays(dayOf(new Date(due)), -days)));
    return reminded || on instanceof AwaitedYear
      ? []
      : [{ at: on.toISOString(), step: `${REPORT_STEP}remind:${days}` }];
  });
  return { ...item, alarms: [...reminders, { at: due, step: `${REPORT_STEP}miss` }] };
}

/** The time in which it is handed in, as it is watched. */
export const watched = ({ status, due, missed, level }: Report, subject: string): Watched => ({
  occurrenceId: occurrenceId(subject),
  owner: REPORT_STEP,
  due,
  running: status === 'draft',
  missed,
  level,
});

/** Nothing more to come: a hand-in fulfils it at once. */
export const off = (subject: string): AgendaItem[] => [
  { occurrenceId: occurrenceId(subject), due: new Date(0).toISOString(), alarms: [] },
];

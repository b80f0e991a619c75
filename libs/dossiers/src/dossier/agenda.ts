import { AwaitedYear, unlessAwaited } from '#calendar';
import { awaiting, type AgendaItem, type Alarm, type DueInstant } from '#deadline/agenda';
import { addDays, dayOf, derivedId } from '#kernel';
import { escalationAgain, type Watched } from '#overdue';
import { apologyFrom, appointment, sharePassed, stepDueOf, type Running } from './clock.js';
import { stepNameOf, stepTime, warning, wholeTime, type Known, type Work } from './dossier.js';
import type { UnderProcedure } from './dossier.events.js';
import type { DossierContext, WorkedDossier } from './guards.js';

/** Steps of a dossier's agenda carry this before their names: the sweep knows by it whose they are. */
export const DOSSIER_STEP = 'dossier/';

/** What may fall due for a dossier: as a whole, in its step, when a supplement is to be answered, when a pause is to end. */
type Occurrence = 'whole' | 'step' | 'answer' | 'pause';

export const occurrenceId = (dossierId: string, which: Occurrence): string =>
  derivedId(dossierId, 'occurrence', which);

const alarm = (at: Date, step: string): Alarm => ({ at: at.toISOString(), step: DOSSIER_STEP + step });

/** What a time begins with. */
export const FRESH: Pick<Work, 'warned' | 'apology' | 'ran'> = { warned: [], apology: 'none', ran: null };

/**
 * Warnings, apology and deadline of the whole dossier, as far as they have not been taken. One that lies behind stays: a
 * worker that was away for a day owes it still (R17).
 */
export function wholeAgenda(
  { warned, apology, ...time }: Known<Pick<Work, 'startedAt' | 'due' | 'ran' | 'warned' | 'apology'>>,
  { dossierId, calendar, settings }: DossierContext,
): AgendaItem {
  const running = wholeTime(time);
  const alarms = [
    ...toCome(settings.warnings, null, warned).map(({ share, percent }) =>
      alarm(sharePassed(running, share, calendar), `warn:${percent}`),
    ),
    ...(apology === 'none' ? [alarm(apologyFrom(running, calendar), 'apology')] : []),
  ];
  return {
    occurrenceId: occurrenceId(dossierId, 'whole'),
    due: time.due,
    alarms: [...alarms, alarm(running.due, 'overdue')].toSorted((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
    ),
  };
}

/** The same for the step at hand. */
export function stepAgenda(
  {
    warned,
    stepName,
    ...time
  }: Known<Pick<Work, 'stepStartedAt' | 'stepDue' | 'ran' | 'warned'>> & { stepName: string },
  { dossierId, calendar, settings }: DossierContext,
): AgendaItem {
  const running = stepTime(time);
  const warnings = toCome(settings.warnings, stepName, warned).map(({ share, percent }) =>
    alarm(sharePassed(running, share, calendar), `step-warn:${percent}`),
  );
  return {
    occurrenceId: occurrenceId(dossierId, 'step'),
    due: time.stepDue,
    alarms: [...warnings, alarm(running.due, 'step-overdue')],
  };
}

/** The full time of a procedure that begins now, and with it a step: when both are due, and what is to happen until then. */
export function beginTime(
  procedure: Pick<UnderProcedure, 'steps' | 'time'>,
  step: number,
  context: DossierContext,
): DueInstant & { stepDue: string | null; agenda: AgendaItem[] } {
  const { now, calendar, settings, dossierId } = context;
  const at = unlessAwaited(() => appointment(now, procedure.time, calendar, settings));
  if (at instanceof AwaitedYear)
    return { due: null, awaits: at.year, stepDue: null, agenda: awaitingDue(dossierId, at.year) };
  const due = at.toISOString();
  const startedAt = now.toISOString();
  const { stepDue, item } = beginStep(procedure, step, wholeTime({ startedAt, due, ran: null }), context);
  return { due, stepDue, agenda: [wholeAgenda({ ...FRESH, startedAt, due }, context), item] };
}

/** Both the whole and its step wait for a calendar: it is asked for once. */
export const awaitingDue = (dossierId: string, year: number): AgendaItem[] => [
  {
    occurrenceId: occurrenceId(dossierId, 'whole'),
    due: null,
    alarms: [],
    awaits: awaiting(year, 'due', DOSSIER_STEP),
  },
  ...off(dossierId, 'step'),
];

/** A step that begins now within a time that runs. */
export function beginStep(
  { steps }: Pick<UnderProcedure, 'steps'>,
  step: number,
  whole: Running,
  context: DossierContext,
): { stepDue: string; item: AgendaItem } {
  const { now, calendar } = context;
  const { name: stepName = '', share = 1 } = steps[step] ?? {};
  const stepDue = stepDueOf(whole, share, { from: now, spent: 0 }, calendar).toISOString();
  const begun = { ...FRESH, stepName, stepStartedAt: now.toISOString(), stepDue };
  return { stepDue, item: stepAgenda(begun, context) };
}

const toCome = (shares: number[], step: string | null, warned: readonly string[]) =>
  shares
    .map((share) => ({ share, percent: Math.round(share * 100) }))
    .filter(({ percent }) => !warned.includes(warning(percent, step)));

export const answerAgenda = (dossierId: string, answerBy: Date | AwaitedYear): AgendaItem => ({
  occurrenceId: occurrenceId(dossierId, 'answer'),
  ...(answerBy instanceof AwaitedYear
    ? { due: null, alarms: [], awaits: awaiting(answerBy.year, 'answer', DOSSIER_STEP) }
    : { due: answerBy.toISOString(), alarms: [alarm(answerBy, 'unanswered')] }),
});

/** Until when a supplement asked for at an instant is answered; a day off moves on to the next working day. */
export const answerBy = (
  asked: Date,
  { calendar, settings }: Pick<DossierContext, 'calendar' | 'settings'>,
): Date | AwaitedYear =>
  unlessAwaited(() => {
    const lastDay = addDays(dayOf(asked), settings.supplementDays);
    return calendar.closing(calendar.isWorkingDay(lastDay) ? lastDay : calendar.addWorkingDays(lastDay, 1));
  });

/** Nothing of these any more. */
export const off = (dossierId: string, ...which: Occurrence[]): AgendaItem[] =>
  which.map((one) => ({
    occurrenceId: occurrenceId(dossierId, one),
    due: new Date(0).toISOString(),
    alarms: [],
  }));

/** A dossier's time as it is watched; a clock that stands still runs out of nothing. */
export const watched = (
  { status, work: { due, overdue, level } }: Pick<WorkedDossier, 'status' | 'work'>,
  { dossierId }: Pick<DossierContext, 'dossierId'>,
): Watched => ({
  occurrenceId: occurrenceId(dossierId, 'whole'),
  owner: DOSSIER_STEP,
  due,
  running: status === 'in_progress',
  missed: overdue,
  level,
});

/** What is to happen to a dossier whose time runs on; one that is escalated goes on from the level it has reached. */
export const goingOn = (work: Known<Work>, context: DossierContext): AgendaItem[] => [
  work.overdue
    ? escalationAgain(watched({ status: 'in_progress', work }, context), context.now, context)
    : wholeAgenda(work, context),
  stepAgenda({ ...work, stepName: stepNameOf(work) }, context),
];

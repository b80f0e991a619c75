import { awaitedBy } from '#deadline/agenda';
import { DayField, OneOf, Text, dayOf, type Day } from '#kernel';
import { guarded, rungsAbove } from '#organisation/office';
import { afterMissing, afterTheClock, endPassed, endReached, escalation, escalationKnown } from '#overdue';
import { DOSSIER_STEP, answerAgenda, answerBy, off, stepAgenda, watched, wholeAgenda } from './agenda.js';
import { apologyFrom } from './clock.js';
import {
  dossier,
  isLate,
  isTimed,
  stepNameOf,
  warning,
  wholeTime,
  type Dossier,
  type Known,
  type Work,
} from './dossier.js';
import type { DossierEvent, Of } from './dossier.events.js';
import { reappointmentInvalid, secondReappointment } from './dossier.refusals.js';
import { PAUSE_STEP, takePauseStep, watchedPause } from './pause.js';
import { dueKnown } from './interruptions.js';
import { atDeskOrHeld, type DossierContext, type WorkedDossier } from './guards.js';

/** A step of a dossier's agenda that has fallen due; issued by the deadline worker alone. */
export class TakeDossierStep {
  step!: string;
}

/** What a step does now; nothing where it has no sense any more. */
export function takeDossierStep(
  state: Dossier,
  { step }: TakeDossierStep,
  context: DossierContext,
): DossierEvent[] {
  const [name, argument = ''] = step.slice(DOSSIER_STEP.length).split(':');
  if (!state.work) return [];
  const dossier: WorkedDossier = { ...state, work: state.work };
  if (name === 'unanswered') return unanswered(dossier, context);
  const pauseAwaited = awaitedBy(step, PAUSE_STEP);
  if (pauseAwaited) return pauseCalendarKnown(dossier, step, pauseAwaited.year, context);
  if (step.startsWith(PAUSE_STEP)) return takePauseStep(dossier, step, context);
  const awaited = awaitedBy(step, DOSSIER_STEP);
  if (awaited) return calendarKnown(dossier, step, awaited, context);
  // Nothing of it falls due while its due instants wait for a calendar.
  const { work } = dossier;
  if (state.status !== 'in_progress' || !isTimed(work)) return [];
  switch (name) {
    case 'warn':
      return warn(work, Number(argument), null, context);
    case 'step-warn':
      return warn(work, Number(argument), stepNameOf(work), context);
    case 'step-overdue':
      return stepOverdue(work, context);
    case 'apology':
      return oweApology(work, context);
    case 'overdue':
      return overdue(dossier, context);
    case 'escalate':
      return escalate(dossier, Number(argument), context);
    case undefined:
    default:
      return [];
  }
}

function warn(
  work: Known<Work>,
  percent: number,
  step: string | null,
  context: DossierContext,
): DossierEvent[] {
  if (work.warned.includes(warning(percent, step)) || (step === null && work.overdue)) return [];
  const taken = { ...work, warned: [...work.warned, warning(percent, step)] };
  const agenda = [
    step === null ? wholeAgenda(taken, context) : stepAgenda({ ...taken, stepName: step }, context),
  ];
  return [{ type: 'DossierWarned', data: { percent, step, toPostId: work.holder.postId, agenda } }];
}

function stepOverdue(work: Known<Work>, context: DossierContext): DossierEvent[] {
  const step = stepNameOf(work);
  if (work.warned.includes(warning(100, step)) || context.now.toISOString() < work.stepDue) return [];
  const data = {
    step,
    due: work.stepDue,
    holderPostId: work.holder.postId,
    agenda: off(context.dossierId, 'step'),
  };
  return [{ type: 'StepOverdue', data }];
}

/** R17: the duty opens by itself and stays open until a letter or a call is recorded. */
function oweApology(work: Known<Work>, context: DossierContext): DossierEvent[] {
  if (work.apology === 'given' || work.apologyOwedAt !== null) return [];
  return [
    {
      type: 'ApologyOwed',
      data: { due: work.due, agenda: [wholeAgenda({ ...work, apology: 'owed' }, context)] },
    },
  ];
}

/** R16: once for each time that ran out, and for ever. */
function overdue(dossier: WorkedDossier, context: DossierContext): DossierEvent[] {
  const { work } = dossier;
  const due = endReached(watched(dossier, context), context.now);
  if (due === undefined || !isTimed(work)) return [];
  const agenda = [afterMissing(watched(dossier, context), due, context)];
  return [
    ...oweApology(work, context),
    { type: 'DossierOverdue', data: { due, holderPostId: work.holder.postId, agenda } },
  ];
}

/** R16, R17: what a time that ran out has brought about, where nobody has recorded it. */
function unrecorded({ work, ...state }: Dossier, context: DossierContext): DossierEvent[] {
  if (!work) return [];
  const dossier = { ...state, work };
  return endPassed(watched(dossier, context), context.now) === undefined ? [] : overdue(dossier, context);
}

/** Decides what somebody does to a dossier whose time may have run out unseen: that is recorded first (R16, R17). */
export const seeingLateness = <C, X extends DossierContext>(
  decide: (state: Dossier, command: C, context: X) => DossierEvent[],
) => afterTheClock(unrecorded, dossier.evolve, decide);

/** R7: one level at a time; a vacant post is passed over aloud. */
function escalate(dossier: WorkedDossier, level: number, context: DossierContext): DossierEvent[] {
  const { atPostId, holder } = dossier.work;
  const above = rungsAbove(context.office, atPostId ?? holder.postId);
  const reached = escalation(watched(dossier, context), level, above, context);
  if (!reached) return [];
  const { item, ...to } = reached;
  return [{ type: 'DossierEscalated', data: { ...to, agenda: [item] } }];
}

/** A year's calendar has become known: what waited for it is computed, and the event says by which text (R38). */
function calendarKnown(
  { status, work }: WorkedDossier,
  step: string,
  { year, what }: { year: number; what: string },
  context: DossierContext,
): DossierEvent[] {
  const source = context.calendar.sourceOf(year);
  if (source === undefined) return [];
  const { due, stepDue, askedAt } = work;
  const set = (data: Omit<Of<'DossierDueSet'>, 'from' | 'year' | 'source'>): DossierEvent[] => [
    { type: 'DossierDueSet', data: { ...data, from: due, year, source } },
  ];
  if (what === 'answer' && status === 'awaiting_supplement' && askedAt !== null) {
    const by = answerBy(new Date(askedAt), context);
    const known = by instanceof Date ? { answerBy: by.toISOString() } : {};
    return set({ due, stepDue, ...known, agenda: [answerAgenda(context.dossierId, by)] });
  }
  if (status !== 'in_progress') return [];
  const escalated = escalationKnown(watched({ status, work }, context), step, context);
  if (escalated) return set({ due, stepDue, agenda: [escalated] });
  return what === 'due' && due === null ? set(dueKnown(work, context)) : [];
}

/** The same for what was to be escalated of a pause. */
function pauseCalendarKnown(
  dossier: WorkedDossier,
  step: string,
  year: number,
  context: DossierContext,
): DossierEvent[] {
  const source = context.calendar.sourceOf(year);
  const escalated = source && escalationKnown(watchedPause(dossier, context), step, context);
  if (!source || !escalated) return [];
  const { due, awaits, stepDue } = dossier.work;
  const times = { from: due, stepDue, ...(awaits === undefined ? { due } : { due, awaits }) };
  return [{ type: 'DossierDueSet', data: { ...times, year, source, agenda: [escalated] } }];
}

/** Not answered within the limit: closed as withdrawn, with notice. */
function unanswered(dossier: WorkedDossier, { dossierId }: DossierContext): DossierEvent[] {
  if (dossier.status !== 'awaiting_supplement') return [];
  const reason = 'Quá hạn bổ sung hồ sơ';
  const agenda = off(dossierId, 'whole', 'step', 'answer');
  return [{ type: 'DossierWithdrawn', data: { reason, unanswered: true, agenda } }];
}

/** Apologises for a dossier that is or will be late (xin lỗi, mẫu 4), with at most one new appointment (R15). */
export class GiveApology {
  @OneOf({ description: 'Hình thức · by', values: ['letter', 'call'] })
  way!: 'letter' | 'call';

  @Text({ description: 'Lý do trễ · why it is late', min: 10, max: 2000 })
  reason!: string;

  @DayField({ description: 'Hẹn lại đến ngày · new appointment', optional: true })
  newDay?: Day;
}

const APOLOGISED_FOR = ['in_progress', 'awaiting_supplement', 'paused', 'result_ready', 'returned'] as const;
/** Ended without a result: there is nothing to appoint anew, an apology may be owed still. */
const WITHOUT_RESULT = ['rejected', 'withdrawn', 'stopped'] as const;

export const giveApology = guarded(
  atDeskOrHeld(...WITHOUT_RESULT, ...APOLOGISED_FOR),
  (subject, { way, reason, newDay }: GiveApology, context: DossierContext): DossierEvent[] => {
    const { now, calendar } = context;
    const { work, status } = subject;
    const owed = owedSince(subject, context);
    if (newDay !== undefined) {
      if (work.reappointed !== null) throw secondReappointment();
      if (WITHOUT_RESULT.some((ended) => ended === status)) throw reappointmentInvalid();
      if (
        !calendar.isWorkingDay(newDay) ||
        (work.due !== null && newDay <= dayOf(new Date(work.due))) ||
        newDay < dayOf(now)
      )
        throw reappointmentInvalid();
    }
    return [
      {
        type: 'ApologyGiven',
        data: {
          way,
          reason,
          responsible: work.holder.personId,
          newDue: newDay === undefined ? null : calendar.closing(newDay).toISOString(),
          late: owed !== undefined && dayOf(now) > dayOf(owed),
        },
      },
    ];
  },
);

/** R17: since when an apology is owed, whenever that was recorded; undefined where none is. */
function owedSince(subject: WorkedDossier, { now, calendar }: DossierContext): Date | undefined {
  const { work, status } = subject;
  const recorded = work.apologyOwedAt === null ? [] : [new Date(work.apologyOwedAt)];
  const runs = status === 'in_progress' || isLate(subject, now);
  const opened = [...recorded, ...(runs && isTimed(work) ? [apologyFrom(wholeTime(work), calendar)] : [])];
  return opened.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

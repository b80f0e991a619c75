import { AwaitedYear, unlessAwaited, type WorkCalendar } from '#calendar';
import type { AgendaItem, DueInstant } from '#deadline/agenda';
import { guarded, postsOf } from '#organisation/office';
import { DayField, Text, dayOf, type Day } from '#kernel';
import { awaitingDue, goingOn, off } from './agenda.js';
import { dueAfterPause, remainingMinutes, spentAtPause, stepDueOf } from './clock.js';
import {
  isLate,
  isTimed,
  stepNameOf,
  stepShareOf,
  stepTime,
  warning,
  wholeTime,
  type Dossier,
  type Work,
} from './dossier.js';
import { dueFrom, dueOrYear, extended, ranFrom, type Turn } from './due.js';
import type { DossierEvent } from './dossier.events.js';
import { extensionNotAllowed, pauseNotAllowed } from './dossier.refusals.js';
import { pauseAgenda, pauseEnd } from './pause.js';
import { held, type DossierContext, type WorkedDossier } from './guards.js';

/** Stops the clock where the procedure's own law lets it wait (tạm dừng), with a reason and an expected end. */
export class PauseDossier {
  @Text({ description: 'Lý do, theo thủ tục · one of the procedure’s reasons', min: 3, max: 500 })
  reason!: string;

  @Text({ description: 'Căn cứ · legal basis', min: 3, max: 500 })
  legalBasis!: string;

  @DayField({ description: 'Dự kiến kết thúc · expected end' })
  expectedEnd!: Day;
}

export const pauseDossier = guarded(
  held('in_progress'),
  ({ work }, { reason, legalBasis, expectedEnd }: PauseDossier, context: DossierContext): DossierEvent[] => {
    const { now, calendar, dossierId } = context;
    const { pausedBy = [] } = work.procedure;
    if (
      pausedBy.length > 0 &&
      !postsOf(context.office, context.actor).some(
        ({ kind }) => kind !== undefined && pausedBy.includes(kind),
      )
    )
      throw pauseNotAllowed({ why: `chỉ: ${pausedBy.join(', ')} · only these posts` });
    if (!work.procedure.pausesFor.includes(reason))
      throw pauseNotAllowed({
        why: `thủ tục cho phép: ${work.procedure.pausesFor.join('; ') || 'không · nothing'}`,
      });
    // Of a year without data nobody knows its days off.
    if (expectedEnd <= dayOf(now) || unlessAwaited(() => calendar.isWorkingDay(expectedEnd)) === false)
      throw pauseNotAllowed({
        why: 'ngày kết thúc dự kiến phải là một ngày làm việc sau hôm nay · the expected end is a working day to come',
      });
    const until = pauseEnd(expectedEnd, context);
    return [
      {
        type: 'DossierPaused',
        data: {
          reason,
          legalBasis,
          expectedEnd,
          until,
          leftMinutes: work.due === null ? null : remainingMinutes(now, new Date(work.due), calendar),
          agenda: [...off(dossierId, 'whole', 'step'), pauseAgenda(expectedEnd, until, context)],
        },
      },
    ];
  },
);

/** Takes the time that the procedure's own law adds where something must be verified (thời hạn xác minh), once. */
export class ExtendDossier {
  @Text({ description: 'Phải xác minh gì · what must be verified', min: 5, max: 500 })
  reason!: string;
}

function extendable(state: Dossier, context: DossierContext): WorkedDossier {
  const dossier = held('in_progress')(state, context);
  const { due, extended: used, procedure } = dossier.work;
  if (!procedure.extensionDays)
    throw extensionNotAllowed({ why: 'thủ tục không có · the procedure has none' });
  if (used) throw extensionNotAllowed({ why: 'đã dùng · it was used' });
  if (due !== null && context.now.toISOString() >= due)
    throw extensionNotAllowed({ why: 'đã đến hạn · it is due already' });
  return dossier;
}

export const extendDossier = guarded(
  extendable,
  ({ work }, { reason }: ExtendDossier, context: DossierContext): DossierEvent[] => {
    const { extensionDays = 0 } = work.procedure;
    const { calendar } = context;
    const from = work.due;
    const due =
      from === null
        ? dueNow(work, context)
        : unlessAwaited(() => extended(new Date(from), extensionDays, calendar));
    return [
      { type: 'DossierDueMoved', data: { from, reason, extension: true, ...movedTo(due, work, context) } },
    ];
  },
);

/** Lets the clock run again (tiếp tục giải quyết): what was left is added from now on, to the minute (R14). */
export class ResumeDossier {
  @Text({ description: 'Lý do · reason', min: 3, max: 500 })
  reason!: string;
}

export const resumeDossier = guarded(
  held('paused'),
  (dossier, { reason }: ResumeDossier, context: DossierContext): DossierEvent[] => {
    const { work } = dossier;
    const { now, calendar } = context;
    const at = now.toISOString();
    const resumption: Turn = { kind: 'resumed', at };
    const left = work.pausedWith;
    const due = unlessAwaited(() => {
      // One that was overdue when it was paused stays so: there was nothing left.
      if (left === 0 && work.due !== null && isLate(dossier, now)) return new Date(work.due);
      return left === null || work.due === null
        ? dueFrom({ ...work, turns: [...(work.turns ?? []), resumption] }, calendar, context.settings)
        : dueAfterPause(now, left, calendar);
    });
    if (due instanceof AwaitedYear)
      return [
        {
          type: 'DossierResumed',
          data: {
            due: null,
            awaits: due.year,
            stepDue: null,
            ran: null,
            reason,
            agenda: [...awaitingDue(context.dossierId, due.year), ...off(context.dossierId, 'pause')],
          },
        },
      ];
    const ran =
      left !== null && isTimed(work)
        ? {
            from: at,
            stepFrom: at,
            spent: spentAtPause(wholeTime(work), left, calendar),
            stepSpent: spentAtPause({ ...stepTime(work), due: new Date(work.due) }, left, calendar),
          }
        : ranFrom({ ...work, turns: [...(work.turns ?? []), resumption] }, calendar);
    const moved = timesWith(due, { ...work, ran }, context);
    return [
      {
        type: 'DossierResumed',
        data: {
          ...moved,
          agenda: [...moved.agenda, ...off(context.dossierId, 'pause')],
          ran: ran && { spent: ran.spent, stepSpent: ran.stepSpent },
          reason,
        },
      },
    ];
  },
);

/** A year's calendar has become known: a dossier that waited for it gets its due instants, and what is to happen until then. */
export function dueKnown(work: Work, context: DossierContext) {
  const due = dueNow(work, context);
  if (due instanceof AwaitedYear) return movedTo(due, work, context);
  const ran = ranFrom(work, context.calendar);
  return { ran, ...timesWith(due, { ...work, ran }, context) };
}

export const dueNow = (work: Work, { calendar, settings }: DossierContext): Date | AwaitedYear =>
  dueOrYear(work, calendar, settings);

/** What moves along with a dossier's end: the end of its step, and what is to happen until then; all wait along with it. */
export function movedTo(
  due: Date | AwaitedYear,
  work: Work,
  context: DossierContext,
): DueInstant & { stepDue: string | null; agenda: AgendaItem[] } {
  if (due instanceof AwaitedYear)
    return {
      due: null,
      awaits: due.year,
      stepDue: null,
      agenda: awaitingDue(context.dossierId, due.year),
    };
  return timesWith(due, work, context);
}

function timesWith(due: Date, work: Work, context: DossierContext) {
  const moved = { ...work, due: due.toISOString() };
  const stepDue = stepDueNow(moved, context.calendar);
  return { due: moved.due, stepDue, agenda: goingOn({ ...moved, stepDue }, context) };
}

/** When the step at hand is due as its time runs now; one that was over stays where it was. */
function stepDueNow(work: Work & { due: string }, calendar: WorkCalendar): string {
  const { stepDue } = work;
  if (stepDue !== null && work.warned.includes(warning(100, stepNameOf(work)))) return stepDue;
  const since = stepTime({ ...work, stepDue: work.due });
  return stepDueOf(wholeTime(work), stepShareOf(work), since, calendar).toISOString();
}

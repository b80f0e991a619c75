import type { WorkCalendar } from '#calendar';
import type { AgendaItem } from '#deadline';
import { postsOf } from '#organisation';
import { DayField, Text, dayOf, type Day } from '#kernel';
import { escalationAgenda, off, stepAgenda, wholeAgenda } from './agenda.js';
import { appointment, dueAfterPause, remainingMinutes, spentAtPause, stepDueOf } from './clock.js';
import {
  isLate,
  stepNameOf,
  stepShareOf,
  stepTime,
  warning,
  wholeTime,
  type Dossier,
  type Work,
} from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import { extensionNotAllowed, pauseNotAllowed } from './dossier.refusals.js';
import { inState, requireHolder, type DossierContext } from './guards.js';

/** Stops the clock where the procedure's own law lets it wait (tạm dừng), with a reason and an expected end. */
export class PauseDossier {
  @Text({ description: 'Lý do, theo thủ tục · one of the procedure’s reasons', min: 3, max: 500 })
  reason!: string;

  @Text({ description: 'Căn cứ · legal basis', min: 3, max: 500 })
  legalBasis!: string;

  @DayField({ description: 'Dự kiến kết thúc · expected end' })
  expectedEnd!: Day;
}

export function pauseDossier(
  state: Dossier,
  { reason, legalBasis, expectedEnd }: PauseDossier,
  context: DossierContext,
): DossierEvent[] {
  const dossier = inState(state, 'in_progress');
  requireHolder(dossier, context);
  const { work } = dossier;
  const { now, calendar, dossierId } = context;
  const { pausedBy = [] } = work.procedure;
  if (
    pausedBy.length > 0 &&
    !postsOf(context.office, context.actor).some(({ kind }) => kind !== undefined && pausedBy.includes(kind))
  )
    throw pauseNotAllowed({ why: `chỉ: ${pausedBy.join(', ')} · only these posts` });
  if (!work.procedure.pausesFor.includes(reason))
    throw pauseNotAllowed({
      why: `thủ tục cho phép: ${work.procedure.pausesFor.join('; ') || 'không · nothing'}`,
    });
  if (expectedEnd <= dayOf(now) || !calendar.isWorkingDay(expectedEnd))
    throw pauseNotAllowed({
      why: 'ngày kết thúc dự kiến phải là một ngày làm việc sau hôm nay · the expected end is a working day to come',
    });
  return [
    {
      type: 'DossierPaused',
      data: {
        reason,
        legalBasis,
        expectedEnd,
        leftMinutes: remainingMinutes(now, new Date(work.due), calendar),
        agenda: off(dossierId, 'whole', 'step'),
      },
    },
  ];
}

/** Takes the time that the procedure's own law adds where something must be verified (thời hạn xác minh), once. */
export class ExtendDossier {
  @Text({ description: 'Phải xác minh gì · what must be verified', min: 5, max: 500 })
  reason!: string;
}

export function extendDossier(
  state: Dossier,
  { reason }: ExtendDossier,
  context: DossierContext,
): DossierEvent[] {
  const dossier = inState(state, 'in_progress');
  requireHolder(dossier, context);
  const { work } = dossier;
  const { extensionDays = 0 } = work.procedure;
  if (extensionDays === 0 || work.extended)
    throw extensionNotAllowed({
      why: extensionDays === 0 ? 'thủ tục không có · the procedure has none' : 'đã dùng · it was used',
    });
  if (context.now.toISOString() >= work.due)
    throw extensionNotAllowed({ why: 'đã đến hạn · it is due already' });
  const { calendar } = context;
  const due = calendar
    .closing(calendar.addWorkingDays(dayOf(new Date(work.due)), extensionDays))
    .toISOString();
  return [
    {
      type: 'DossierDueMoved',
      data: { from: work.due, reason, extension: true, ...movedTo(due, work, context) },
    },
  ];
}

/** Lets the clock run again (tiếp tục giải quyết): what was left is added from now on, to the minute (R14). */
export class ResumeDossier {
  @Text({ description: 'Lý do · reason', min: 3, max: 500 })
  reason!: string;
}

export function resumeDossier(
  state: Dossier,
  { reason }: ResumeDossier,
  context: DossierContext,
): DossierEvent[] {
  const dossier = inState(state, 'paused');
  requireHolder(dossier, context);
  const { work } = dossier;
  const { now, calendar } = context;
  const left = work.pausedWith ?? 0;
  // One that was overdue when it was paused stays so: there was nothing left.
  const over = left === 0 && isLate(state, now);
  const due = over ? work.due : dueAfterPause(now, left, calendar).toISOString();
  const spent = spentAtPause(wholeTime(work), left, calendar);
  const stepSpent = spentAtPause({ ...stepTime(work), due: new Date(work.due) }, left, calendar);
  const [from, stepFrom] = [now.toISOString(), now.toISOString()];
  const resumed: Work = { ...work, due, ran: { from, spent, stepFrom, stepSpent } };
  const stepDue = stepDueNow(resumed, calendar);
  return [
    {
      type: 'DossierResumed',
      data: {
        due,
        stepDue,
        ran: { spent, stepSpent },
        reason,
        agenda: agendaOf({ ...resumed, stepDue }, context),
      },
    },
  ];
}

/** Moves the due instant after the calendar changed, and says why; nothing where it stays. */
export function recomputeDue(
  state: Dossier,
  { reason }: { reason: string },
  context: DossierContext,
): DossierEvent[] {
  if (state.status !== 'in_progress' || !state.work || isLate(state, context.now)) return [];
  const { work } = state;
  if (work.procedure.time.unit === 'working-hours') return [];
  const due = appointment(new Date(work.startedAt), work.procedure.time, context.calendar, context.settings);
  if (due.toISOString() === work.due || work.pausedWith !== null) return [];
  return [
    {
      type: 'DossierDueMoved',
      data: {
        from: work.due,
        reason,
        ...movedTo(due.toISOString(), work, context),
      },
    },
  ];
}

/** What moves along with a dossier's end: the end of its step, and what is to happen until then. */
function movedTo(due: string, work: Work, context: DossierContext) {
  const moved = { ...work, due };
  const stepDue = stepDueNow(moved, context.calendar);
  return { due, stepDue, agenda: agendaOf({ ...moved, stepDue }, context) };
}

/** When the step at hand is due as its time runs now; one that was over stays where it was. */
function stepDueNow(work: Work, calendar: WorkCalendar): string {
  if (work.warned.includes(warning(100, stepNameOf(work)))) return work.stepDue;
  return stepDueOf(wholeTime(work), stepShareOf(work), stepTime(work), calendar).toISOString();
}

const agendaOf = (work: Work, context: DossierContext): AgendaItem[] => [
  // One that is escalated goes on from the level it has reached.
  work.overdue ? escalationAgenda(work.level, context.now, work.due, context) : wholeAgenda(work, context),
  stepAgenda({ ...work, stepName: stepNameOf(work) }, context),
];

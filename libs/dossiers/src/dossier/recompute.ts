import { AwaitedYear } from '#calendar';
import { dayOf } from '#kernel';
import { escalationMoved } from '#overdue';
import { watched } from './agenda.js';
import type { DossierEvent } from './dossier.events.js';
import { isLate, type Dossier } from './dossier.js';
import type { DossierContext, WorkedDossier } from './guards.js';
import { dueNow, movedTo } from './interruptions.js';
import { watchedPause } from './pause.js';

/** A shorter difference comes from a pause whose minutes were recorded whole, as they once were, not from a calendar. */
const ROUNDED_MS = 60_000;

/**
 * Moves the due instant after the calendar changed, and says why; nothing where it stays. Every pause, extension and
 * supplement counts as it was decided.
 */
export class RecomputeDue {
  reason!: string;
}

export function recomputeDue(
  state: Dossier,
  { reason }: RecomputeDue,
  context: DossierContext,
): DossierEvent[] {
  const { work } = state;
  if (!work) return [];
  const escalated = escalatedAnew({ ...state, work }, context);
  if (escalated.length > 0) return escalated;
  if (state.status !== 'in_progress' || isLate(state, context.now)) return [];
  if (work.turns === null || work.due === null) return [];
  const due = dueNow(work, context);
  if (due instanceof AwaitedYear || due <= context.now) return [];
  const pauses = work.turns.filter(({ kind }) => kind === 'paused').length;
  if (Math.abs(due.getTime() - new Date(work.due).getTime()) <= pauses * ROUNDED_MS) return [];
  return [{ type: 'DossierDueMoved', data: { from: work.due, reason, ...movedTo(due, work, context) } }];
}

/** The levels of escalation that are to come of what is late, or of a pause that lasts too long. */
function escalatedAnew(dossier: WorkedDossier, context: DossierContext): DossierEvent[] {
  const agenda = [watched(dossier, context), watchedPause(dossier, context)].flatMap((one) =>
    escalationMoved(one, dossier, context),
  );
  const year = Number(
    agenda.flatMap(({ alarms }) => alarms.map(({ at }) => dayOf(new Date(at))))[0]?.slice(0, 4),
  );
  const source = context.calendar.sourceOf(year);
  const { due, awaits, stepDue } = dossier.work;
  const times = { from: due, stepDue, ...(awaits === undefined ? { due } : { due, awaits }) };
  return source === undefined ? [] : [{ type: 'DossierDueSet', data: { ...times, year, source, agenda } }];
}

import { AwaitedYear, unlessAwaited } from '#calendar';
import type { AgendaItem, Alarm } from '#deadline/agenda';
import { addDays, type Day } from '#kernel';
import { rungsAbove } from '#organisation/office';
import { afterMissing, endReached, escalation, type Watched } from '#overdue';
import { DOSSIER_STEP, occurrenceId } from './agenda.js';
import type { Work } from './dossier.js';
import { endOfDay, type Pause } from './paused.js';
import type { DossierEvent } from './dossier.events.js';
import type { DossierContext, WorkedDossier } from './guards.js';

/** Begins the names of the steps of a pause. */
export const PAUSE_STEP = `${DOSSIER_STEP}pause-`;

/** The end of the day on which a paused dossier is to go on; of the whole day where nobody knows its hours yet. */
export function pauseEnd(expectedEnd: Day, { calendar }: Pick<DossierContext, 'calendar'>): string {
  const closing = unlessAwaited(() => calendar.closing(expectedEnd));
  return (closing instanceof AwaitedYear ? endOfDay(expectedEnd) : closing).toISOString();
}

/** Whoever holds it is reminded on the working day before; when its day is over with nothing done, that is seen. */
export function pauseAgenda(expectedEnd: Day, until: string, context: DossierContext): AgendaItem {
  const { calendar, now, dossierId } = context;
  const before = unlessAwaited(() => calendar.closing(calendar.onOrBefore(addDays(expectedEnd, -1))));
  const reminder: Alarm[] =
    before instanceof AwaitedYear || before <= now
      ? []
      : [{ at: before.toISOString(), step: `${PAUSE_STEP}remind` }];
  return pauseItem(dossierId, until, [...reminder, ...overAlarm(until)]);
}

const overAlarm = (until: string): Alarm[] => [{ at: until, step: `${PAUSE_STEP}over` }];
const pauseItem = (dossierId: string, until: string, alarms: Alarm[]): AgendaItem => ({
  occurrenceId: occurrenceId(dossierId, 'pause'),
  due: until,
  alarms,
});

/** A pause that was taken over from another office goes on being watched. */
export function pauseAgain({ pause }: Work, { dossierId }: DossierContext): AgendaItem[] {
  return pause && !pause.overdue ? [pauseItem(dossierId, pause.until, overAlarm(pause.until))] : [];
}

/** A pause as it is watched. */
export const watchedPause = (
  { status, work: { pause } }: Pick<WorkedDossier, 'status' | 'work'>,
  { dossierId }: Pick<DossierContext, 'dossierId'>,
): Watched => ({
  occurrenceId: occurrenceId(dossierId, 'pause'),
  owner: PAUSE_STEP,
  due: pause?.until ?? null,
  running: status === 'paused',
  missed: pause?.overdue ?? false,
  level: pause?.level ?? 0,
});

/** A step of a pause that has fallen due; nothing once the dossier goes on. */
export function takePauseStep(dossier: WorkedDossier, step: string, context: DossierContext): DossierEvent[] {
  const [name, level = ''] = step.slice(PAUSE_STEP.length).split(':');
  const { holder, pause } = dossier.work;
  if (dossier.status !== 'paused' || !pause) return [];
  if (name === 'remind') {
    const agenda = [pauseItem(context.dossierId, pause.until, overAlarm(pause.until))];
    return [{ type: 'PauseReminded', data: { until: pause.until, toPostId: holder.postId, agenda } }];
  }
  if (name === 'over') return over(dossier, context);
  return name === 'escalate' ? escalate(dossier, pause, Number(level), context) : [];
}

/** Its day is over and nothing has happened. */
function over(dossier: WorkedDossier, context: DossierContext): DossierEvent[] {
  const watched = watchedPause(dossier, context);
  const until = endReached(watched, context.now);
  if (until === undefined) return [];
  const agenda = [afterMissing(watched, until, context)];
  return [{ type: 'PauseOverdue', data: { until, holderPostId: dossier.work.holder.postId, agenda } }];
}

/** R7: one level at a time; a vacant post is passed over aloud. */
function escalate(
  dossier: WorkedDossier,
  { atPostId }: Pause,
  level: number,
  context: DossierContext,
): DossierEvent[] {
  const above = rungsAbove(context.office, atPostId ?? dossier.work.holder.postId);
  const reached = escalation(watchedPause(dossier, context), level, above, context);
  if (!reached) return [];
  const { item, due: until, ...to } = reached;
  return [{ type: 'PauseEscalated', data: { ...to, until, agenda: [item] } }];
}

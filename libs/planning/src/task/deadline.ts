import { awaitedBy, byDue, dueOf, type AgendaItem, type DueInstant } from '#deadline/agenda';
import { at, dayOf } from '#kernel';
import { rungsAbove } from '#organisation/office';
import { afterMissing, afterTheClock, endReached, escalation, escalationKnown, hasPassed } from '#overdue';
import { aheadAgain, aheadOf, nothingMore, silenceAgenda, silenceId, watched } from './agenda.js';
import { dueAnew } from './recompute.js';
import type { TaskEvent } from './task.events.js';
import { isOver, running, type RunningTask, type TaskContext } from './task.guards.js';
import { task as aggregate, type OccurrenceState, type Task } from './task.js';

/** A step of an occurrence's agenda that has fallen due; issued by the deadline worker alone. */
export class TakeStep {
  occurrenceId!: string;
  /** `remind:<working days>`, `miss`, `escalate:<level>`, `silence:<period>` or `review`. */
  step!: string;
}

/** What a step does now; nothing when it has no sense any more (fulfilled, already done, task ended). */
export function takeStep(state: Task, { occurrenceId, step }: TakeStep, context: TaskContext): TaskEvent[] {
  if (!state.facts || !state.lead || isOver(state)) return [];
  const task = running(state);
  const awaited = awaitedBy(step);
  if (awaited) return calendarKnown(task, occurrenceId, step, awaited, context);
  const [name, argument = ''] = step.split(':');
  if (name === 'silence') return fallSilent(task, occurrenceId, argument, context);
  const occurrence = task.occurrences.get(occurrenceId);
  if (occurrence?.status !== 'open') return [];
  const due = dueOfStep(occurrence, step, context);
  if (due === null || context.now.toISOString() < due) return [];
  switch (name) {
    case 'remind':
      return remind(task, occurrence, Number(argument), context);
    case 'miss':
      return miss(task, occurrence, context);
    case 'escalate':
      return escalate(task, occurrence, Number(argument), context);
    case 'review':
      return [{ type: 'ReviewCalled', data: { occurrenceId, due, agenda: [nothingMore(occurrence)] } }];
    case undefined:
    default:
      return [];
  }
}

function remind(
  task: RunningTask,
  occurrence: OccurrenceState,
  workingDays: number,
  context: TaskContext,
): TaskEvent[] {
  const { occurrenceId, due } = occurrence;
  if (due === null || occurrence.missed || occurrence.reminded.includes(workingDays)) return [];
  if (context.now.toISOString() >= due) return [];
  const { alarms, ...rest } = aheadOf(occurrence, context);
  const others = alarms.filter(({ step }) => step !== `remind:${workingDays}`);
  const agenda = [{ occurrenceId, due, alarms: others, ...rest }];
  return [
    {
      type: 'DeadlineReminded',
      data: { occurrenceId, due, workingDays, toPostId: task.lead.postId, agenda },
    },
  ];
}

/** R6: exactly one for each occurrence. */
function miss(task: RunningTask, occurrence: OccurrenceState, context: TaskContext): TaskEvent[] {
  const { occurrenceId } = occurrence;
  const due = endReached(watched(occurrence), context.now);
  if (due === undefined) return [];
  const label =
    task.facts.obligations.find(({ obligationId }) => obligationId === occurrence.obligationId)?.label ??
    null;
  const agenda = [afterMissing(watched(occurrence), due, context)];
  return [
    { type: 'DeadlineMissed', data: { occurrenceId, due, label, leadPostId: task.lead.postId, agenda } },
  ];
}

/** R6: what was missed where nobody has recorded it, the earliest first. */
function unrecorded(state: Task, context: TaskContext): TaskEvent[] {
  if (!state.facts || !state.lead || isOver(state)) return [];
  const task = running(state);
  return [...task.occurrences.values()]
    .filter(
      (occurrence) =>
        hasPassed(occurrence.due, context.now) && endReached(watched(occurrence), context.now) !== undefined,
    )
    .toSorted(byDue)
    .flatMap((occurrence) => miss(task, occurrence, context));
}

/** Decides what somebody does to a task whose deadlines may have passed unseen: those are missed first (R5, R6). */
export const seeingMissed = <C, X extends TaskContext>(
  decide: (state: Task, command: C, context: X) => TaskEvent[],
) => afterTheClock(unrecorded, aggregate.evolve, decide);

/** R7: one level at a time; a vacant post is passed over aloud. */
function escalate(
  task: RunningTask,
  occurrence: OccurrenceState,
  level: number,
  context: TaskContext,
): TaskEvent[] {
  const { occurrenceId, atPostId } = occurrence;
  const above = rungsAbove(context.office, atPostId ?? task.lead.postId);
  const reached = escalation(watched(occurrence), level, above, context);
  if (!reached) return [];
  const { item, ...to } = reached;
  return [{ type: 'DeadlineEscalated', data: { occurrenceId, ...to, agenda: [item] } }];
}

/** R8: a quarter without progress. The rest of the year's watch goes on. */
function fallSilent(
  task: RunningTask,
  occurrenceId: string,
  period: string,
  context: TaskContext,
): TaskEvent[] {
  if (task.silent.has(period)) return [];
  const [year = '', quarter = ''] = period.split('-Q');
  const start = at(`${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`).toISOString();
  if (task.lastProgressAt !== null && task.lastProgressAt >= start) return [];
  const agenda = silenceAgenda(context.taskId, task.facts.obligations, task.facts.year, context);
  return [{ type: 'TaskFellSilent', data: { occurrenceId, period, leadPostId: task.lead.postId, agenda } }];
}

/** A year's calendar has become known: what waited for it is computed, and the event says by which text (R38). */
function calendarKnown(
  task: RunningTask,
  occurrenceId: string,
  step: string,
  { year, what }: { year: number; what: string },
  context: TaskContext,
): TaskEvent[] {
  const source = context.calendar.sourceOf(year);
  if (source === undefined) return [];
  const set = (due: DueInstant, item: AgendaItem): TaskEvent[] => [
    { type: 'DeadlineSet', data: { occurrenceId, ...due, year, source, agenda: [item] } },
  ];
  if (occurrenceId === silenceId(context.taskId) && what === 'silence')
    return silenceAgenda(context.taskId, task.facts.obligations, task.facts.year, context).flatMap((item) =>
      set({ due: item.due }, item),
    );
  const occurrence = task.occurrences.get(occurrenceId);
  if (occurrence?.status !== 'open') return [];
  if (what.startsWith('ladder:')) {
    const escalated = escalationKnown(watched(occurrence), step, context);
    return escalated ? set({ due: occurrence.due }, escalated) : [];
  }
  const due = occurrence.due === null ? dueAnew(task, occurrence, context) : dueOf(occurrence);
  return set(due, aheadAgain({ ...occurrence, ...due }, context));
}

/** A step is never taken before its instant, however early a worker wakes. */
function dueOfStep(occurrence: OccurrenceState, step: string, { calendar }: TaskContext): string | null {
  if (!step.startsWith('remind:') || occurrence.due === null) return occurrence.due;
  const day = calendar.addWorkingDays(dayOf(new Date(occurrence.due)), -Number(step.slice('remind:'.length)));
  return calendar.opening(day).toISOString();
}

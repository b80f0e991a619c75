import {
  closingOn,
  dueInstant,
  dueOf,
  isMoved,
  saidOtherwise,
  type AgendaItem,
  type DueInstant,
} from '#deadline/agenda';
import { dayOf, type Day } from '#kernel';
import { escalationMoved } from '#overdue';
import { EXTRA, agendaFor, aheadOf, occurrencesOf, silenceAgenda, triggeredDue, watched } from './agenda.js';
import type { TaskEvent } from './task.events.js';
import { isOver, running, type RunningTask, type TaskContext } from './task.guards.js';
import type { OccurrenceState, Task } from './task.js';

/** Computes open deadlines anew after the calendar changed, and says which moved; none where none did. */
export class RecomputeDeadlines {
  reason!: string;
}

export function recomputeDeadlines(
  state: Task,
  { reason }: RecomputeDeadlines,
  context: TaskContext,
): TaskEvent[] {
  if (state.status === 'none' || isOver(state)) return [];
  const task = running(state);
  const moved = [...task.occurrences.values()].flatMap((o) => {
    const { occurrenceId, due: from, review } = o;
    if (o.status !== 'open' || o.missed || from === null) return [];
    const { due } = dueAnew(task, o, context);
    if (due === null || !isMoved(from, { due }, context.now)) return [];
    return [{ occurrenceId, from, due, review }];
  });
  const agenda = [
    ...moved.map(({ occurrenceId, due, review }) => ({
      occurrenceId,
      due,
      ...aheadOf({ due, review }, context),
    })),
    ...otherwiseAhead(task, new Set(moved.map(({ occurrenceId }) => occurrenceId)), context),
  ];
  if (agenda.length === 0) return [];
  return [
    {
      type: 'DeadlinesRecomputed',
      data: {
        reason,
        moved: moved.map(({ occurrenceId, from, due }) => ({ occurrenceId, from, due })),
        agenda,
      },
    },
  ];
}

/** What is ahead of a task beside the deadlines that moved (reminders, levels of escalation, looks for silence), where the calendar moved it. */
function otherwiseAhead(task: RunningTask, moved: ReadonlySet<string>, context: TaskContext): AgendaItem[] {
  const { obligations, year } = task.facts;
  const standing = [...task.occurrences.values()].filter(
    ({ occurrenceId, status }) => status === 'open' && !moved.has(occurrenceId),
  );
  const [missed, toCome] = [standing.filter((o) => o.missed), standing.filter((o) => !o.missed)];
  return [
    ...missed.flatMap((o) => escalationMoved(watched(o), task, context)),
    ...saidOtherwise(
      task,
      [
        ...toCome.map((o) => agendaFor(o, context)),
        ...silenceAgenda(context.taskId, obligations, year, context),
      ],
      context.now,
    ),
  ];
}

/** The due instant an occurrence has by today's calendar; a day that was decided stays, save that it is no day off. */
export function dueAnew(task: RunningTask, occurrence: OccurrenceState, context: TaskContext): DueInstant {
  const { calendar, taskId } = context;
  const obligation = task.facts.obligations.filter((o) => o.obligationId === occurrence.obligationId);
  const trigger = task.triggered.get(occurrence.obligationId);
  const schedule = obligation[0]?.schedule;
  if (trigger && schedule?.kind === 'triggered' && !occurrence.extended)
    return dueInstant(triggeredDue(trigger, schedule, calendar));
  const planned = occurrencesOf(taskId, obligation, task.facts.year, context).find(
    ({ occurrenceId }) => occurrenceId === occurrence.occurrenceId,
  );
  if (planned && !occurrence.extended) return dueOf(planned);
  return dueInstant(closingOn(decidedDay(occurrence), calendar));
}

/** The day that an extension or the asking for an extra report named; else the one it is due on. */
function decidedDay({ day, key, due }: OccurrenceState): Day {
  if (day !== undefined) return day;
  return key.startsWith(EXTRA) ? key.slice(EXTRA.length) : dayOf(new Date(due ?? 0));
}

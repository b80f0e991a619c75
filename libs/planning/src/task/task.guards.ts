import { hasRole, holds, standsAbove, type ActContext } from '#organisation/office';
import type { DeadlineSettings } from '../deadline-phrase/schedule.js';
import {
  notAboveTheLead,
  notTheLead,
  taskNotRunning,
  unknownOccurrence,
  unknownTask,
} from './task.refusals.js';
import type { OccurrenceState, Task, TaskStatus } from './task.js';
import type { Lead, TaskFacts } from './task.events.js';

/** What a decision on a task looks at besides the task: who, when, and the office's rules. */
export interface TaskContext extends Pick<ActContext, 'actor' | 'hand' | 'now' | 'office' | 'calendar'> {
  taskId: string;
  settings: DeadlineSettings;
}

export interface RunningTask extends Task {
  facts: TaskFacts;
  lead: Lead;
}

/** Nothing is to be done for it here any more. */
export const isOver = ({ status }: Task): boolean => OVER.includes(status);

/** Somebody has it to do; one that nobody was given yet is to be done too. */
export const isOpen = (task: Task | undefined): boolean => !task || !isOver(task);

const OVER: readonly TaskStatus[] = ['completed', 'cancelled', 'transferred', 'carried_over'];

/** Refuses `unknown_task` and `task_not_running`. */
export function running(state: Task): RunningTask {
  const { facts, lead } = state;
  if (!facts || !lead) throw unknownTask();
  if (isOver(state)) throw taskNotRunning();
  return { ...state, facts, lead };
}

/** R2: only the lead. */
function requireLead(state: RunningTask, { actor, office }: TaskContext): void {
  if (!holds(office, actor, state.lead.postId)) throw notTheLead({ number: state.facts.number });
}

/** R3: someone above the lead, or the office of record; never the lead. */
function requireAboveLead(state: RunningTask, { actor, hand, office }: TaskContext): void {
  const isLead = [actor, hand].some((person) => holds(office, person, state.lead.postId));
  const allowed = standsAbove(office, actor, state.lead.postId) || hasRole(office, actor, 'office-of-record');
  if (isLead || !allowed) throw notAboveTheLead();
}

/** R2: a running task, for its lead alone. */
export function asLead(state: Task, context: TaskContext): RunningTask {
  const task = running(state);
  requireLead(task, context);
  return task;
}

/** R3: a running task, for someone above its lead or the office of record; never for the lead. */
export function fromAbove(state: Task, context: TaskContext): RunningTask {
  const task = running(state);
  requireAboveLead(task, context);
  return task;
}

/** A running task, for its lead or whoever may act from above. */
export function asLeadOrFromAbove(state: Task, context: TaskContext): RunningTask {
  const task = running(state);
  const { actor, office } = context;
  if (!hasRole(office, actor, 'office-of-record') && !holds(office, actor, task.lead.postId))
    requireAboveLead(task, context);
  return task;
}

/** Refuses `unknown_occurrence` unless the occurrence is open. */
export function openOccurrence(state: Task, occurrenceId: string): OccurrenceState {
  const occurrence = state.occurrences.get(occurrenceId);
  if (!occurrence || occurrence.status !== 'open') throw unknownOccurrence();
  return occurrence;
}

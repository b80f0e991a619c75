import type { WorkCalendar } from '#calendar';
import { hasRole, holds, standsAbove, type Office } from '#organisation';
import type { DeadlineSettings } from '../deadline-phrase/schedule.js';
import {
  notAboveTheLead,
  notTheLead,
  taskNotRunning,
  unknownOccurrence,
  unknownTask,
} from './task.refusals.js';
import type { OccurrenceState, Task } from './task.js';
import type { Lead, TaskFacts } from './task.events.js';

/** What a decision on a task looks at besides the task: who, when, and the office's rules. */
export interface TaskContext {
  taskId: string;
  /** Whose right the act is done under: the giver's, under a delegation (R27). */
  actor: string;
  /** Who does it; the same person unless a delegation lends the right. */
  hand: string;
  now: Date;
  office: Office;
  calendar: WorkCalendar;
  settings: DeadlineSettings;
}

export interface RunningTask extends Task {
  facts: TaskFacts;
  lead: Lead;
}

/** Nothing is to be done for it here any more. */
export const isOver = ({ status }: Task): boolean =>
  status === 'completed' || status === 'cancelled' || status === 'transferred';

/** Refuses `unknown_task` and `task_not_running`. */
export function running(state: Task): RunningTask {
  const { facts, lead } = state;
  if (!facts || !lead) throw unknownTask();
  if (isOver(state)) throw taskNotRunning();
  return { ...state, facts, lead };
}

/** R2: only the lead. */
export function requireLead(state: RunningTask, { actor, office }: TaskContext): void {
  if (!holds(office, actor, state.lead.postId)) throw notTheLead({ number: state.facts.number });
}

/** R3: someone above the lead, or the office of record; never the lead. */
export function requireAboveLead(state: RunningTask, { actor, hand, office }: TaskContext): void {
  const isLead = [actor, hand].some((person) => holds(office, person, state.lead.postId));
  const allowed = standsAbove(office, actor, state.lead.postId) || hasRole(office, actor, 'office-of-record');
  if (isLead || !allowed) throw notAboveTheLead();
}

/** Refuses `unknown_occurrence` unless the occurrence is open. */
export function openOccurrence(state: Task, occurrenceId: string): OccurrenceState {
  const occurrence = state.occurrences.get(occurrenceId);
  if (!occurrence || occurrence.status !== 'open') throw unknownOccurrence();
  return occurrence;
}

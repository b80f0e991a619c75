import { isOf, type StoredEvent } from '#event-store';
import { hasPassed } from '#overdue';
import { NO_MONEY, afterCounting, isAboutMoney, sumsOf, type Sums } from '../money/money.js';
import { plan, type PlanEvent, type PlannedTask } from '../plan/plan.js';
import { isOver } from '../task/task.guards.js';
import type { TaskEvent } from '../task/task.events.js';
import { task as aggregate, type Task } from '../task/task.js';

/** A task as its events leave it for people to see: its state, and what they see besides. */
export interface SeenTask {
  taskId: string;
  planId: string;
  version: number;
  /** As the plan has it; what its own stream says comes in its place once that begins. */
  planned: PlannedTask | null;
  task: Task;
  /** Nothing was reported since the last quarter that passed without a report. */
  silent: boolean;
  progressText: string | null;
  /** Occurrences that were open past their due instants when something happened, recorded as missed or not (R6). */
  passed: ReadonlySet<string>;
  fulfilledAt: ReadonlyMap<string, string>;
  handedIn: ReadonlyMap<string, { at: string; text: string }>;
  money: Sums;
}

/**
 * Of these the last one says all that the ones before it said of a task: what had come due meanwhile is seen to by
 * whatever follows.
 */
export const SUPERSEDING = ['TaskProgressReported', 'TaskUrged', 'DeadlineReminded'] as const;

/** A task before anything is known of it. */
export const unseen = (taskId: string, planId: string): SeenTask => ({
  taskId,
  planId,
  version: 0,
  planned: null,
  task: aggregate.initial,
  silent: false,
  progressText: null,
  passed: new Set(),
  fulfilledAt: new Map(),
  handedIn: new Map(),
  money: NO_MONEY,
});

/** Folds an event of a task's plan or of its own stream; undefined while nothing is known of the task. */
export function foldSeen(seen: SeenTask | undefined, event: StoredEvent): SeenTask | undefined {
  if (isOf(plan, event)) return planned(seen, event);
  if (!isOf(aggregate, event)) return seen;
  const before = seen ?? unseen(event.subject, '');
  const task = aggregate.evolve(before.task, event, event.recordedAt);
  if (!task.facts) return undefined;
  return {
    ...besides(noticed(before, event.recordedAt), event, event.recordedAt),
    planId: task.facts.planId,
    version: event.version,
    task,
  };
}

function planned(seen: SeenTask | undefined, event: StoredEvent & PlanEvent): SeenTask | undefined {
  switch (event.type) {
    case 'TaskPlanned':
    case 'PlannedTaskAmended':
    case 'LeadConfirmed':
    case 'ObligationDated':
      return seen && seen.version > 0 ? seen : asPlanned(seen, event.data.taskId, event);
    case 'PlanApproved':
    case 'PlanClosed':
    case 'PlanDrafted':
    case 'PlanHeaderAmended':
    case 'PlanReceived':
    case 'PlanRead':
    case 'PlanReceiptRecorded':
    case 'PlanReturned':
    case 'PlanSent':
    case 'PlanSubmitted':
    case 'PlanTransferred':
    case 'TasksCarriedOver':
      return seen;
  }
}

function asPlanned(
  seen: SeenTask | undefined,
  taskId: string,
  event: StoredEvent & PlanEvent,
): SeenTask | undefined {
  const tasks = new Map(seen?.planned ? [[taskId, seen.planned]] : []);
  const now = plan.evolve({ ...plan.initial, tasks }, event, event.recordedAt).tasks.get(taskId);
  return now && { ...(seen ?? unseen(taskId, event.subject)), planned: now };
}

/** A task as an instant finds it: what is open past its due instant is missed from then on (R6), recorded or not. */
export function noticed(seen: SeenTask, at: Date): SeenTask {
  const { task, passed } = seen;
  if (task.status === 'none' || isOver(task)) return seen;
  const found: string[] = [];
  for (const { occurrenceId, status, review, missed, due } of task.occurrences.values())
    if (status === 'open' && !review && !missed && !passed.has(occurrenceId) && hasPassed(due, at))
      found.push(occurrenceId);
  return found.length === 0 ? seen : { ...seen, passed: new Set([...passed, ...found]) };
}

/** A secret task is done when its completion says so; any other has met its times before. */
function metAtCompletion({ task, fulfilledAt }: SeenTask, at: string): SeenTask['fulfilledAt'] {
  if (!task.facts?.secret) return fulfilledAt;
  const open = [...task.occurrences.values()].filter(({ status, review }) => status === 'open' && !review);
  return new Map([...fulfilledAt, ...open.map(({ occurrenceId }): [string, string] => [occurrenceId, at])]);
}

/** What people see of an event that a task's state has no need of. */
function besides(seen: SeenTask, event: TaskEvent, recordedAt: Date): SeenTask {
  if (isAboutMoney(event)) return { ...seen, money: afterCounting(seen.money, event) };
  const { type, data } = event;
  const at = recordedAt.toISOString();
  switch (type) {
    case 'TaskAssigned':
      return unseen(seen.taskId, data.planId);
    case 'TaskReceived':
      // When things were handed in over there, the trail of that office tells.
      return {
        ...unseen(seen.taskId, data.facts.planId),
        handedIn: new Map(data.submissions.map(({ submissionId }) => [submissionId, { at, text: '' }])),
        money: sumsOf(data.money),
      };
    case 'TaskProgressReported':
      return { ...seen, progressText: data.text, silent: false };
    case 'DeliverableSubmitted': {
      const { submissionId, occurrenceId, text } = data;
      const handedIn = new Map(seen.handedIn).set(submissionId, { at, text });
      const fulfilledAt = new Map(seen.fulfilledAt);
      if (occurrenceId !== null) fulfilledAt.set(occurrenceId, at);
      return { ...seen, silent: false, handedIn, fulfilledAt };
    }
    case 'DeadlineMetByReport':
      return { ...seen, silent: false, fulfilledAt: new Map(seen.fulfilledAt).set(data.occurrenceId, at) };
    case 'DeadlineReopened': {
      const fulfilledAt = new Map(seen.fulfilledAt);
      fulfilledAt.delete(data.occurrenceId);
      return { ...seen, fulfilledAt };
    }
    case 'DeliverableReturned': {
      const fulfilledAt = new Map(seen.fulfilledAt);
      if (data.occurrenceId !== null) fulfilledAt.delete(data.occurrenceId);
      return { ...seen, fulfilledAt };
    }
    case 'TaskFellSilent':
      return { ...seen, silent: true };
    case 'TaskCompleted':
      return { ...seen, silent: false, fulfilledAt: metAtCompletion(seen, at) };
    case 'TaskCarriedOver':
    case 'TaskTransferred':
    case 'TaskCancelled':
      return { ...seen, silent: false };
    case 'DeadlineEscalated':
    case 'DeadlineMissed':
    case 'DeadlineReminded':
    case 'DeadlineSet':
    case 'DeadlinesRecomputed':
    case 'DeliverableAccepted':
    case 'ExtensionAsked':
    case 'ExtensionGranted':
    case 'ExtensionRefused':
    case 'ExtraReportRequested':
    case 'ReviewCalled':
    case 'TaskAcknowledged':
    case 'TaskAmended':
    case 'TaskHandedOver':
    case 'TaskUrged':
    case 'TriggerRecorded':
      return seen;
  }
}

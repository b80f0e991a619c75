import { hasRole, holds, standsAbove } from '#organisation/office';
import { notTheLead, unknownTask } from '../task/task.refusals.js';
import type { RunningTask, TaskContext } from '../task/task.guards.js';
import type { Task } from '../task/task.js';
import { moneyElsewhere } from './money.refusals.js';

/** A task whose money is kept here: bills come in after the work is done, so one that is completed is too. */
export function keptHere(state: Task): RunningTask {
  const { facts, lead, status } = state;
  if (!facts || !lead) throw unknownTask();
  if (status === 'transferred' || status === 'carried_over') throw moneyElsewhere();
  return { ...state, facts, lead };
}

/** Its lead spends (R2), or whoever stands above the lead, or the office of record. */
export function spending(state: Task, { actor, office }: TaskContext): RunningTask {
  const task = keptHere(state);
  const { postId } = task.lead;
  const may =
    holds(office, actor, postId) ||
    standsAbove(office, actor, postId) ||
    hasRole(office, actor, 'office-of-record');
  if (!may) throw notTheLead({ number: task.facts.number });
  return task;
}

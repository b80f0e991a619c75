import type { AgendaItem } from '#deadline/agenda';
import { successorOf, type Office } from '#organisation/office';
import { planSubject } from '../plan/plan.js';
import { aheadAgain, nothingMore, silenceAgenda, silenceId } from './agenda.js';
import type { Carried, TaskEvent } from './task.events.js';
import { isOver, type TaskContext } from './task.guards.js';
import type { OccurrenceState, Task } from './task.js';

/** Lets a running task go to the office that takes this one over (R28); nothing for a task that has ended. */
export class TransferTask {}

export function transferTask(
  state: Task,
  _command: TransferTask,
  { office, taskId }: TaskContext,
): TaskEvent[] {
  const { succession } = office;
  if (!succession || state.status === 'none' || isOver(state)) return [];
  const agenda: AgendaItem[] = [
    ...[...state.occurrences.values()].filter(({ status }) => status === 'open').map(nothingMore),
    { occurrenceId: silenceId(taskId), due: new Date(0).toISOString(), alarms: [] },
  ];
  return [
    {
      type: 'TaskTransferred',
      data: { toOffice: succession.successor, document: succession.document, agenda },
    },
  ];
}

/** What a transferred task takes along, with the successor's units in place of those that ended. */
export function carriedOf(state: Task, office: Office): Carried | undefined {
  const { facts, lead, succession } = { ...state, succession: office.succession };
  if (!facts || !lead || !succession) return undefined;
  const heirOf = (unitId: string) => {
    const unit = successorOf(office, unitId)?.unitId ?? unitId;
    return succession.heirs.find((heir) => heir.unitId === unit);
  };
  const unit = (unitId: string) => heirOf(unitId)?.heirUnitId ?? unitId;
  const heir = heirOf(lead.unitId);
  const headed = new Map(
    succession.heirs.map(({ unitId, heirPostId }) => [office.units.get(unitId)?.headPostId, heirPostId]),
  );
  return {
    facts: {
      ...facts,
      planId: planSubject(succession.successor, facts.year),
      leadUnitId: unit(facts.leadUnitId),
      coImplementers: facts.coImplementers.map(unit),
      coordinators: facts.coordinators.map(unit),
    },
    lead: heir ? { unitId: heir.heirUnitId, postId: heir.heirPostId } : lead,
    begun: state.lastProgressAt !== null || state.submissions.size > 0,
    percent: state.percent,
    lastProgressAt: state.lastProgressAt,
    occurrences: [...state.occurrences.values()].map((o) => ({
      ...o,
      atPostId: o.atPostId === null ? null : (headed.get(o.atPostId) ?? null),
    })),
    submissions: [...state.submissions.values()],
    triggered: [...state.triggered].map(([obligationId, trigger]) => ({ obligationId, ...trigger })),
    money: state.money,
  };
}

/** Takes over a task of an office that ended: deadlines, lateness and what waits for a decision go on (R28). */
export class ReceiveTask {
  fromOffice!: string;
  document!: string;
  carried!: Carried;
}

export function receiveTask(
  state: Task,
  { fromOffice, document, carried }: ReceiveTask,
  context: TaskContext,
): TaskEvent[] {
  if (state.status !== 'none') return [];
  const { obligations, year } = carried.facts;
  const agenda = [
    ...carried.occurrences.filter(({ status }) => status === 'open').map((o) => goesOn(o, context)),
    ...silenceAgenda(context.taskId, obligations, year, context),
  ];
  return [{ type: 'TaskReceived', data: { fromOffice, document, ...carried, agenda } }];
}

/** A missed deadline goes on being escalated from the level it had reached, its days counted from the hand-over. */
const goesOn = (occurrence: OccurrenceState, context: TaskContext): AgendaItem =>
  aheadAgain(occurrence, context, context.now.toISOString());

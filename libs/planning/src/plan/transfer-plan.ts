import { successorOf, type Office } from '#organisation/office';
import type { Plan, PlanEvent, PlanHeader, PlannedTask } from './plan.js';

/** Lets a plan in force go to the office that takes this one over (R28). */
export class TransferPlan {}

export function transferPlan(
  state: Plan,
  _command: TransferPlan,
  { office }: { office: Office },
): PlanEvent[] {
  const { succession } = office;
  if (!succession || state.status !== 'approved') return [];
  return [
    { type: 'PlanTransferred', data: { toOffice: succession.successor, document: succession.document } },
  ];
}

/** What a plan takes along: its heading, and its tasks with the successor's units. */
export function carriedPlan(
  { header, tasks }: Plan,
  office: Office,
): { header: PlanHeader; tasks: PlannedTask[] } | undefined {
  const { succession } = office;
  if (!header || !succession) return undefined;
  const heirs = new Map(succession.heirs.map(({ unitId, heirUnitId }) => [unitId, heirUnitId]));
  const unit = (unitId: string) => heirs.get(successorOf(office, unitId)?.unitId ?? unitId) ?? unitId;
  return {
    header,
    tasks: [...tasks.values()].map((task) => ({
      ...task,
      leadUnitId: unit(task.leadUnitId),
      coImplementers: task.coImplementers.map(unit),
      coordinators: task.coordinators.map(unit),
    })),
  };
}

/** Takes over a plan that was approved elsewhere; the plans of several merged offices become one. */
export class ReceivePlan {
  fromOffice!: string;
  document!: string;
  header!: PlanHeader;
  tasks!: PlannedTask[];
}

export function receivePlan(state: Plan, command: ReceivePlan): PlanEvent[] {
  return state.receivedFrom.includes(command.fromOffice) ? [] : [{ type: 'PlanReceived', data: command }];
}

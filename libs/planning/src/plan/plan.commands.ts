import type { ActContext, Office } from '#organisation';
import { DayField, Id, Text } from '#kernel';
import { guarded, unknownUnit } from '#organisation/office';
import { isDeepStrictEqual } from 'node:util';
import type { DecidingDocument, Obligation, Plan, PlanEvent, PlanHeader, PlannedTask } from './plan.js';
import {
  dateOutsideYear,
  leadMissing,
  planImmutable,
  planInWrongState,
  planNotReady,
  unknownTask,
} from './plan.refusals.js';

/** What a decision on a plan looks at besides the plan. */
export type PlanContext = Pick<ActContext, 'actor' | 'office'>;

/** The content of a plan, as an import or a form gives it. */
export class ImportPlan {
  header!: PlanHeader;
  tasks!: PlannedTask[];
  /** Needed once the plan is approved (R10). */
  document!: DecidingDocument | null;
}

/** Drafts a plan, or amends it where it differs (lập, sửa kế hoạch); the same content changes nothing. */
export function importPlan(state: Plan, content: ImportPlan, { office }: PlanContext): PlanEvent[] {
  for (const task of content.tasks) requireLead(task, office);
  if (state.status === 'none') {
    return [
      { type: 'PlanDrafted', data: content.header },
      ...content.tasks.map((data): PlanEvent => ({ type: 'TaskPlanned', data })),
    ];
  }
  const changes = differences(state, content);
  if (changes.length > 0 && (state.status === 'submitted' || state.status === 'closed'))
    throw planInWrongState({ status: state.status, needed: 'draft' });
  if (changes.length > 0 && state.status !== 'draft' && content.document === null) throw planImmutable();
  return changes;
}

function differences(state: Plan, { header, tasks, document }: ImportPlan): PlanEvent[] {
  const headerChange: PlanEvent[] = isDeepStrictEqual(state.header, header)
    ? []
    : [{ type: 'PlanHeaderAmended', data: { ...header, document } }];
  return [
    ...headerChange,
    ...tasks.flatMap((task): PlanEvent[] => {
      const known = state.tasks.get(task.taskId);
      if (!known) return [{ type: 'TaskPlanned', data: { ...task, ...(document ? { document } : {}) } }];
      const wanted = keepDecisions(known, task);
      return isDeepStrictEqual(known, wanted)
        ? []
        : [{ type: 'PlannedTaskAmended', data: { ...wanted, document } }];
    }),
  ];
}

/** A lead the office has confirmed and a date it has filled in outlive a second import of the same row. */
function keepDecisions(known: PlannedTask, task: PlannedTask): PlannedTask {
  const sameUnits = (t: PlannedTask) => [t.leadUnitId, ...t.coImplementers].toSorted();
  const confirmed =
    task.leadToConfirm && !known.leadToConfirm && isDeepStrictEqual(sameUnits(known), sameUnits(task));
  const lead = confirmed ? known : task;
  return {
    ...task,
    leadUnitId: lead.leadUnitId,
    coImplementers: lead.coImplementers,
    leadToConfirm: lead.leadToConfirm,
    ...(known.carriedFrom ? { carriedFrom: known.carriedFrom } : {}),
    obligations: task.obligations.map((o) => {
      const before = known.obligations.find(
        ({ obligationId, phrase }) => obligationId === o.obligationId && phrase === o.phrase,
      );
      return before && o.schedule.kind === 'needingDate' ? before : o;
    }),
  };
}

/** Says which unit is accountable for a task (xác nhận đầu mối chủ trì). */
export class ConfirmLead {
  @Id({ description: 'Bộ phận chủ trì · the accountable unit' })
  leadUnitId!: string;
}

export function confirmLead(
  state: Plan,
  taskId: string,
  command: ConfirmLead,
  { office }: PlanContext,
): PlanEvent[] {
  const task = state.tasks.get(taskId);
  if (!task) throw unknownTask();
  if (state.status !== 'draft') throw planImmutable();
  if (!office.units.has(command.leadUnitId)) throw unknownUnit();
  if (!task.leadToConfirm && task.leadUnitId === command.leadUnitId) return [];
  return [{ type: 'LeadConfirmed', data: { taskId, number: task.number, leadUnitId: command.leadUnitId } }];
}

/** Gives a day to an obligation whose phrase could not be read (điền ngày). */
export class DateObligation {
  @Id({ description: 'Nghĩa vụ · obligation' })
  obligationId!: string;

  @DayField({ description: 'Ngày đến hạn · due day' })
  day!: string;
}

export function dateObligation(state: Plan, taskId: string, command: DateObligation): PlanEvent[] {
  if (state.status !== 'draft') throw planImmutable();
  const obligation = state.tasks
    .get(taskId)
    ?.obligations.find(({ obligationId }) => obligationId === command.obligationId);
  if (!obligation) throw unknownTask();
  const year = state.header?.year ?? 0;
  if (!command.day.startsWith(`${year}-`)) throw dateOutsideYear({ year });
  const schedule = { kind: 'oneOff' as const, day: command.day, strictlyBefore: false };
  if (isDeepStrictEqual(obligation.schedule, schedule)) return [];
  return [{ type: 'ObligationDated', data: { taskId, obligationId: obligation.obligationId, schedule } }];
}

/** Puts the plan before the chairman (trình kế hoạch). */
export class SubmitPlan {}

export const submitPlan = guarded(
  (state: Plan, _context: PlanContext) => ready(state, 'draft'),
  (state, _command: SubmitPlan, _context: PlanContext): PlanEvent[] => [
    { type: 'PlanSubmitted', data: { tasks: state.tasks.size } },
  ],
);

/** Approves the plan (phê duyệt): from here on it changes only by amendments that name a document (R10). */
export class ApprovePlan {
  @Text({ description: 'Số văn bản · number of the document', max: 50 })
  documentNumber!: string;

  @DayField({ description: 'Ngày văn bản · date of the document' })
  documentDate!: string;
}

export const approvePlan = guarded(
  (state: Plan, _context: PlanContext) => ready(state, 'submitted'),
  (state, { documentNumber, documentDate }: ApprovePlan, _context: PlanContext): PlanEvent[] => {
    const document = { number: documentNumber, date: documentDate };
    return [{ type: 'PlanApproved', data: { document, tasks: state.tasks.size } }];
  },
);

/** Sends the draft back with a reason (trả lại kế hoạch). */
export class ReturnPlan {
  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const returnPlan = guarded(
  (state: Plan, _context: PlanContext) => standingAs(state, 'submitted'),
  (_state, { reason }: ReturnPlan, _context: PlanContext): PlanEvent[] => [
    { type: 'PlanReturned', data: { reason } },
  ],
);

/** R1: one lead, known to the office, and not among those who only help. */
export function requireLead(task: PlannedTask, office: Office): void {
  if (!task.leadUnitId || task.coImplementers.includes(task.leadUnitId)) throw leadMissing();
  if (
    ![task.leadUnitId, ...task.coImplementers, ...task.coordinators].every((unit) => office.units.has(unit))
  )
    throw unknownUnit();
}

/** The tasks whose lead is still to be confirmed (R1). */
export const leadsToConfirm = ({ tasks }: Plan): PlannedTask[] =>
  [...tasks.values()].filter(({ leadToConfirm }) => leadToConfirm);

/** What of a plan still needs a day, with the task it belongs to. */
export const datesToGive = ({ tasks }: Plan): { task: PlannedTask; obligation: Obligation }[] =>
  [...tasks.values()].flatMap((task) =>
    task.obligations
      .filter(({ schedule }) => schedule.kind === 'needingDate')
      .map((obligation) => ({ task, obligation })),
  );

/** A plan in a state of its way, with a lead and a day for everything. */
function ready(state: Plan, needed: Plan['status']): Plan {
  const standing = standingAs(state, needed);
  const [leads, dates] = [leadsToConfirm(standing).length, datesToGive(standing).length];
  if (standing.tasks.size === 0 || leads > 0 || dates > 0) throw planNotReady({ leads, dates });
  return standing;
}

export function standingAs(state: Plan, needed: Plan['status']): Plan {
  if (state.status === needed) return state;
  if (state.status === 'approved' || state.status === 'closed') throw planImmutable();
  throw planInWrongState({ status: state.status, needed });
}

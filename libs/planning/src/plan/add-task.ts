import { DayField, Id, IdList, Text, derivedId, formatDay } from '#kernel';
import { unitNamed, unknownUnit, type Office } from '#organisation/office';
import { readDeliverables, readObligations } from '../deadline-phrase/read-obligations.js';
import { requireLead, type PlanContext } from './plan.commands.js';
import type { Obligation, Plan, PlanEvent, PlannedTask } from './plan.js';
import { dateOutsideYear, directiveIncomplete, planInWrongState } from './plan.refusals.js';

/**
 * Adds a task to a plan that runs, by the document that asks for it (giao nhiệm vụ theo văn bản chỉ đạo, R10): a directive
 * from above, the minutes of a dialogue. The same task of the same document is one task.
 */
export class AddPlannedTask {
  @Text({ description: 'Tên nhiệm vụ · title', min: 3, max: 2000 })
  title!: string;

  @Text({ description: 'Sản phẩm, cách nhau bằng ; · deliverables', min: 3, max: 2000 })
  deliverables!: string;

  @DayField({ description: 'Ngày đến hạn · due day', optional: true })
  dueDay?: string;

  @Text({
    description: 'Hoặc thời hạn bằng lời, như trong kế hoạch · or a deadline phrase',
    max: 500,
    optional: true,
  })
  deadlineText?: string;

  @Id({ description: 'Bộ phận chủ trì · the accountable unit', optional: true })
  leadUnitId?: string;

  @Text({ description: 'Hoặc tên bộ phận chủ trì · or its name', max: 200, optional: true })
  leadUnit?: string;

  @IdList({ description: 'Bộ phận phối hợp · coordinating units', max: 20, optional: true })
  coordinators?: string[];

  @Text({ description: 'Lĩnh vực · area, as the plan codes it', max: 20 })
  area!: string;

  @Text({ description: 'Số văn bản · number of the document (R10)', min: 1, max: 50 })
  documentNumber!: string;

  @DayField({ description: 'Ngày văn bản · its date (R10)' })
  documentDate!: string;
}

/** `BS` (bổ sung): tasks that came after the plan, numbered in the order in which they came. */
const ADDED = 'BS';

export const addedTaskId = (
  office: string,
  { documentNumber, documentDate, title }: AddPlannedTask,
): string => derivedId(office, 'added-task', documentNumber, documentDate, title);

export function addPlannedTask(
  state: Plan,
  taskId: string,
  command: AddPlannedTask,
  { office }: PlanContext,
): PlanEvent[] {
  if (state.status !== 'approved' || !state.header)
    throw planInWrongState({ status: state.status, needed: 'approved' });
  if (state.tasks.has(taskId)) return [];
  if (!state.header.areas.some(({ code }) => code === command.area))
    throw directiveIncomplete({ why: `lĩnh vực ${command.area} không có trong kế hoạch · no such area` });
  const task: PlannedTask = {
    taskId,
    number: `${ADDED}.${[...state.tasks.values()].filter(({ number }) => number.startsWith(ADDED)).length + 1}`,
    area: command.area,
    title: command.title,
    deliverables: readDeliverables(taskId, command.deliverables),
    leadUnitId: leadOf(command, office),
    coImplementers: [],
    coordinators: command.coordinators ?? [],
    obligations: obligationsOf(taskId, command, state.header.year),
    leadToConfirm: false,
  };
  requireLead(task, office);
  const document = { number: command.documentNumber, date: command.documentDate };
  return [{ type: 'TaskPlanned', data: { ...task, document } }];
}

function leadOf({ leadUnitId, leadUnit }: AddPlannedTask, office: Office): string {
  if (leadUnitId !== undefined) return leadUnitId;
  const unit = leadUnit === undefined ? undefined : unitNamed(office, leadUnit);
  if (!unit) throw unknownUnit();
  return unit.unitId;
}

function obligationsOf(
  taskId: string,
  { dueDay, deadlineText, deliverables }: AddPlannedTask,
  year: number,
): Obligation[] {
  if (dueDay === undefined && deadlineText === undefined)
    throw directiveIncomplete({ why: 'thiếu thời hạn · no deadline' });
  if (dueDay === undefined)
    return readObligations(taskId, deadlineText ?? '', deliverables, year).map(
      ({ column: _column, ...one }) => one,
    );
  if (!dueDay.startsWith(String(year))) throw dateOutsideYear({ year });
  const schedule = { kind: 'oneOff', day: dueDay, strictlyBefore: false } as const;
  const phrase = `chậm nhất ngày ${formatDay(dueDay)}`;
  return [{ obligationId: derivedId(taskId, 'obligation', '', 0), label: null, phrase, schedule }];
}

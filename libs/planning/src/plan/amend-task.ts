import { DayField, IdList, Text } from '#kernel';
import { isDeepStrictEqual } from 'node:util';
import { readDeliverables, readObligations } from '../deadline-phrase/read-obligations.js';
import { requireLead, type PlanContext } from './plan.commands.js';
import type { Plan, PlanEvent, PlannedTask } from './plan.js';
import { keptOutside, planImmutable, planInWrongState, unknownTask } from './plan.refusals.js';

/** Changes one task of the plan (sửa nhiệm vụ); what is left out stays. After approval it names a document (R10). */
export class AmendPlannedTask {
  @Text({ description: 'Tên nhiệm vụ · title', max: 2000, optional: true })
  title?: string;

  @Text({ description: 'Sản phẩm, cách nhau bằng ; · deliverables', max: 2000, optional: true })
  deliverables?: string;

  @Text({ description: 'Thời hạn, như trong phụ lục · deadline phrases', max: 2000, optional: true })
  deadlineText?: string;

  @IdList({ description: 'Bộ phận cùng thực hiện · co-implementing units', max: 20, optional: true })
  coImplementers?: string[];

  @IdList({ description: 'Bộ phận phối hợp · coordinating units', max: 20, optional: true })
  coordinators?: string[];

  @Text({ description: 'Số văn bản · number of the deciding document (R10)', max: 50, optional: true })
  documentNumber?: string;

  @DayField({ description: 'Ngày văn bản · its date (R10)', optional: true })
  documentDate?: string;
}

export function amendPlannedTask(
  state: Plan,
  taskId: string,
  command: AmendPlannedTask,
  { office }: PlanContext,
): PlanEvent[] {
  const known = state.tasks.get(taskId);
  if (!known) throw unknownTask();
  if (known.secret) throw keptOutside();
  const { documentNumber: number, documentDate: date } = command;
  const document = number === undefined || date === undefined ? null : { number, date };
  if (state.status === 'submitted' || state.status === 'closed')
    throw planInWrongState({ status: state.status, needed: 'draft' });
  if (state.status === 'approved' && document === null) throw planImmutable();
  const wanted = amended(known, command, state.header?.year ?? 0);
  requireLead(wanted, office);
  return isDeepStrictEqual(known, wanted)
    ? []
    : [{ type: 'PlannedTaskAmended', data: { ...wanted, document } }];
}

function amended(task: PlannedTask, command: AmendPlannedTask, year: number): PlannedTask {
  const names = command.deliverables ?? task.deliverables.map(({ name }) => name).join('; ');
  const obligations =
    command.deadlineText === undefined
      ? task.obligations
      : readObligations(task.taskId, command.deadlineText, command.deliverables ?? '', year).map(
          ({ column: _column, ...obligation }) => obligation,
        );
  return {
    ...task,
    title: command.title ?? task.title,
    deliverables: readDeliverables(task.taskId, names),
    coImplementers: command.coImplementers ?? task.coImplementers,
    coordinators: command.coordinators ?? task.coordinators,
    obligations,
  };
}

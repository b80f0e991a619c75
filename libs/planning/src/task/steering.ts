import { closingOn, dueInstant, type AgendaItem, type DueInstant } from '#deadline/agenda';
import { DayField, Id, Text, dayOf, derivedId } from '#kernel';
import { guarded, successorOf, unknownUnit } from '#organisation/office';
import { EXTRA, agendaFor, nothingMore, silenceId, triggeredDue } from './agenda.js';
import type { Occurrence, TaskEvent } from './task.events.js';
import { asLead, asLeadOrFromAbove, fromAbove, isOver, type TaskContext } from './task.guards.js';
import type { Task } from './task.js';
import {
  alreadyTriggered,
  dateInPast,
  deliverablesMissing,
  occurrencesOpen,
  unknownOccurrence,
} from './task.refusals.js';

/** Gives the task to another lead with a reason (chuyển giao đầu mối, R1). */
export class HandOverTask {
  @Id({ description: 'Bộ phận chủ trì mới · the new lead unit' })
  unitId!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const handOverTask = guarded(
  fromAbove,
  (task, command: HandOverTask, context: TaskContext): TaskEvent[] => {
    const unit = context.office.units.get(command.unitId);
    if (!unit) throw unknownUnit();
    if (unit.unitId === task.lead.unitId) return [];
    const lead = { unitId: unit.unitId, postId: unit.headPostId };
    return [{ type: 'TaskHandedOver', data: { from: task.lead, lead, reason: command.reason } }];
  },
);

/** A task follows its lead unit into the successor (R28); nothing where another unit leads it, or it has ended. */
export class SucceedLead {
  unitId!: string;
  document!: string;
}

export function succeedLead(
  state: Task,
  { unitId, document }: SucceedLead,
  { office }: TaskContext,
): TaskEvent[] {
  if (state.lead?.unitId !== unitId || isOver(state)) return [];
  const unit = successorOf(office, unitId);
  if (!unit || unit.unitId === unitId) return [];
  const lead = { unitId: unit.unitId, postId: unit.headPostId };
  return [{ type: 'TaskHandedOver', data: { from: state.lead, lead, reason: document } }];
}

/** A task goes along with the part that was split from its lead unit (R28). */
export class FollowPart {
  unitId!: string;
  partId!: string;
  document!: string;
}

export function followPart(
  state: Task,
  { unitId, partId, document }: FollowPart,
  { office }: TaskContext,
): TaskEvent[] {
  const part = office.units.get(partId);
  if (state.lead?.unitId !== unitId || isOver(state) || !part) return [];
  const lead = { unitId: part.unitId, postId: part.headPostId };
  return [{ type: 'TaskHandedOver', data: { from: state.lead, lead, reason: document } }];
}

/** Records what a deadline waits for (ghi nhận điều kiện bắt đầu): it starts once (R9). */
export class RecordTrigger {
  @Id({ description: 'Nghĩa vụ · obligation' })
  obligationId!: string;

  @DayField({ description: 'Ngày phát sinh · the day it happened' })
  day!: string;

  @DayField({ description: 'Ngày đến hạn được ấn định · due day, if one was set', optional: true })
  dueDay?: string;

  @Text({ description: 'Văn bản, nội dung · document, what happened', max: 2000 })
  note!: string;
}

export const recordTrigger = guarded(
  asLeadOrFromAbove,
  (task, command: RecordTrigger, context: TaskContext): TaskEvent[] => {
    const { obligationId, day, note, dueDay: given = null } = command;
    const obligation = task.facts.obligations.find((o) => o.obligationId === obligationId);
    if (obligation?.schedule.kind !== 'triggered') throw unknownOccurrence();
    if (task.triggered.has(obligationId)) throw alreadyTriggered();
    const { calendar } = context;
    const due = dueInstant(triggeredDue({ day, dueDay: given }, obligation.schedule, calendar));
    if (due.due !== null && dayOf(new Date(due.due)) < dayOf(context.now)) throw dateInPast();
    const occurrence = openedBy(context, obligationId, 'triggered', due);
    const agenda = [agendaFor(occurrence, context)];
    return [
      {
        type: 'TriggerRecorded',
        data: { obligationId, day, dueDay: given, note, occurrences: [occurrence], agenda },
      },
    ];
  },
);

/** Asks for a report outside the quarter (yêu cầu báo cáo đột xuất). */
export class RequestExtraReport {
  @Id({ description: 'Nghĩa vụ · obligation' })
  obligationId!: string;

  @DayField({ description: 'Ngày đến hạn · due day' })
  day!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const requestExtraReport = guarded(
  fromAbove,
  (task, command: RequestExtraReport, context: TaskContext): TaskEvent[] => {
    const { obligationId, day, reason } = command;
    const obligation = task.facts.obligations.find((o) => o.obligationId === obligationId);
    if (!obligation || !('onRequest' in obligation.schedule) || !obligation.schedule.onRequest)
      throw unknownOccurrence();
    if (day < dayOf(context.now)) throw dateInPast();
    const due = dueInstant(closingOn(day, context.calendar));
    const occurrence = openedBy(context, obligationId, EXTRA + day, due);
    if (task.occurrences.has(occurrence.occurrenceId)) return [];
    return [
      {
        type: 'ExtraReportRequested',
        data: { obligationId, reason, occurrences: [occurrence], agenda: [agendaFor(occurrence, context)] },
      },
    ];
  },
);

/** Urges the lead (đôn đốc). */
export class UrgeTask {
  @Text({ description: 'Nội dung đôn đốc · the urging', min: 3, max: 2000 })
  text!: string;
}

export const urgeTask = guarded(fromAbove, (_task, command: UrgeTask, _context: TaskContext): TaskEvent[] => {
  return [{ type: 'TaskUrged', data: { text: command.text } }];
});

/** Says the task is done (báo hoàn thành): every declared deliverable is accepted (R4). */
export class CompleteTask {
  @Text({ description: 'Ghi chú · note', max: 2000, optional: true })
  note?: string;
}

export const completeTask = guarded(
  asLead,
  (task, command: CompleteTask, context: TaskContext): TaskEvent[] => {
    const accepted = new Set(
      [...task.submissions.values()]
        .filter(({ status }) => status === 'accepted')
        .map(({ deliverableId }) => deliverableId),
    );
    const missing = task.facts.deliverables.filter(({ deliverableId }) => !accepted.has(deliverableId));
    if (missing.length > 0) throw deliverablesMissing({ names: missing.map(({ name }) => name).join('; ') });
    const open = [...task.occurrences.values()].filter(({ status, review }) => status === 'open' && !review);
    // What meets a secret one's time is handed in elsewhere: its completion says so.
    if (open.length > 0 && !task.facts.secret) throw occurrencesOpen({ count: open.length });
    return [
      {
        type: 'TaskCompleted',
        data: { note: command.note ?? null, agenda: everythingOff(task, context.taskId) },
      },
    ];
  },
);

/** Ends a task that will not be done (hủy nhiệm vụ), with a reason. */
export class CancelTask {
  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const cancelTask = guarded(
  fromAbove,
  (task, command: CancelTask, context: TaskContext): TaskEvent[] => {
    return [
      {
        type: 'TaskCancelled',
        data: { reason: command.reason, agenda: everythingOff(task, context.taskId) },
      },
    ];
  },
);

const openedBy = (
  { taskId }: TaskContext,
  obligationId: string,
  key: string,
  due: DueInstant,
): Occurrence => ({
  occurrenceId: derivedId(taskId, obligationId, key),
  obligationId,
  key,
  ...due,
  review: false,
});

/** Nothing of a task falls due any more. */
export const everythingOff = (task: Task, taskId: string): AgendaItem[] => [
  ...[...task.occurrences.values()].filter(({ status }) => status === 'open').map(nothingMore),
  { occurrenceId: silenceId(taskId), due: new Date(0).toISOString(), alarms: [] },
];

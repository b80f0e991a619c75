import { ladderStep } from '#deadline';
import { DayField, Id, OneOf, Text, dayOf, formatDay } from '#kernel';
import { alarmsFor, nothingMore } from './agenda.js';
import type { TaskEvent } from './task.events.js';
import { openOccurrence, requireAboveLead, requireLead, running, type TaskContext } from './task.guards.js';
import type { Task } from './task.js';
import { extensionNotLater, extensionTooLate, noExtensionAsked } from './task.refusals.js';

/** Asks for a later date (xin gia hạn): before the due instant, with a reason (R5). */
export class AskExtension {
  @Id({ description: 'Kỳ hạn · deadline' })
  occurrenceId!: string;

  @DayField({ description: 'Ngày đề nghị · the day asked for' })
  day!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export function askExtension(state: Task, command: AskExtension, context: TaskContext): TaskEvent[] {
  const task = running(state);
  requireLead(task, context);
  const occurrence = openOccurrence(task, command.occurrenceId);
  if (context.now.toISOString() >= occurrence.due) throw extensionTooLate();
  const due = context.calendar.closing(context.calendar.onOrBefore(command.day)).toISOString();
  if (due <= occurrence.due) throw extensionNotLater({ due: formatDay(dayOf(new Date(occurrence.due))) });
  return [
    { type: 'ExtensionAsked', data: { occurrenceId: occurrence.occurrenceId, due, reason: command.reason } },
  ];
}

/** Grants or refuses it (quyết định gia hạn); a deadline missed meanwhile stays missed (R5). */
export class DecideExtension {
  @Id({ description: 'Kỳ hạn · deadline' })
  occurrenceId!: string;

  @OneOf({ description: 'Quyết định · decision', values: ['grant', 'refuse'] })
  decision!: 'grant' | 'refuse';

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export function decideExtension(state: Task, command: DecideExtension, context: TaskContext): TaskEvent[] {
  const task = running(state);
  requireAboveLead(task, context);
  const occurrence = openOccurrence(task, command.occurrenceId);
  if (!occurrence.asked) throw noExtensionAsked();
  const { occurrenceId } = occurrence;
  if (command.decision === 'refuse')
    return [{ type: 'ExtensionRefused', data: { occurrenceId, reason: command.reason } }];
  const { due } = occurrence.asked;
  const moved = { ...occurrence, due };
  // A deadline is missed once (R6): granted late, the new date only puts its escalation off.
  const alarms = occurrence.missed
    ? ladderStep(occurrence.level, new Date(due), context)
    : alarmsFor(moved, context);
  return [
    {
      type: 'ExtensionGranted',
      data: { occurrenceId, due, reason: command.reason, agenda: [{ ...nothingMore(moved), alarms }] },
    },
  ];
}

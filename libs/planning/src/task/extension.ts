import { closingOn, dueInstant } from '#deadline/agenda';
import { DayField, Id, OneOf, Text, dayOf, formatDay } from '#kernel';
import { guarded } from '#organisation/office';
import { aheadAgain } from './agenda.js';
import type { TaskEvent } from './task.events.js';
import { asLead, fromAbove, openOccurrence, type TaskContext } from './task.guards.js';
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

export const askExtension = guarded(
  asLead,
  (task, command: AskExtension, context: TaskContext): TaskEvent[] => {
    const occurrence = openOccurrence(task, command.occurrenceId);
    const { occurrenceId, due: before } = occurrence;
    if (before !== null && context.now.toISOString() >= before) throw extensionTooLate();
    const { day, reason } = command;
    const asked = { ...dueInstant(closingOn(day, context.calendar)), day };
    if (before !== null && (asked.due === null ? day <= dayOf(new Date(before)) : asked.due <= before))
      throw extensionNotLater({ due: formatDay(dayOf(new Date(before))) });
    return [{ type: 'ExtensionAsked', data: { occurrenceId, ...asked, reason } }];
  },
);

/** Grants or refuses it (quyết định gia hạn); a deadline missed meanwhile stays missed (R5). */
export class DecideExtension {
  @Id({ description: 'Kỳ hạn · deadline' })
  occurrenceId!: string;

  @OneOf({ description: 'Quyết định · decision', values: ['grant', 'refuse'] })
  decision!: 'grant' | 'refuse';

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const decideExtension = guarded(
  fromAbove,
  (task, command: DecideExtension, context: TaskContext): TaskEvent[] => {
    const occurrence = openOccurrence(task, command.occurrenceId);
    if (!occurrence.asked) throw noExtensionAsked();
    const { occurrenceId } = occurrence;
    if (command.decision === 'refuse')
      return [{ type: 'ExtensionRefused', data: { occurrenceId, reason: command.reason } }];
    const { awaits: _before, ...standing } = occurrence;
    const moved = { ...standing, ...occurrence.asked };
    // A deadline is missed once (R6): granted late, the new date only puts its escalation off.
    const agenda = [aheadAgain(moved, context)];
    return [
      {
        type: 'ExtensionGranted',
        data: { occurrenceId, ...occurrence.asked, reason: command.reason, agenda },
      },
    ];
  },
);

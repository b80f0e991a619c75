import { byDue } from '#deadline/agenda';
import { FileHash, Id, Text, derivedId } from '#kernel';
import { guarded } from '#organisation/office';
import { hasPassed } from '#overdue';
import { aheadAgain, nothingMore } from './agenda.js';
import type { TaskEvent } from './task.events.js';
import { asLead, fromAbove, openOccurrence, type RunningTask, type TaskContext } from './task.guards.js';
import type { OccurrenceState, Submission, Task } from './task.js';
import { notAboveTheLead, unknownDeliverable, unknownSubmission } from './task.refusals.js';

/** Hands in a deliverable (nộp sản phẩm): it meets the named deadline, or else the earliest open one. */
export class SubmitDeliverable {
  @Id({ description: 'Sản phẩm · deliverable' })
  deliverableId!: string;

  @Id({ description: 'Kỳ hạn mà sản phẩm đáp ứng · the deadline it meets', optional: true })
  occurrenceId?: string;

  @Text({ description: 'Nội dung · what is handed in', max: 4000 })
  text!: string;

  @FileHash({ description: 'SHA-256 của tệp · hash of the file', optional: true })
  evidence?: string;
}

export const submitDeliverable = guarded(
  asLead,
  (task, command: SubmitDeliverable, context: TaskContext): TaskEvent[] => {
    if (!task.facts.deliverables.some(({ deliverableId }) => deliverableId === command.deliverableId))
      throw unknownDeliverable();
    const occurrence =
      command.occurrenceId === undefined ? earliestOpen(task) : openOccurrence(task, command.occurrenceId);
    const data = {
      submissionId: derivedId(context.taskId, command.deliverableId, task.submissions.size),
      deliverableId: command.deliverableId,
      occurrenceId: occurrence?.occurrenceId ?? null,
      by: context.hand,
      text: command.text,
      evidence: command.evidence ?? null,
      late: occurrence !== undefined && hasPassed(occurrence.due, context.now),
      agenda: occurrence ? [nothingMore(occurrence)] : [],
    };
    return [{ type: 'DeliverableSubmitted', data }];
  },
);

/** Accepts what was handed in (nghiệm thu, R3). */
export class AcceptDeliverable {
  @Id({ description: 'Bản nộp · submission' })
  submissionId!: string;
}

export const acceptDeliverable = guarded(
  fromAbove,
  (task, command: AcceptDeliverable, context: TaskContext): TaskEvent[] => {
    const { submissionId, deliverableId } = waiting(task, command.submissionId, context);
    return [{ type: 'DeliverableAccepted', data: { submissionId, deliverableId } }];
  },
);

/** Sends it back with a reason (trả lại): the deadline it met is open again. */
export class ReturnDeliverable {
  @Id({ description: 'Bản nộp · submission' })
  submissionId!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const returnDeliverable = guarded(
  fromAbove,
  (task, command: ReturnDeliverable, context: TaskContext): TaskEvent[] => {
    const { submissionId, deliverableId, occurrenceId } = waiting(task, command.submissionId, context);
    const occurrence = occurrenceId === null ? undefined : task.occurrences.get(occurrenceId);
    const agenda = occurrence ? [aheadAgain(occurrence, context, context.now.toISOString())] : [];
    return [
      {
        type: 'DeliverableReturned',
        data: { submissionId, deliverableId, occurrenceId, reason: command.reason, agenda },
      },
    ];
  },
);

function waiting(task: RunningTask, submissionId: string, context: TaskContext): Submission {
  const submission = task.submissions.get(submissionId);
  if (submission?.status !== 'waiting') throw unknownSubmission();
  if (submission.by === context.actor || submission.by === context.hand) throw notAboveTheLead();
  return submission;
}

const earliestOpen = (task: Task): OccurrenceState | undefined =>
  [...task.occurrences.values()]
    .filter(({ status, review }) => status === 'open' && !review)
    .toSorted(byDue)[0];

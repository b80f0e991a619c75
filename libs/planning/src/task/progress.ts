import { FileHash, Text, Whole } from '#kernel';
import { guarded } from '#organisation/office';
import type { TaskEvent } from './task.events.js';
import { asLead, type TaskContext } from './task.guards.js';

/** Takes note of a task given (tiếp nhận nhiệm vụ). */
export class AcknowledgeTask {
  @Text({ description: 'Ghi chú · note', max: 1000, optional: true })
  note?: string;
}

export const acknowledgeTask = guarded(
  asLead,
  (task, command: AcknowledgeTask, _context: TaskContext): TaskEvent[] => {
    return task.acknowledged ? [] : [{ type: 'TaskAcknowledged', data: { note: command.note ?? null } }];
  },
);

/** Reports how far a task is (báo cáo tiến độ, R2). */
export class ReportTaskProgress {
  @Whole({ description: 'Phần trăm hoàn thành · percent done', min: 0, max: 100 })
  percent!: number;

  @Text({ description: 'Nội dung đã làm · what was done', max: 4000 })
  text!: string;

  @FileHash({ description: 'SHA-256 của tệp minh chứng · hash of the evidence file', optional: true })
  evidence?: string;
}

export const reportTaskProgress = guarded(
  asLead,
  (_task, command: ReportTaskProgress, _context: TaskContext): TaskEvent[] => {
    const { percent, text, evidence } = command;
    return [{ type: 'TaskProgressReported', data: { percent, text, evidence: evidence ?? null } }];
  },
);

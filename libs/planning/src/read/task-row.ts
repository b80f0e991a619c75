import { EntitySchema } from 'typeorm';
import type { TaskView } from './task-view.types.js';

/** A row of the read model `rm_task.task`. */
export interface TaskRow {
  office: string;
  taskId: string;
  planId: string;
  sortKey: string;
  area: string;
  state: string;
  version: number;
  leadUnit: string | null;
  leadPost: string | null;
  late: boolean;
  silent: boolean;
  nextDue: Date | null;
  waiting: number;
  view: TaskView;
}

export const taskRow = new EntitySchema<TaskRow>({
  name: 'task_row',
  schema: 'rm_task',
  tableName: 'task',
  columns: {
    office: { type: 'text', primary: true },
    taskId: { type: 'uuid', primary: true, name: 'task_id' },
    planId: { type: 'uuid', name: 'plan_id' },
    sortKey: { type: 'text', name: 'sort_key' },
    area: { type: 'text' },
    state: { type: 'text' },
    version: { type: 'int' },
    leadUnit: { type: 'uuid', name: 'lead_unit', nullable: true },
    leadPost: { type: 'uuid', name: 'lead_post', nullable: true },
    late: { type: 'boolean' },
    silent: { type: 'boolean' },
    nextDue: { type: 'timestamptz', name: 'next_due', nullable: true },
    waiting: { type: 'int' },
    view: { type: 'jsonb' },
  },
});

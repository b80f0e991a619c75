import type { TaskEvent } from './task.events.js';
import { isOver, type TaskContext } from './task.guards.js';
import { everythingOff } from './steering.js';
import type { Task } from './task.js';

/** The task goes on in next year's plan (chuyển tiếp sang năm sau): its plan was closed; nothing falls due here any more. */
export class CarryTaskOver {
  year!: number;
  planId!: string;
  toTaskId!: string;
}

export function carryTaskOver(state: Task, command: CarryTaskOver, { taskId }: TaskContext): TaskEvent[] {
  if (state.status === 'none' || isOver(state)) return [];
  const { year, planId, toTaskId } = command;
  return [
    { type: 'TaskCarriedOver', data: { year, planId, toTaskId, agenda: everythingOff(state, taskId) } },
  ];
}

import { Whole } from '#kernel';
import { guarded, type GuardedDecision } from '#organisation/office';
import { keptOutside } from '../plan/plan.refusals.js';
import { everythingOff } from './steering.js';
import type { TaskEvent } from './task.events.js';
import { asLead, fromAbove, type RunningTask, type TaskContext } from './task.guards.js';
import type { Task } from './task.js';
import { notSecret } from './task.refusals.js';

/** An act that says something of a task, or keeps a file or an amount of it: nobody's on a secret one, whose content is kept outside. */
export const written = <F, X>(
  decide: GuardedDecision<Task, F, X, TaskEvent>,
): GuardedDecision<Task, F, X, TaskEvent> => {
  const open = (state: Task): Task => {
    if (state.facts?.secret) throw keptOutside();
    return state;
  };
  return Object.assign((state: Task, fields: F, context: X) => decide(open(state), fields, context), {
    guard: (state: Task, context: X) => decide.guard(open(state), context),
  });
};

/** An act that may come with a note; on a secret task it comes without. */
export const withNote = <F extends { note?: string }, X>(
  decide: GuardedDecision<Task, F, X, TaskEvent>,
): GuardedDecision<Task, F, X, TaskEvent> =>
  Object.assign(
    (state: Task, fields: F, context: X) => {
      if (state.facts?.secret && fields.note !== undefined) throw keptOutside();
      return decide(state, fields, context);
    },
    { guard: decide.guard },
  );

function ofSecret(
  state: Task,
  who: (state: Task, context: TaskContext) => RunningTask,
  context: TaskContext,
) {
  const task = who(state, context);
  if (!task.facts.secret) throw notSecret();
  return task;
}

/** Says how far a secret task is (tiến độ việc mật), and nothing else of it. */
export class ReportSecretProgress {
  @Whole({ description: 'Phần trăm hoàn thành · percent done', min: 0, max: 100 })
  percent!: number;
}

export const reportSecretProgress = guarded(
  (state: Task, context: TaskContext) => ofSecret(state, asLead, context),
  (_task, { percent }: ReportSecretProgress, _context: TaskContext): TaskEvent[] => [
    { type: 'TaskProgressReported', data: { percent, text: '', evidence: null } },
  ],
);

/** Ends a secret task that will not be done, or that was counted by mistake (hủy việc mật); the reason is kept with the task. */
export class CancelSecretWork {}

export const cancelSecretWork = guarded(
  (state: Task, context: TaskContext) => ofSecret(state, fromAbove, context),
  (task, _command: CancelSecretWork, { taskId }: TaskContext): TaskEvent[] => [
    { type: 'TaskCancelled', data: { reason: '', agenda: everythingOff(task, taskId) } },
  ],
);

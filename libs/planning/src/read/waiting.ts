import { MOST_WAITING, type Waiting, type WaitingFor } from '#capability';
import type { PlanningQueries } from '../planning.queries.js';
import type { TaskView } from './task-view.types.js';

const nextOf = ({ occurrences }: TaskView) => occurrences.find(({ status }) => status === 'open');

/** A task that somebody leads, by its open deadline that falls due first; one that was only assigned is to be taken on. */
function led(view: TaskView): Waiting[] {
  if (view.state !== 'assigned' && view.state !== 'in_progress') return [];
  const next = nextOf(view);
  const obligation = view.obligations.find(({ obligationId }) => obligationId === next?.obligationId);
  return [
    {
      ...aboutTask(view),
      part: obligation ? (obligation.label ?? obligation.phrase) : null,
      need: view.state === 'assigned' ? 'take' : 'do',
      due: next?.due ? new Date(next.due) : null,
    },
  ];
}

const aboutTask = ({ taskId, number, title }: TaskView) => ({ kind: 'task', subject: taskId, number, title });

/** Tasks that somebody leads, and those of others that wait for their decision (R3, R5). */
export const tasksWaiting =
  (queries: PlanningQueries): WaitingFor =>
  async ({ office, state, personId }) => {
    const of = (filter: { lead?: string; decision?: 'waiting' }) =>
      queries.list(office, state, personId, { ...filter, limit: MOST_WAITING });
    const [own, waiting] = await Promise.all([of({ lead: 'me' }), of({ decision: 'waiting' })]);
    return [
      ...own.views.flatMap(led),
      ...waiting.views.map((view): Waiting => ({
        ...aboutTask(view),
        part: null,
        need: 'decide',
        due: null,
      })),
    ];
  };

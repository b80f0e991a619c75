import { MOST_WAITING, type Waiting, type WaitingFor } from '#capability';
import type { PlanningQueries } from '../planning.queries.js';
import type { TaskView } from './task-view.types.js';

/**
 * A task that somebody leads, by its open deadlines as they fall due: the next, or each that has a day; one that was only
 * assigned is to be taken on.
 */
function led(view: TaskView, everyDeadline: boolean): Waiting[] {
  if (view.state !== 'assigned' && view.state !== 'in_progress') return [];
  const open = view.occurrences.filter(({ status }) => status === 'open');
  const told = everyDeadline ? open.filter(({ due }) => due !== null) : [open[0]];
  return told.map((occurrence) => {
    const obligation = view.obligations.find(({ obligationId }) => obligationId === occurrence?.obligationId);
    return {
      ...aboutTask(view),
      part: obligation ? (obligation.label ?? obligation.phrase) : null,
      need: view.state === 'assigned' ? 'take' : 'do',
      due: occurrence?.due ? new Date(occurrence.due) : null,
    };
  });
}

const aboutTask = ({ taskId, number, title }: TaskView) => ({ kind: 'task', subject: taskId, number, title });

/** Tasks that somebody leads, and those of others that wait for their decision (R3, R5). */
export const tasksWaiting =
  (queries: PlanningQueries): WaitingFor =>
  async ({ office, state, personId, everyDeadline = false }) => {
    const of = (filter: { lead?: string; decision?: 'waiting' }) =>
      queries.list(office, state, personId, { ...filter, limit: MOST_WAITING });
    const [own, waiting] = await Promise.all([of({ lead: 'me' }), of({ decision: 'waiting' })]);
    return [
      ...own.views.flatMap((view) => led(view, everyDeadline)),
      ...waiting.views.map((view): Waiting => ({
        ...aboutTask(view),
        part: null,
        need: 'decide',
        due: null,
      })),
    ];
  };

import { derivedId } from '#kernel';
import type { Deliverable, Obligation } from '../plan/plan.js';
import { noSuchDate } from './deadline.refusals.js';
import { parseDeliverables, parseObligations, type ReadObligation } from './parse-columns.js';

/** A task's obligations with ids of their own: the same label of the same task is the same obligation. Refuses `no_such_date`. */
export function readObligations(
  taskId: string,
  deadlineText: string,
  deliverables: string,
  year: number,
): (Obligation & Pick<ReadObligation, 'column'>)[] {
  const seen = new Map<string, number>();
  return parseObligations(deadlineText, deliverables, year).map(({ label, phrase, schedule, column }) => {
    if (schedule.kind === 'noSuchDate') throw noSuchDate({ phrase });
    const twin = seen.get(label ?? '') ?? 0;
    seen.set(label ?? '', twin + 1);
    return {
      obligationId: derivedId(taskId, 'obligation', label ?? '', twin),
      label,
      phrase,
      schedule,
      column,
    };
  });
}

/** A task's deliverables; the same name of the same task is the same deliverable. */
export const readDeliverables = (taskId: string, text: string): Deliverable[] =>
  parseDeliverables(text).map((name) => ({ deliverableId: derivedId(taskId, 'deliverable', name), name }));

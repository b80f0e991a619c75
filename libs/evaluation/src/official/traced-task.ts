import { dayOf, type Day } from '#kernel';
import type { Task } from '#planning';
import type { TracedTask } from './settling.js';

/**
 * What the events of a task tell of it in a period: what fell due there, kept or missed, and what was handed back of it; of
 * a task of which nothing falls due there, whether it is completed.
 */
export function tracedTask(
  { status, lead, submissions, occurrences }: Task,
  { first, last }: { first: Day; last: Day },
): TracedTask {
  const due = [...occurrences.values()].filter((one) => {
    const day = one.due === null ? '' : dayOf(new Date(one.due));
    return one.status !== 'closed' && first <= day && day <= last;
  });
  const ids = new Set<string | null>(due.map(({ occurrenceId }) => occurrenceId));
  const returned = [...submissions.values()].filter((one) => one.status === 'returned');
  return {
    leadPostId: lead?.postId ?? null,
    done: due.length === 0 ? status === 'completed' : due.every((one) => one.status === 'fulfilled'),
    failedReviews: returned.filter(({ occurrenceId }) => ids.has(occurrenceId)).length,
    delays: due.filter(({ missed }) => missed).length,
  };
}

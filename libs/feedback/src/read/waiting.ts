import { MOST_WAITING, type Waiting, type WaitingFor } from '#capability';
import { hasRole, postsOf } from '#organisation';
import type { FeedbackQueries, FeedbackRow } from './feedback.queries.js';

const about = ({ id, title, due }: FeedbackRow, need: Waiting['need']): Waiting => ({
  kind: 'feedback',
  subject: id,
  number: null,
  title,
  part: null,
  need,
  due,
});

/** Feedback that somebody's units are to answer; what nobody has yet waits for whoever gives it out. */
export const feedbackWaiting =
  (queries: FeedbackQueries): WaitingFor =>
  async ({ office, state, personId }) => {
    const units = [...new Set(postsOf(state, personId).map(({ unitId }) => unitId))];
    const own = await Promise.all(
      units.map((unit) => queries.list(office, { status: 'open', unit, limit: MOST_WAITING })),
    );
    const waiting = own.flatMap(({ items }) => items).map((row) => about(row, 'do'));
    if (!hasRole(state, personId, 'office-of-record', 'chairman', 'vice-chairman')) return waiting;
    const all = await queries.list(office, { status: 'open', limit: MOST_WAITING });
    return [
      ...waiting,
      ...all.items.filter(({ unitId }) => unitId === null).map((row) => about(row, 'decide')),
    ];
  };

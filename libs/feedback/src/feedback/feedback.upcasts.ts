import type { Upcasts } from '#event-store';
import { dayOf } from '#kernel';

/** What feedback's events of before say in today's shape. */
export const feedbackUpcasts: Upcasts = {
  // The day asked for was not kept beside the end that came of it.
  FeedbackExtended: [
    (data) => ({ ...(typeof data.due === 'string' && { day: dayOf(new Date(data.due)) }), ...data }),
  ],
};

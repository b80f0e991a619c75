import { addDays, dayOf, type Day } from '#kernel';
import type { MoveDuty } from '#persons';
import { FEEDBACK_SETTINGS } from './agenda.js';
import type { Feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';

/** Why the unit that is to answer has a duty in what was written; in events from before, by this alone it is known. */
const TO_ANSWER = 'trả lời phản ánh';

/** By which it becomes another unit's to answer, or nobody's. */
export const movesDuty: readonly FeedbackEvent['type'][] = [
  'FeedbackAssigned',
  'FeedbackReopened',
  'FeedbackAnswered',
  'FeedbackPassedOn',
  'FeedbackTakenOver',
];

/**
 * Who has a duty in what was written (R34): the unit that is to answer, until it is another's to answer, was passed on, or
 * may be objected to no more. What is another's now is nobody else's from the next day on.
 */
export const dutyToAnswer = (
  feedbackId: string,
  unitId: string | null,
  type: FeedbackEvent['type'],
  at: Date,
): MoveDuty => ({ unitId, grounds: [feedbackId, TO_ANSWER], reason: TO_ANSWER, until: lastDay(type, at) });

const lastDay = (type: FeedbackEvent['type'], at: Date): Day =>
  addDays(dayOf(at), type === 'FeedbackAnswered' ? FEEDBACK_SETTINGS.reopenDays : 0);

/** The unit that is to answer, as things stand. */
export const toAnswer = ({ status, unitId }: Pick<Feedback, 'status' | 'unitId'>): string | null =>
  status === 'assigned' ? unitId : null;

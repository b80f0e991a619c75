import type { AgendaItem } from '#deadline/agenda';
import { dayOf } from '#kernel';
import { successorOf, type Office } from '#organisation/office';
import { escalationAgain } from '#overdue';
import { answerAgenda, mayReopenUntil, off, watched, type FeedbackContext } from './agenda.js';
import type { Feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';

/** Lets feedback go to the office that takes this one over (R28); nothing where nothing of it is owed any more. */
export class TransferFeedback {}

export function transferFeedback(
  state: Feedback,
  _command: TransferFeedback,
  context: FeedbackContext,
): FeedbackEvent[] {
  const { succession } = context.office;
  if (!succession || !isOwed(state, context)) return [];
  const { successor: toOffice, document } = succession;
  const agenda = off(context.feedbackId);
  return [{ type: 'FeedbackTransferred', data: { toOffice, document, was: state.status, agenda } }];
}

/** It waits for an answer, or for being published, or its author may still say that the answer does not do (R25). */
function isOwed(state: Feedback, { now, settings }: FeedbackContext): boolean {
  const { status } = state;
  if (status === 'published') return !state.reopened && dayOf(now) <= mayReopenUntil(state, now, settings);
  return status === 'received' || status === 'assigned' || status === 'answered';
}

/** Feedback as it goes along: the heir of the unit that was to answer answers; without one it waits to be assigned. */
export function carriedFeedback(
  state: Feedback,
  { was, from }: { was: Feedback['status']; from: string },
  office: Office,
): Feedback | undefined {
  const { succession } = office;
  if (!succession) return undefined;
  const unitId = state.unitId === null ? null : (successorOf(office, state.unitId)?.unitId ?? state.unitId);
  const heir = succession.heirs.find((one) => one.unitId === unitId);
  return {
    ...state,
    of: state.of ?? { office: from, name: office.name },
    toOffice: null,
    status: was === 'assigned' && !heir ? 'received' : was,
    unitId: heir?.heirUnitId ?? null,
    postId: heir?.heirPostId ?? null,
  };
}

/** Takes over feedback of an office that ended: its code, its time and its lateness go on (R28). */
export class TakeOverFeedback {
  fromOffice!: string;
  document!: string;
  carried!: Feedback;
}

export function takeOverFeedback(
  state: Feedback,
  { fromOffice, document, carried }: TakeOverFeedback,
  context: FeedbackContext,
): FeedbackEvent[] {
  if (state.status !== 'none' || carried.status === 'none') return [];
  const feedback = { ...carried, atPostId: null };
  const agenda = goesOn(feedback, context);
  return [{ type: 'FeedbackTakenOver', data: { fromOffice, document, feedback, agenda } }];
}

/** What was missed goes on being escalated from the level it had reached, its days counted from the hand-over. */
function goesOn(feedback: Feedback, context: FeedbackContext): AgendaItem[] {
  const time = watched(feedback, context);
  if (!time.running) return off(context.feedbackId);
  return time.missed
    ? [escalationAgain(time, context.now, context)]
    : [answerAgenda(feedback, context, feedback.warned)];
}

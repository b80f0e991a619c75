import { chainAbove, isFilled } from '#organisation';
import { FEEDBACK_STEP, answerAgenda, escalationAgenda, off, type FeedbackContext } from './agenda.js';
import type { Feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';

/** A step of feedback's agenda that has fallen due; issued by the deadline worker alone. */
export interface TakeFeedbackStep {
  step: string;
}

/** What a step does now; nothing where it has no sense any more. */
export function takeFeedbackStep(
  state: Feedback,
  { step }: TakeFeedbackStep,
  context: FeedbackContext,
): FeedbackEvent[] {
  if (state.status !== 'received' && state.status !== 'assigned') return [];
  const [name, argument] = step.slice(FEEDBACK_STEP.length).split(':');
  if (name === 'warn') return warn(state, context);
  if (name === 'overdue') return overdue(state, context);
  return name === 'escalate' ? escalate(state, Number(argument), context) : [];
}

function warn(state: Feedback, context: FeedbackContext): FeedbackEvent[] {
  if (state.warned) return [];
  const { due } = state;
  return [
    {
      type: 'FeedbackWarned',
      data: { due, toPostId: answerable(state, context), agenda: [answerAgenda(due, context, true)] },
    },
  ];
}

function overdue(state: Feedback, context: FeedbackContext): FeedbackEvent[] {
  const { due } = state;
  if (context.now.toISOString() < due || state.level > 0) return [];
  const agenda = [escalationAgenda(0, new Date(due), due, context)];
  return [{ type: 'FeedbackOverdue', data: { due, postId: answerable(state, context), agenda } }];
}

/** One level at a time, over vacant posts aloud. */
function escalate(state: Feedback, level: number, context: FeedbackContext): FeedbackEvent[] {
  const from = state.atPostId ?? answerable(state, context);
  if (!state.overdue || state.level >= level || from === null) return [];
  const above = chainAbove(context.office, from);
  const next = above.findIndex((post) => isFilled(context.office, post));
  const to = above[next];
  if (!to) return [];
  const { due } = state;
  const agenda = to.external ? off(context.feedbackId) : [escalationAgenda(level, context.now, due, context)];
  const skipped = above.slice(0, next).map(({ postId }) => postId);
  return [{ type: 'FeedbackEscalated', data: { level, toPostId: to.postId, skipped, due, agenda } }];
}

/** Before it is assigned, whoever keeps the register answers for it. */
function answerable({ postId }: Feedback, { office }: FeedbackContext): string | null {
  return (
    postId ??
    [...office.posts.values()].find(({ roles }) => roles.includes('office-of-record'))?.postId ??
    null
  );
}

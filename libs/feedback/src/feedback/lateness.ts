import {
  afterTheClock,
  awaitedBy,
  awaitedLadder,
  type AgendaItem,
  hasPassed,
  type DueInstant,
} from '#deadline';
import { chainAbove, isFilled } from '#organisation';
import {
  FEEDBACK_STEP,
  answerAgenda,
  answerDue,
  escalationAgenda,
  occurrenceId,
  off,
  type FeedbackContext,
} from './agenda.js';
import { feedback, type Feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';

/** A step of feedback's agenda that has fallen due; issued by the deadline worker alone. */
export class TakeFeedbackStep {
  step!: string;
}

/** What a step does now; nothing where it has no sense any more. */
export function takeFeedbackStep(
  state: Feedback,
  { step }: TakeFeedbackStep,
  context: FeedbackContext,
): FeedbackEvent[] {
  if (state.status !== 'received' && state.status !== 'assigned') return [];
  const awaited = awaitedBy(step, FEEDBACK_STEP);
  if (awaited) return calendarKnown(state, step, awaited.year, context);
  const [name, argument] = step.slice(FEEDBACK_STEP.length).split(':');
  if (name === 'warn') return warn(state, context);
  if (name === 'overdue') return overdue(state, context);
  return name === 'escalate' ? escalate(state, Number(argument), context) : [];
}

function warn(state: Feedback, context: FeedbackContext): FeedbackEvent[] {
  const { due } = state;
  if (state.warned || due === null) return [];
  return [
    {
      type: 'FeedbackWarned',
      data: { due, toPostId: answerable(state, context), agenda: [answerAgenda({ due }, context, true)] },
    },
  ];
}

function overdue(state: Feedback, context: FeedbackContext): FeedbackEvent[] {
  const { due } = state;
  if (due === null || context.now.toISOString() < due || state.missedDue === due) return [];
  const agenda = [escalationAgenda(0, new Date(due), due, context)];
  return [{ type: 'FeedbackOverdue', data: { due, postId: answerable(state, context), agenda } }];
}

/** What a time that ran out has brought about, where nobody has recorded it. */
const unrecorded = (state: Feedback, context: FeedbackContext): FeedbackEvent[] =>
  (state.status === 'received' || state.status === 'assigned') && hasPassed(state.due, context.now)
    ? overdue(state, context)
    : [];

/** Decides what somebody does to feedback whose time may have run out unseen: that is recorded first. */
export const seeingLateness = <C, X extends FeedbackContext>(
  decide: (state: Feedback, command: C, context: X) => FeedbackEvent[],
) => afterTheClock(unrecorded, feedback.evolve, decide);

/** A year's calendar has become known: what waited for it is computed, and the event says by which text (R38). */
function calendarKnown(
  state: Feedback,
  step: string,
  year: number,
  context: FeedbackContext,
): FeedbackEvent[] {
  const source = context.calendar.sourceOf(year);
  if (source === undefined) return [];
  const ladder = awaitedLadder(step, context, FEEDBACK_STEP);
  const set = (due: DueInstant, item: AgendaItem): FeedbackEvent[] => [
    { type: 'FeedbackDueSet', data: { ...due, from: state.due, year, source, agenda: [item] } },
  ];
  if (ladder)
    return set(
      { due: state.due },
      { occurrenceId: occurrenceId(context.feedbackId), due: state.due, ...ladder },
    );
  if (state.due !== null || state.counted === null) return [];
  const due = answerDue(state.counted, context);
  return set(due, answerAgenda(due, context));
}

/** One level at a time, over vacant posts aloud. */
function escalate(state: Feedback, level: number, context: FeedbackContext): FeedbackEvent[] {
  const from = state.atPostId ?? answerable(state, context);
  const { due } = state;
  if (!state.overdue || state.level >= level || from === null || due === null) return [];
  const above = chainAbove(context.office, from);
  const next = above.findIndex((post) => isFilled(context.office, post));
  const to = above[next];
  if (!to) return [];
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

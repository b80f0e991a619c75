import { awaitedBy, type DueInstant } from '#deadline/agenda';
import { rungsAbove } from '#organisation/office';
import { afterMissing, afterTheClock, calendarKnown, endPassed, endReached, escalation } from '#overdue';
import { FEEDBACK_STEP, answerAgenda, answerDue, watched, type FeedbackContext } from './agenda.js';
import { feedback, type Feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';

/** A step of feedback's agenda that has fallen due; issued by the deadline worker alone. */
export class TakeFeedbackStep {
  step!: string;
}

/** What a step does now; nothing where it has no sense any more. In an office that ended, its successor is reminded. */
export function takeFeedbackStep(
  state: Feedback,
  { step }: TakeFeedbackStep,
  context: FeedbackContext,
): FeedbackEvent[] {
  if (context.office.succession || (state.status !== 'received' && state.status !== 'assigned')) return [];
  const awaited = awaitedBy(step, FEEDBACK_STEP);
  if (awaited) return countAnew(state, step, awaited.year, context);
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
  const due = endReached(watched(state, context), context.now);
  if (due === undefined) return [];
  const agenda = [afterMissing(watched(state, context), due, context)];
  return [{ type: 'FeedbackOverdue', data: { due, postId: answerable(state, context), agenda } }];
}

/** What a time that ran out has brought about, where nobody has recorded it. */
const unrecorded = (state: Feedback, context: FeedbackContext): FeedbackEvent[] =>
  endPassed(watched(state, context), context.now) === undefined ? [] : overdue(state, context);

/** Decides what somebody does to feedback whose time may have run out unseen: that is recorded first. */
export const seeingLateness = <C, X extends FeedbackContext>(
  decide: (state: Feedback, command: C, context: X) => FeedbackEvent[],
) => afterTheClock(unrecorded, feedback.evolve, decide);

/** A year's calendar has become known, or another: what waited for it or differs by it is computed, and the event says by which text (R38). */
function countAnew(state: Feedback, step: string, year: number, context: FeedbackContext): FeedbackEvent[] {
  const source = context.calendar.sourceOf(year);
  if (source === undefined) return [];
  const counting = {
    end: () => (state.counted === null ? undefined : answerDue(state.counted, context)),
    ahead: (due: DueInstant) => answerAgenda(due, context, state.warned),
  };
  return calendarKnown(watched(state, context), state, step, counting, context).map(({ due, item }) => ({
    type: 'FeedbackDueSet',
    data: { ...due, from: state.due, year, source, agenda: [item] },
  }));
}

/** R7: one level at a time; a vacant post is passed over aloud. */
function escalate(state: Feedback, level: number, context: FeedbackContext): FeedbackEvent[] {
  const from = state.atPostId ?? answerable(state, context);
  const above = from === null ? [] : rungsAbove(context.office, from);
  const reached = escalation(watched(state, context), level, above, context);
  if (!reached) return [];
  const { item, ...to } = reached;
  return [{ type: 'FeedbackEscalated', data: { ...to, agenda: [item] } }];
}

/** Before it is assigned, whoever keeps the register answers for it. */
function answerable({ postId }: Feedback, { office }: FeedbackContext): string | null {
  return (
    postId ??
    [...office.posts.values()].find(({ roles }) => roles.includes('office-of-record'))?.postId ??
    null
  );
}

import { dayOf } from '#kernel';

/** How something stands against its time: done on a day before, by then, or after; not done, late or still open. */
export type Timing = 'early' | 'on time' | 'late' | 'open';

/**
 * R6, R16: whether a time was over at an instant. What happens at its very end happens in time; an end that waits for a
 * calendar (null) has not come.
 */
export const hasPassed = (due: string | null, at: Date): boolean =>
  due !== null && at.getTime() > Date.parse(due);

/** How something stands, by when it was done or, not done, by now: whoever has seen it, and whether anybody has. */
export function timingOf(due: string | null, done: Date | null, now: Date): Timing {
  if (hasPassed(due, done ?? now)) return 'late';
  if (done === null) return 'open';
  return due === null || dayOf(done) < dayOf(new Date(due)) ? 'early' : 'on time';
}

/** Decides what a command does to a state. */
type Decide<S, E, C, X> = (state: S, command: C, context: X) => E[];

/**
 * Decides an act that may come after a time has run out unseen: what nobody has recorded yet (`unrecorded`) goes in before
 * it, with it, and the act is decided on what that leaves. An act that comes to nothing records nothing.
 */
export const afterTheClock =
  <S, E, C, X extends { now: Date }>(
    unrecorded: (state: S, context: X) => E[],
    evolve: (state: S, event: E, at: Date) => S,
    decide: Decide<S, E, C, X>,
  ): Decide<S, E, C, X> =>
  (state, command, context) => {
    const before = unrecorded(state, context);
    const seen = before.reduce((sum, event) => evolve(sum, event, context.now), state);
    const own = decide(seen, command, context);
    return own.length === 0 ? [] : [...before, ...own];
  };

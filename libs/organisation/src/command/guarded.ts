/**
 * Says whether somebody may do something to a subject at all, without a command's fields; gives the subject as the decision
 * goes on with it, or throws the refusal that says why not.
 */
export type Guard<S, C, G> = (state: S, context: C) => G;

/** Decides what a command does to a subject: pure, refuses by throwing. */
export type Decide<S, F, C, E> = (state: S, fields: F, context: C) => E[];

/** A decision that asks its guard first; the guard can be asked alone. */
export interface GuardedDecision<S, F, C, E> {
  (state: S, fields: F, context: C): E[];
  readonly guard: Guard<S, C, unknown>;
}

/** Puts a guard before a decision, which gets what the guard gave. */
export const guarded = <S, C, G, F, E>(
  guard: Guard<S, C, G>,
  decide: (state: G, fields: F, context: C) => E[],
): GuardedDecision<S, F, C, E> =>
  Object.assign((state: S, fields: F, context: C) => decide(guard(state, context), fields, context), {
    guard,
  });

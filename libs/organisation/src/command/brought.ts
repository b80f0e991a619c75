import { actOf, decision, type Aggregate, type Decision, type NewEvent } from '#event-store';
import { derivedId, type Envelope } from '#kernel';

/** Whose act brings something about, when and in whose name. */
export interface BroughtBy {
  envelope: Envelope;
  now: Date;
  principal: string | undefined;
}

/** What an act brings about on another stream (kéo theo), in its own commit; its doer is whoever did the act. */
export type Brought = (by: BroughtBy) => Decision;

/** Brings something about under a rule. `part` tells what one act brings about apart. */
export const brought =
  <S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    subject: string,
    { part, rule }: { part: string; rule: string },
    decide: (state: S) => E[],
  ): Brought =>
  ({ envelope, now, principal }) => {
    // What the client has seen, and what it is to be known by, is of the act itself.
    const { ifMatch: _seen, proof: _proof, once: _once, ...around } = envelope;
    const { commandId, correlationId = commandId } = envelope;
    const own = { ...around, commandId: derivedId(commandId, part), correlationId, rule };
    return decision(aggregate, actOf(own, { subject, body: { part }, now, principal }), decide);
  };

import { derivedId, digestOf, originOf, type Envelope } from '#kernel';
import type { Act } from './act.js';
import type { StoredEvent } from './event.js';

/** What an act is made of besides its envelope: the stream, what was sent, when, and in whose name. */
export interface ActParts {
  subject: string;
  body: object;
  now: Date;
  principal?: string | undefined;
}

/** An envelope's act on one stream. Another's key, or the same key for another stream, is another act. */
export function actOf(envelope: Envelope, { subject, body, now, principal }: ActParts): Act {
  const {
    office,
    actor,
    commandId,
    proof,
    once,
    ifMatch,
    correlationId,
    causationId,
    rule,
    clientAddress,
    entrusted,
  } = envelope;
  return {
    office,
    subject,
    commandId,
    digest:
      once && proof !== undefined
        ? proof
        : digestOf({ subject, actor, ...(proof === undefined ? {} : { proof }), ...body }),
    now,
    ...(ifMatch === undefined ? {} : { ifMatch }),
    // An act that is part of another has its envelope, and not what was entrusted for that one.
    ...(entrusted?.actId === commandId ? { enclosure: (version) => entrusted.enclosure(version) } : {}),
    attribution: {
      actor,
      ...(principal === undefined ? {} : { onBehalfOf: principal }),
      ...(correlationId === undefined ? {} : { correlationId }),
      ...(causationId === undefined ? {} : { causationId }),
      ...(rule === undefined ? {} : { rule }),
      ...(clientAddress === undefined ? {} : { clientAddress }),
      meta: originOf(envelope),
    },
  };
}

/** The envelope of what a worker does because of an event; its id derives from the event's, so twice is once. */
export const causedBy = (event: StoredEvent, worker: string, rule: string, part: string): Envelope => ({
  office: event.office,
  actor: `worker:${worker}`,
  commandId: derivedId(event.eventId, worker, part),
  correlationId: event.correlationId ?? event.commandId,
  causationId: event.eventId,
  rule,
});

/** The same of what it does in another office, to which something of the event's goes. */
export const causedIn = (office: string, ...cause: Parameters<typeof causedBy>): Envelope => ({
  ...causedBy(...cause),
  office,
});

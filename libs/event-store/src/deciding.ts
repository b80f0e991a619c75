import { Refusal, staleVersion } from '#kernel';
import type { Decision, Outcome } from './act.js';
import type { AppendRequest, NewEvent } from './event.js';
import type { CachedState } from './state-cache.js';

/** A decision on the state it is taken on, and what it came to. */
export interface Taken extends Decision {
  entry: CachedState;
  /** The version of the state it was taken on. */
  decidedOn: number;
  events: NewEvent[];
}

/** Decides one after another; answers the refusal of the first that is refused. */
export function decideAll(open: readonly Taken[]): Refusal | undefined {
  const before: Outcome[] = [];
  try {
    for (const one of open) {
      take(one, before);
      before.push({ state: one.entry.state, events: one.events });
    }
    return undefined;
  } catch (refused) {
    if (refused instanceof Refusal) return refused;
    throw refused;
  }
}

/** Decides; a version that the client has not seen is refused. */
function take(one: Taken, before: readonly Outcome[]): void {
  const { act, entry, decide } = one;
  one.decidedOn = entry.version;
  if (act.ifMatch && !act.ifMatch.includes(entry.version)) throw staleVersion({ current: entry.version });
  one.events = decide(entry.state, entry.version, before);
}

/** What an act that gave events brings about on other streams. */
export const broughtBy = ({ brings, entry, events }: Taken): readonly Decision[] =>
  (events.length > 0 && brings?.({ state: entry.state, events })) || [];

/** What is to be appended. The next act on the stream decides on this state, before this one is committed. */
export function anticipate({ aggregate, act, entry, events }: Taken): AppendRequest {
  const expectedVersion = entry.version;
  const recordedAt = new Date(Math.max(act.now.getTime(), entry.recordedAt));
  entry.state = events.reduce((state, event) => aggregate.evolve(state, event, recordedAt), entry.state);
  entry.version += events.length;
  entry.recordedAt = recordedAt.getTime();
  const { office, subject, commandId, digest, attribution, enclosure } = act;
  return {
    office,
    kind: aggregate.kind,
    subject,
    expectedVersion,
    commandId,
    digest,
    recordedAt,
    attribution,
    events,
    lineage: entry.lineage,
    ...(enclosure === undefined ? {} : { enclosure: enclosure(entry.version) }),
  };
}

/** Whether what was decided on is still what the next act would be decided on. */
export const undisturbed = (taken: readonly Taken[]): boolean =>
  taken.every(({ entry, decidedOn }) => entry.version === decidedOn);

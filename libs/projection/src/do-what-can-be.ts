import type { StoredEvent } from '#event-store';
import { isEventsOwn } from './event-fault.js';
import type { SubjectOf } from './projection.js';

/** An event that could not be taken in. */
export interface Failed {
  event: StoredEvent;
  error: unknown;
}

/**
 * Takes in what can be of some events, in order, closing in by halves on those that fail; answers the first such event of
 * each subject. What comes later for those subjects is left out. `attempt` does all it is given or changes nothing. An
 * error that is no event's own is thrown.
 */
export async function doWhatCanBe(
  events: StoredEvent[],
  subjectOf: SubjectOf,
  attempt: (events: StoredEvent[]) => Promise<void>,
): Promise<Failed[]> {
  const [event] = events;
  if (!event) return [];
  try {
    await attempt(events);
    return [];
  } catch (error) {
    if (!isEventsOwn(error)) throw error;
    if (events.length === 1) return [{ event, error }];
  }
  const half = Math.ceil(events.length / 2);
  const before = await doWhatCanBe(events.slice(0, half), subjectOf, attempt);
  const stuck = new Set(before.map((failed) => subjectOf(failed.event)));
  const rest = events.slice(half).filter((one) => !stuck.has(subjectOf(one)));
  return [...before, ...(await doWhatCanBe(rest, subjectOf, attempt))];
}

import { addDays, type Day } from '#kernel';
import type { OfficeHistory } from './office.js';
import type { Span } from './spans.js';

/** Who acted in a post, from which day to which (giữ vị trí); a last day of null has no end in sight. */
export interface Tenure {
  personId: string;
  as: 'holder' | 'substitute';
  since: Day;
  lastDay: Day | null;
}

/** All who ever act in a post, known by now, the latest first. */
export const tenuresOf = ({ holders, substitutes }: OfficeHistory, postId: string): Tenure[] =>
  [...tenuresIn(holders.get(postId), 'holder'), ...tenuresIn(substitutes.get(postId), 'substitute')].sort(
    (a, b) => b.since.localeCompare(a.since),
  );

const tenuresIn = (spans: readonly Span<string>[] = [], as: Tenure['as']): Tenure[] =>
  spans
    .filter(({ since, until }) => until === null || until > since)
    .map(({ value: personId, since, until }) => ({
      personId,
      as,
      since,
      lastDay: until === null ? null : addDays(until, -1),
    }));

/** The days on which the organisation became another, next to a day on either side; null where none is known. */
export function changesAround(history: OfficeHistory, day: Day): { before: Day | null; after: Day | null } {
  let before: Day | null = null;
  let after: Day | null = null;
  for (const changed of changesOf(history)) {
    if (changed < day && (before === null || changed > before)) before = changed;
    if (changed > day && (after === null || changed < after)) after = changed;
  }
  return { before, after };
}

function* changesOf({ units, posts, holders, substitutes }: OfficeHistory): Generator<Day> {
  for (const all of [units, posts, holders, substitutes])
    for (const spans of all.values())
      for (const { since, until } of spans) {
        yield since;
        if (until !== null) yield until;
      }
}

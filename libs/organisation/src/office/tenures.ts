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

/** The days on which the organisation became another or will (các lần thay đổi), as far as is known, the earliest first. */
export function changesOf({ units, posts, holders, substitutes }: OfficeHistory): Day[] {
  const spans = [units, posts, holders, substitutes].flatMap((all) => [...all.values()].flat());
  const days = spans.flatMap(({ since, until }) => (until === null ? [since] : [since, until]));
  return [...new Set(days)].sort();
}

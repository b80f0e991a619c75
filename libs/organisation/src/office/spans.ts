import type { Day } from '#kernel';

/** Something that holds from a day on, until another day (that day no more), or with no end in sight. */
export interface Span<T> {
  value: T;
  since: Day;
  until: Day | null;
}

/** Of one thing after another, the one in force on a day. */
export function inForce<T>(spans: readonly Span<T>[] | undefined, day: Day): T | undefined {
  if (spans === undefined) return undefined;
  for (let i = spans.length - 1; i >= 0; i -= 1) {
    const span = spans[i];
    if (span && span.since <= day && (span.until === null || day < span.until)) return span.value;
  }
  return undefined;
}

/** Ends on a day what is in force then or was to come. */
export const endedOn = <T>(spans: readonly Span<T>[] | undefined, day: Day): Span<T>[] =>
  (spans ?? [])
    .filter(({ since }) => since <= day)
    .map((span) => (span.until === null || span.until > day ? { ...span, until: day } : span));

/** From a day on something else is in force. */
export const from = <T>(
  spans: readonly Span<T>[] | undefined,
  value: T,
  since: Day,
  until: Day | null = null,
) => [...endedOn(spans, since), { value, since, until }];

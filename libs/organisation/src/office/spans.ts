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

/** Ends on a day one of those that were in force then or to come; the others stand. */
export const endedOnOf = <T>(spans: readonly Span<T>[] | undefined, value: T, day: Day): Span<T>[] =>
  (spans ?? []).flatMap((span) => (span.value === value ? endedOn([span], day) : [span]));

/**
 * From a day on something else is in force, in place of what was. What was decided to begin later begins then all the
 * same; where that falls into a time that has an end, it begins when that is over.
 */
export function from<T>(
  spans: readonly Span<T>[] | undefined,
  value: T,
  since: Day,
  until: Day | null = null,
): Span<T>[] {
  const later = (spans ?? [])
    .filter((span) => span.since > since)
    .map((span) => (until !== null && span.since < until ? { ...span, since: until } : span))
    .filter((span) => span.until === null || span.since < span.until);
  return [...endedOn(spans, since), { value, since, until }, ...later];
}

/** From a day to a day something goes before what is in force, which goes on when that is over. */
export const before = <T>(
  spans: readonly Span<T>[] | undefined,
  value: T,
  since: Day,
  until: Day,
): Span<T>[] => [...(spans ?? []), { value, since, until }];

/** The next to come after a day. */
export function nextAfter<T>(spans: readonly Span<T>[], day: Day): T | undefined {
  let next: Span<T> | undefined;
  for (const span of spans) if (span.since > day && (!next || span.since < next.since)) next = span;
  return next?.value;
}

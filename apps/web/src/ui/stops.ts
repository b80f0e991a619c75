import { addDays, daysBetween } from '../words/format';

/** The days that are slid through, each by its place. */
export interface Stops {
  /** The place of the last of them; the first is at 0. */
  last: number;
  dayAt(place: number): string;
  placeOf(day: string): number;
}

/** Every day from one to another. */
export const everyDay = (from: string, to: string): Stops => ({
  last: daysBetween(from, to),
  dayAt: (place) => addDays(from, place),
  placeOf: (day) => daysBetween(from, day),
});

/** Some days alone, the earliest first; a day between two of them stands where the one before does. */
export const theseDays = (days: readonly string[]): Stops => ({
  last: days.length - 1,
  dayAt: (place) => days[place] ?? '',
  placeOf: (day) =>
    Math.max(
      0,
      days.findLastIndex((one) => one <= day),
    ),
});

import { addDays, type Day } from '#kernel';

/** Fewer answers than these are told as too few: whoever served so few people would know who said what. */
export const FEWEST_ANSWERS = 5;

/** Of which days the survey is told, and whether as a whole or month by month. */
export interface SurveyedTime {
  from: Day;
  to: Day;
  told: 'whole' | 'by month';
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/**
 * What is told to those who serve (R34): the whole months of a time that are over. Whoever asks for two times, or before and
 * after somebody answered, learns what months came to and never what one person said.
 */
export function wholeMonths({ from, to }: { from: Day; to: Day }, today: Day): SurveyedTime {
  // Twice sixteen days on from its first day a month is over.
  const next = firstOfMonth(addDays(firstOfMonth(from), 32));
  const first = from === firstOfMonth(from) ? from : next;
  const end = earlier(firstOfMonth(addDays(to, 1)), firstOfMonth(today));
  return { from: first, to: addDays(end < first ? first : end, -1), told: 'by month' };
}

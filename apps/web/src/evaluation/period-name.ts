import type { Evaluation } from '#client';
import { useWords } from '../words/language';
import { words } from './words';

/** A period as it is called: a month or a quarter. */
export function usePeriodName(cadence: Evaluation['cadence']): (period: number) => string {
  const text = useWords(words);
  return cadence === 'month' ? text.monthOf : text.quarterOf;
}

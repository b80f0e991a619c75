import type { Procedure } from '#client';
import { words as receptionWords } from '../reception/words';
import { figure } from '../words/format';
import { useWords } from '../words/language';

/** How long a procedure may take, in words. */
export function useTimeSaid(): (time: Procedure['time']) => string {
  const { times } = useWords(receptionWords);
  return ({ value, unit }) => times[unit](value);
}

/** What a procedure costs, in words. */
export function useFeeSaid(): (fee: number) => string {
  const { noFee, dong } = useWords(receptionWords);
  return (fee) => (fee === 0 ? noFee : dong(figure(fee)));
}

import type { RegisterTotal } from '#registers';
import type { Computed } from './round.js';

/** Begins the name by which a sheet's criterion is computed from a register: `REGISTER_training`. */
const REGISTER = 'REGISTER_';
/** So that a criterion's `full` is how many entries give all its points. */
const EACH = 100;

/** What counts in a score: an initiative once it is recognised, of the other registers every entry. */
const isCounted = ({ kind, choice }: RegisterTotal): boolean => kind !== 'initiative' || choice !== 'none';

/** What was entered in registers, as criteria are computed from it (đào tạo, sáng kiến, tuyên truyền … trong bảng điểm). */
export function registered(totals: readonly RegisterTotal[], kinds: readonly string[]): Computed[] {
  return kinds.map((kind) => {
    const part = totals
      .filter((total) => total.kind === kind && isCounted(total))
      .reduce((sum, { entries }) => sum + entries, 0);
    return { index: `${REGISTER}${kind}`, part, whole: EACH, percent: null, counted: 'entries' };
  });
}

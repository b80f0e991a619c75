import type { TaskCells } from './plan-rows.js';

type Numbered = Pick<TaskCells, 'section' | 'no'>;

/**
 * What is wrong with where a task's number stands. Where an area reaches from its own row to the next, rows out of their
 * order may stand under another's area, so numbers have to rise; where each row names its area, order tells nothing.
 */
export function orderError(
  { section, no }: Numbered,
  before: readonly Numbered[],
  byPosition: boolean,
): 'duplicate_row' | 'out_of_order' | undefined {
  if (before.some((one) => one.section === section && one.no === no)) return 'duplicate_row';
  const last = before.at(-1);
  if (!byPosition || last === undefined) return undefined;
  if (last.section !== section)
    return before.some((one) => one.section === section) ? 'out_of_order' : undefined;
  return compareNumbers(last.no, no) > 0 ? 'out_of_order' : undefined;
}

/** 2 before 2a before 3, 1.9 before 1.10. */
const compareNumbers = (a: string, b: string): number =>
  a.localeCompare(b, 'vi', { numeric: true, sensitivity: 'base' });

import { isoOffset } from '#kernel';
import { leftOf, sumsOf, sumsOfLine, type BudgetLine, type Sums } from '../money/money.js';

/** What was given and is not spent; less than nothing where an over-run was used. */
const balanceOf = ({ allocated, spent }: Sums): number => allocated - spent;

export const withBalance = <S extends Sums>(sums: S): S & { balance: number } => ({
  ...sums,
  balance: balanceOf(sums),
});

/** A task's lines as the API answers them: sums beside what they are made of, names beside what was recorded. */
export function moneyAnswer(lines: readonly BudgetLine[], names: ReadonlyMap<string, string>) {
  return {
    ...withBalance(sumsOf(lines)),
    lines: lines.map((line) => ({
      lineId: line.lineId,
      purpose: line.purpose,
      ...sumsOfLine(line),
      left: leftOf(line),
      allocations: line.allocations.map(timed),
      overruns: line.overruns.map(timed),
      spendings: line.spendings.map((one) => ({ ...timed(one), by: names.get(one.by) ?? null })),
    })),
  };
}

const timed = <T extends { at: string }>(entry: T): T => ({ ...entry, at: isoOffset(new Date(entry.at)) });

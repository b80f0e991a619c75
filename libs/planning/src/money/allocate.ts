import { DayField, Id, Text, Whole, derivedId, formatDong } from '#kernel';
import { guarded } from '#organisation/office';
import type { RunningTask, TaskContext } from '../task/task.guards.js';
import type { MoneyEvent } from './money.events.js';
import { keptHere } from './money.guards.js';
import { entriesOf, leftOf, sumsOf, type BudgetLine } from './money.js';
import {
  allocationSpent,
  budgetTooLarge,
  tooManyEntries,
  unknownAllocation,
  unknownBudgetLine,
} from './money.refusals.js';

/** The most that a task is given in all, in đồng: what a commune has in a year is less. */
export const MOST_BUDGET = 1_000_000_000_000;
/** The most that is ever written down of a task's money. */
export const MOST_ENTRIES = 1_000;

/** An amount in whole đồng. */
export const Amount = () =>
  Whole({ description: 'Số tiền, đồng · amount in đồng', min: 1, max: MOST_BUDGET });

/** Gives a task money by a document (giao dự toán). What is for the same thing is on the same line. */
export class AllocateMoney {
  @Text({ description: 'Nội dung chi · what it is for', min: 3, max: 200 })
  purpose!: string;

  @Amount()
  amount!: number;

  @Text({ description: 'Số quyết định giao dự toán · number of the document', min: 1, max: 50 })
  documentNumber!: string;

  @DayField({ description: 'Ngày quyết định · its date' })
  documentDate!: string;
}

export const allocateMoney = guarded(
  keptHere,
  (task, command: AllocateMoney, { taskId }: TaskContext): MoneyEvent[] => {
    const { amount, documentNumber, documentDate } = command;
    const purpose = command.purpose.trim();
    requireRoom(task, amount);
    const lineId = derivedId(taskId, 'budget-line', purpose.toLowerCase());
    const known = task.money.find((line) => line.lineId === lineId);
    const allocationId = derivedId(taskId, 'allocation', entriesOf(task.money));
    const on = { lineId, purpose: known?.purpose ?? purpose };
    return [{ type: 'MoneyAllocated', data: { ...on, allocationId, amount, documentNumber, documentDate } }];
  },
);

/** Takes back what was given (thu hồi dự toán), as far as it is not spent. */
export class WithdrawAllocation {
  @Id({ description: 'Khoản giao dự toán · allocation' })
  allocationId!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const withdrawAllocation = guarded(
  keptHere,
  (task, { allocationId, reason }: WithdrawAllocation, _context: TaskContext): MoneyEvent[] => {
    for (const line of task.money) {
      const given = line.allocations.find((one) => one.allocationId === allocationId);
      if (!given || given.withdrawn !== null) continue;
      const { lineId, purpose } = line;
      if (leftOf(line) < given.amount) throw allocationSpent({ purpose, left: formatDong(leftOf(line)) });
      const { amount } = given;
      return [{ type: 'AllocationWithdrawn', data: { lineId, purpose, allocationId, amount, reason } }];
    }
    throw unknownAllocation();
  },
);

/** Lets more be spent on a line than was given (quyết định chi vượt dự toán), with a reason. */
export class AllowOverrun {
  @Id({ description: 'Dòng dự toán · line of the estimate' })
  lineId!: string;

  @Amount()
  amount!: number;

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const allowOverrun = guarded(
  keptHere,
  (task, { lineId, amount, reason }: AllowOverrun, { taskId }: TaskContext): MoneyEvent[] => {
    const { purpose } = lineOf(task, lineId);
    requireRoom(task, amount);
    const overrunId = derivedId(taskId, 'overrun', entriesOf(task.money));
    return [{ type: 'OverrunAllowed', data: { lineId, purpose, overrunId, amount, reason } }];
  },
);

/** Refuses `unknown_budget_line`. */
export function lineOf({ money }: RunningTask, lineId: string): BudgetLine {
  const line = money.find((one) => one.lineId === lineId);
  if (!line) throw unknownBudgetLine();
  return line;
}

/** One more entry can be kept, and sums stay whole numbers that every reader holds. */
export function requireRoom({ money }: RunningTask, more: number): void {
  if (entriesOf(money) >= MOST_ENTRIES) throw tooManyEntries({ most: MOST_ENTRIES });
  const { allocated, allowed } = sumsOf(money);
  if (allocated + allowed + more > MOST_BUDGET) throw budgetTooLarge({ most: formatDong(MOST_BUDGET) });
}

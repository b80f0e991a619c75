import { is } from '#kernel';
import { MOST_BUDGET, MOST_ENTRIES } from './money/allocate.js';

const amount = is.whole(0, MOST_BUDGET);
/** What is left is less than nothing where somebody decided on an over-run. */
const balance = is.whole(-MOST_BUDGET, MOST_BUDGET);
/** A sum over all tasks of a plan. */
const total = is.whole(0, Number.MAX_SAFE_INTEGER);
const totalBalance = is.whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

/** What was given, what may go beyond it, what was spent (dự toán, được chi vượt, đã chi), in whole đồng. */
export const MoneySums = is.named('MoneySums', { allocated: amount, allowed: amount, spent: amount });

const BudgetLine = is.named('BudgetLine', {
  lineId: is.id,
  purpose: is.line,
  allocated: amount,
  allowed: amount,
  spent: amount,
  /** What may still be spent on it. */
  left: amount,
  allocations: is.list(
    is.object({
      allocationId: is.id,
      amount,
      documentNumber: is.code,
      documentDate: is.day,
      at: is.instant,
      withdrawn: is.orNull(is.prose),
    }),
    MOST_ENTRIES,
  ),
  overruns: is.list(is.object({ overrunId: is.id, amount, reason: is.prose, at: is.instant }), MOST_ENTRIES),
  spendings: is.list(
    is.object({
      spendingId: is.id,
      amount,
      day: is.day,
      documentNumber: is.code,
      text: is.prose,
      evidence: is.orNull(is.fileHash),
      by: is.orNull(is.line),
      at: is.instant,
      withdrawn: is.orNull(is.prose),
    }),
    MOST_ENTRIES,
  ),
});

/** A task's money (kinh phí của nhiệm vụ), line by line. */
export const TaskMoney = is.named('TaskMoney', {
  id: is.id,
  version: is.version,
  /** Where it comes from, as the plan says it (nguồn kinh phí). */
  funding: is.orNull(is.prose),
  allocated: amount,
  allowed: amount,
  spent: amount,
  /** Given and not spent. */
  balance,
  lines: is.list(BudgetLine, MOST_ENTRIES),
});

const TOTALS = {
  tasks: is.count,
  completed: is.count,
  allocated: total,
  allowed: total,
  spent: total,
  balance: totalBalance,
};

/** A plan's money by area, and the tasks that have some, each beside how far it is (chi bên kết quả). */
export const PlanMoney = is.derived({
  year: is.year,
  areas: is.list(is.object({ area: is.code, ...TOTALS })),
  total: is.object(TOTALS),
  tasks: is.list(
    is.object({
      taskId: is.id,
      number: is.code,
      title: is.prose,
      area: is.code,
      state: is.code,
      percent: is.whole(0, 100),
      allocated: amount,
      allowed: amount,
      spent: amount,
      balance,
    }),
    is.MOST_LISTED,
  ),
});

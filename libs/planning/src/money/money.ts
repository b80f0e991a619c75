import type { MoneyEvent } from './money.events.js';

/** What was given by one document; what was withdrawn stays in sight with its reason. */
export interface Allocation {
  allocationId: string;
  amount: number;
  documentNumber: string;
  documentDate: string;
  at: string;
  withdrawn: string | null;
}

/** What may be spent beyond what was given, as somebody decided. */
export interface Overrun {
  overrunId: string;
  amount: number;
  reason: string;
  at: string;
}

/** What was spent by one document. */
export interface Spending {
  spendingId: string;
  amount: number;
  day: string;
  documentNumber: string;
  text: string;
  evidence: string | null;
  by: string;
  at: string;
  withdrawn: string | null;
}

/** A line of a task's estimate (dòng dự toán) with all that was ever written on it. */
export interface BudgetLine {
  lineId: string;
  purpose: string;
  allocations: readonly Allocation[];
  overruns: readonly Overrun[];
  spendings: readonly Spending[];
}

/** What was given, what may go beyond it, what was spent (dự toán, được chi vượt, đã chi). */
export interface Sums {
  allocated: number;
  allowed: number;
  spent: number;
}

export const NO_MONEY: Sums = { allocated: 0, allowed: 0, spent: 0 };

const TYPES: Readonly<Record<MoneyEvent['type'], true>> = {
  MoneyAllocated: true,
  AllocationWithdrawn: true,
  OverrunAllowed: true,
  SpendingRecorded: true,
  SpendingWithdrawn: true,
};

export const isAboutMoney = <E extends { type: string }>(event: E): event is E & MoneyEvent =>
  event.type in TYPES;

/** A task's lines once something happened to its money. */
export function afterMoney(
  lines: readonly BudgetLine[],
  { type, data }: MoneyEvent,
  at: Date,
): readonly BudgetLine[] {
  const when = at.toISOString();
  switch (type) {
    case 'MoneyAllocated': {
      const { lineId, purpose, ...given } = data;
      const allocation = { ...given, at: when, withdrawn: null };
      const known = lines.some((line) => line.lineId === lineId);
      return known
        ? onLine(lines, lineId, (line) => ({ ...line, allocations: [...line.allocations, allocation] }))
        : [...lines, { lineId, purpose, allocations: [allocation], overruns: [], spendings: [] }];
    }
    case 'AllocationWithdrawn':
      return onLine(lines, data.lineId, (line) => ({
        ...line,
        allocations: line.allocations.map((one) =>
          one.allocationId === data.allocationId ? { ...one, withdrawn: data.reason } : one,
        ),
      }));
    case 'OverrunAllowed': {
      const { overrunId, amount, reason } = data;
      const overrun = { overrunId, amount, reason, at: when };
      return onLine(lines, data.lineId, (line) => ({ ...line, overruns: [...line.overruns, overrun] }));
    }
    case 'SpendingRecorded': {
      const { lineId, purpose: _purpose, ...spent } = data;
      const spending = { ...spent, at: when, withdrawn: null };
      return onLine(lines, lineId, (line) => ({ ...line, spendings: [...line.spendings, spending] }));
    }
    case 'SpendingWithdrawn':
      return onLine(lines, data.lineId, (line) => ({
        ...line,
        spendings: line.spendings.map((one) =>
          one.spendingId === data.spendingId ? { ...one, withdrawn: data.reason } : one,
        ),
      }));
  }
}

const onLine = (
  lines: readonly BudgetLine[],
  lineId: string,
  how: (line: BudgetLine) => BudgetLine,
): readonly BudgetLine[] => lines.map((line) => (line.lineId === lineId ? how(line) : line));

/** The same counted alone: what a list needs to know of a task's money. */
export function afterCounting(sums: Sums, { type, data: { amount } }: MoneyEvent): Sums {
  switch (type) {
    case 'MoneyAllocated':
      return { ...sums, allocated: sums.allocated + amount };
    case 'AllocationWithdrawn':
      return { ...sums, allocated: sums.allocated - amount };
    case 'OverrunAllowed':
      return { ...sums, allowed: sums.allowed + amount };
    case 'SpendingRecorded':
      return { ...sums, spent: sums.spent + amount };
    case 'SpendingWithdrawn':
      return { ...sums, spent: sums.spent - amount };
  }
}

const stands = ({ withdrawn }: { withdrawn: string | null }): boolean => withdrawn === null;
const sum = (entries: readonly { amount: number }[]): number =>
  entries.reduce((total, { amount }) => total + amount, 0);

export const sumsOfLine = ({ allocations, overruns, spendings }: BudgetLine): Sums => ({
  allocated: sum(allocations.filter(stands)),
  allowed: sum(overruns),
  spent: sum(spendings.filter(stands)),
});

export const sumsOf = (lines: readonly BudgetLine[]): Sums =>
  lines.map(sumsOfLine).reduce(
    (all, one) => ({
      allocated: all.allocated + one.allocated,
      allowed: all.allowed + one.allowed,
      spent: all.spent + one.spent,
    }),
    NO_MONEY,
  );

/** What may still be spent on a line. */
export function leftOf(line: BudgetLine): number {
  const { allocated, allowed, spent } = sumsOfLine(line);
  return allocated + allowed - spent;
}

/** How much was ever written down for a task. */
export const entriesOf = (lines: readonly BudgetLine[]): number =>
  lines.reduce((n, line) => n + line.allocations.length + line.overruns.length + line.spendings.length, 0);

import { DayField, FileHash, Id, Text, dayOf, derivedId, formatDong } from '#kernel';
import { guarded } from '#organisation/office';
import type { TaskContext } from '../task/task.guards.js';
import { Amount, lineOf, requireRoom } from './allocate.js';
import type { MoneyEvent } from './money.events.js';
import { spending } from './money.guards.js';
import { entriesOf, leftOf } from './money.js';
import {
  spendingDayAhead,
  spendingOverAllocation,
  spendingRecordedAlready,
  unknownSpending,
} from './money.refusals.js';

/** Notes what was spent on a task (ghi nhận chi), by its document. */
export class RecordSpending {
  @Id({ description: 'Dòng dự toán · line of the estimate' })
  lineId!: string;

  @Amount()
  amount!: number;

  @DayField({ description: 'Ngày chi · day' })
  day!: string;

  @Text({ description: 'Số chứng từ · number of the voucher or invoice', min: 1, max: 50 })
  documentNumber!: string;

  @Text({ description: 'Nội dung · what was paid for', min: 3, max: 2000 })
  text!: string;

  @FileHash({ description: 'SHA-256 của tệp chứng từ · hash of the document’s file', optional: true })
  evidence?: string;
}

export const recordSpending = guarded(
  spending,
  (task, command: RecordSpending, { taskId, hand: by, now }: TaskContext): MoneyEvent[] => {
    const { lineId, amount, day, documentNumber, text, evidence = null } = command;
    const line = lineOf(task, lineId);
    if (day > dayOf(now)) throw spendingDayAhead();
    requireRoom(task, 0);
    const isSame = (one: { documentNumber: string; amount: number; day: string; withdrawn: string | null }) =>
      one.withdrawn === null &&
      one.documentNumber === documentNumber &&
      one.amount === amount &&
      one.day === day;
    if (line.spendings.some(isSame)) throw spendingRecordedAlready({ documentNumber });
    const { purpose } = line;
    const left = leftOf(line);
    if (amount > left) throw spendingOverAllocation({ purpose, left: formatDong(left) });
    const spendingId = derivedId(taskId, 'spending', entriesOf(task.money));
    const data = { lineId, purpose, spendingId, amount, day, documentNumber, text, evidence, by };
    return [{ type: 'SpendingRecorded', data }];
  },
);

/** Takes back a note of spending that was wrong (hủy ghi nhận chi); it stays in sight with its reason. */
export class WithdrawSpending {
  @Id({ description: 'Khoản chi · spending' })
  spendingId!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const withdrawSpending = guarded(
  spending,
  (task, { spendingId, reason }: WithdrawSpending, _context: TaskContext): MoneyEvent[] => {
    for (const { lineId, purpose, spendings } of task.money) {
      const spent = spendings.find((one) => one.spendingId === spendingId);
      if (!spent || spent.withdrawn !== null) continue;
      const { amount } = spent;
      return [{ type: 'SpendingWithdrawn', data: { lineId, purpose, spendingId, amount, reason } }];
    }
    throw unknownSpending();
  },
);

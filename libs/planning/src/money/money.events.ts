/** A line of a task's estimate (dòng dự toán), by its id and what it is for. */
interface OnLine {
  lineId: string;
  purpose: string;
}

/** What happens to a task's money (kinh phí), in whole đồng. */
export type MoneyEvent =
  | {
      type: 'MoneyAllocated';
      data: OnLine & {
        allocationId: string;
        amount: number;
        documentNumber: string;
        documentDate: string;
      };
    }
  | { type: 'AllocationWithdrawn'; data: OnLine & { allocationId: string; amount: number; reason: string } }
  | { type: 'OverrunAllowed'; data: OnLine & { overrunId: string; amount: number; reason: string } }
  | {
      type: 'SpendingRecorded';
      data: OnLine & {
        spendingId: string;
        amount: number;
        day: string;
        /** The number of the voucher or invoice. */
        documentNumber: string;
        text: string;
        /** The hash of the document, where it was handed in. */
        evidence: string | null;
        by: string;
      };
    }
  | { type: 'SpendingWithdrawn'; data: OnLine & { spendingId: string; amount: number; reason: string } };

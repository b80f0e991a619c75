import { Id, Text, derivedId } from '#kernel';
import { guarded } from '#organisation/office';
import type { Dossier } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import { feeSettled, refundNotOwed } from './dossier.refusals.js';
import { OPEN, atDesk, type DossierContext, type WorkedDossier } from './guards.js';
import type { Fee } from './payments.js';

/** Received here and not handed to another office, whatever became of it since. */
export const RECEIVED_HERE = [
  ...OPEN,
  'result_ready',
  'returned',
  'rejected',
  'withdrawn',
  'stopped',
] as const;

/** What a provider says was paid. */
interface Paid {
  amount: number;
  receipt: string;
  paymentId?: string;
}

/** Notes money that settles nothing: it is owed back (phải hoàn trả), once however often it is told of. */
export function oweRefund({ work }: WorkedDossier, paid: Paid, dossierId: string): DossierEvent[] {
  const { amount, receipt, paymentId } = paid;
  if (isTaken(work, paid)) return [];
  if (amount === 0) throw feeSettled();
  const refundId = derivedId(dossierId, 'refund', receipt);
  const of = paymentId === undefined ? {} : { paymentId };
  return [{ type: 'RefundOwed', data: { refundId, amount, receipt, ...of } }];
}

/** It is the payment that has settled the fee, or that a refund is owed for. */
const isTaken = ({ paid, refunds = [] }: Fee, { receipt, paymentId }: Paid): boolean =>
  [...(paid ? [paid] : []), ...refunds].some(
    (one) => one.receipt === receipt || (paymentId !== undefined && one.paymentId === paymentId),
  );

/** Notes that money was given back (hoàn trả tiền nộp thừa), by which document. */
export class RefundFee {
  @Id({ description: 'Khoản phải hoàn trả · what is owed back' })
  refundId!: string;

  @Text({ description: 'Số chứng từ hoàn trả · document of the refund', max: 100 })
  document!: string;
}

const owing = (state: Dossier, context: DossierContext): WorkedDossier => {
  const dossier = atDesk(...RECEIVED_HERE)(state, context);
  if (!dossier.work.refunds?.some(({ returned }) => returned === null)) throw refundNotOwed();
  return dossier;
};

export const refundFee = guarded(
  owing,
  ({ work }, { refundId, document }: RefundFee, _context: DossierContext): DossierEvent[] => {
    const owed = work.refunds?.find((one) => one.refundId === refundId);
    if (!owed || owed.returned) throw refundNotOwed();
    const { amount, receipt } = owed;
    return [{ type: 'FeeRefunded', data: { refundId, amount, receipt, document } }];
  },
);

import { Dong, Id, InstantField, OneOf, Text, type Committed } from '#kernel';
import { guarded } from '#organisation/office';
import type { Dossier, DossierStatus } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import { exemptionUnknown, feeSettled, feeWrong, paymentTooLate } from './dossier.refusals.js';
import { OPEN, atDesk, inState, requireDesk, type DossierContext, type WorkedDossier } from './guards.js';
import { paymentEnds, paymentOf, paymentOpen } from './payments.js';
import { RECEIVED_HERE, oweRefund } from './refunds.js';

export class PayFee {
  @Dong({ description: 'Số tiền, đồng · amount' })
  amount!: number;

  @OneOf({ description: 'Hình thức · method', values: ['cash', 'online'] })
  method!: 'cash' | 'online';

  @Text({ description: 'Số biên lai điện tử · electronic receipt', max: 100 })
  receipt!: string;
}

/** The gateway says that a payment that was begun here was made. */
export class ConfirmPayment {
  @Id({ description: 'Lượt thanh toán · the payment' })
  paymentId!: string;

  @Dong({ description: 'Số tiền, đồng · amount' })
  amount!: number;

  @Text({ description: 'Số biên lai điện tử · electronic receipt', max: 100 })
  receipt!: string;

  @InstantField({ description: 'Lúc trả tiền · when it was paid', optional: true })
  paidAt?: string;
}

/** At the desk while it is owed, or by the payment provider's word at any time: money that came can't be refused. */
function payable(state: Dossier, context: DossierContext): WorkedDossier {
  if (context.actor.startsWith('worker:')) return inState(state, ...RECEIVED_HERE);
  requireDesk(context);
  return unsettled(state);
}

/** Takes the fee (thu phí, lệ phí), once and as the procedure says (R23). */
export const payFee = guarded(
  payable,
  (dossier, command: PayFee, { dossierId }: DossierContext): DossierEvent[] => {
    requireFee(dossier, command);
    if (!isOwed(dossier)) return oweRefund(dossier, command, dossierId);
    return [{ type: 'FeePaid', data: { ...command } }];
  },
);

/**
 * What was paid after the time for it the gateway gives back; what is only told of late was paid all the same. What was paid
 * where nothing was to be paid any more is owed back.
 */
export function confirmPayment(
  state: Dossier,
  { paidAt, ...paid }: ConfirmPayment,
  { dossierId }: Pick<DossierContext, 'dossierId'>,
): DossierEvent[] {
  const dossier = inState(state, ...RECEIVED_HERE);
  const payment = paymentOf(dossier.work, paid.paymentId);
  requireFee(dossier, paid);
  if (paidAt !== undefined && new Date(paidAt) > paymentEnds(payment)) throw paymentTooLate();
  if (!isOwed(dossier)) return oweRefund(dossier, paid, dossierId);
  return [{ type: 'FeePaid', data: { ...paid, method: 'online' } }];
}

const MAY_BE_PAID: readonly DossierStatus[] = [...OPEN, 'result_ready'];

/** Its fee is still to be paid. */
const isOwed = ({ status, work }: WorkedDossier): boolean => MAY_BE_PAID.includes(status) && !work.settledFee;

function requireFee({ work }: WorkedDossier, { amount }: { amount: number }): void {
  if (amount !== work.procedure.fee) throw feeWrong({ fee: work.procedure.fee });
}

/** Begins to pay the fee online (nộp phí trực tuyến). */
export class BeginPayment {
  paymentId!: string;
}

/** One that was begun and may still be made is gone on with: nobody pays twice who goes back in their browser. */
export function beginPayment(
  state: Dossier,
  { paymentId }: BeginPayment,
  { now }: Pick<DossierContext, 'now'>,
): DossierEvent[] {
  const { work } = unsettled(state);
  if (paymentOpen(work, now)) return [];
  return [{ type: 'PaymentBegun', data: { paymentId, amount: work.procedure.fee } }];
}

/** The gateway says that a payment came to nothing. */
export class FailPayment {
  @Id({ description: 'Lượt thanh toán · the payment' })
  paymentId!: string;
}

export function failPayment(state: Dossier, { paymentId }: FailPayment): DossierEvent[] {
  const { work } = unsettled(state);
  return paymentOf(work, paymentId).failedAt !== null ? [] : [{ type: 'PaymentFailed', data: { paymentId } }];
}

/** It can be paid for, and is not; refuses `fee_settled`. */
function unsettled(state: Dossier): WorkedDossier {
  const dossier = inState(state, ...MAY_BE_PAID);
  if (dossier.work.settledFee) throw feeSettled();
  return dossier;
}

/** Which case of the procedure's an exemption is. */
class Ground {
  @Text({ description: 'Trường hợp miễn, theo thủ tục · the ground', max: 300, optional: true })
  ground?: string;
}

/** An exemption, and why: of the applicant's circumstances. */
export class Exemption extends Ground {
  @Text({ description: 'Lý do miễn · why', min: 5, max: 500 })
  reason!: string;
}

/** Waives the fee (miễn phí, lệ phí); why is in the vault. */
export class ExemptFee extends Ground implements Committed {
  personId?: string;
  commitment?: string;
}

export const exemptFee = guarded(
  atDesk(...MAY_BE_PAID),
  ({ work }, { ground, ...committed }: ExemptFee, _context: DossierContext): DossierEvent[] => {
    const { exemptions = [] } = work.procedure;
    if (exemptions.length > 0 && !exemptions.includes(ground ?? ''))
      throw exemptionUnknown({ grounds: exemptions.join('; ') });
    return work.settledFee ? [] : [{ type: 'FeeExempted', data: { ground: ground ?? null, ...committed } }];
  },
);

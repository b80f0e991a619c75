import { paymentUnknown } from './dossier.refusals.js';

/** So long somebody has to pay once they have begun; the gateway is told so. */
export const PAYMENT_LASTS_MS = 20 * 60_000;

/** A payment that its applicant has begun online (lượt thanh toán trực tuyến). */
export interface OnlinePayment {
  paymentId: string;
  begunAt: string;
  failedAt: string | null;
}

/** How a fee was paid. */
export interface PaidFee {
  at: string;
  method: 'cash' | 'online';
  receipt: string;
  paymentId?: string;
}

/** Money that came in where no fee was to be paid any more (tiền nộp thừa). */
export interface Refund {
  refundId: string;
  amount: number;
  receipt: string;
  /** The payment that was begun here; absent where it was made elsewhere. */
  paymentId?: string;
  at: string;
  returned: { at: string; document: string } | null;
}

/** What has become of a dossier's fee (phí, lệ phí). */
export interface Fee {
  settledFee: boolean;
  /** Absent where it was waived, and where an office that ended handed it over so. */
  paid?: PaidFee;
  payments?: readonly OnlinePayment[];
  refunds?: readonly Refund[];
}

/** How it stands with paying online: null where nobody has begun to, or the fee was settled otherwise. */
export interface PaymentStanding {
  state: 'begun' | 'lapsed' | 'failed' | 'paid';
  at: string;
  receipt: string | null;
}

/** Until when a payment may be made. */
export const paymentEnds = ({ begunAt }: OnlinePayment): Date =>
  new Date(Date.parse(begunAt) + PAYMENT_LASTS_MS);

/** The payment that may still be made; of several that were begun the last. */
export function paymentOpen({ payments = [] }: Fee, now: Date): OnlinePayment | undefined {
  const last = payments.at(-1);
  return last?.failedAt === null && paymentEnds(last) > now ? last : undefined;
}

/** A payment that was begun; refuses `payment_unknown`. */
export function paymentOf({ payments = [] }: Fee, paymentId: string): OnlinePayment {
  const known = payments.find((one) => one.paymentId === paymentId);
  if (!known) throw paymentUnknown();
  return known;
}

export const withBegun = (
  { payments = [] }: Fee,
  paymentId: string,
  now: string,
): readonly OnlinePayment[] => [...payments, { paymentId, begunAt: now, failedAt: null }];

export const withFailed = (
  { payments = [] }: Fee,
  paymentId: string,
  now: string,
): readonly OnlinePayment[] =>
  payments.map((one) => (one.paymentId === paymentId ? { ...one, failedAt: now } : one));

/** How it stands with paying online. */
export function paymentStanding(fee: Fee, now: Date): PaymentStanding | null {
  const { paid, settledFee, payments = [] } = fee;
  if (paid?.method === 'online') return { state: 'paid', at: paid.at, receipt: paid.receipt };
  const last = payments.at(-1);
  if (settledFee || !last) return null;
  if (last.failedAt !== null) return { state: 'failed', at: last.failedAt, receipt: null };
  return { state: paymentOpen(fee, now) ? 'begun' : 'lapsed', at: last.begunAt, receipt: null };
}

/** What a dossier owes, once this much more came in. */
export const withOwed = (
  { refunds = [] }: Fee,
  owed: Omit<Refund, 'at' | 'returned'>,
  now: string,
): readonly Refund[] => [...refunds, { ...owed, at: now, returned: null }];

export const withReturned = (
  { refunds = [] }: Fee,
  { refundId, document }: { refundId: string; document: string },
  now: string,
): readonly Refund[] =>
  refunds.map((one) => (one.refundId === refundId ? { ...one, returned: { at: now, document } } : one));

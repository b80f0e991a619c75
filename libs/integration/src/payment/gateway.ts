import { PAYMENT_LASTS_MS, type PaymentToMake } from '#dossiers';
import { isRecord, temporaryFailure, type Language } from '#kernel';
import { Webhook } from 'standardwebhooks';

/** The gateway at which citizens pay, or null. */
export const PAYMENT_GATEWAY = Symbol('payment gateway');

/** Where payments are begun (cổng thanh toán), and what both sides sign with. */
export interface PaymentGateway {
  url: string;
  secret: string;
}

export const gatewaySilent = temporaryFailure(
  'payment_gateway_unavailable',
  503,
  { vi: 'Cổng thanh toán tạm thời không trả lời', en: 'The payment gateway does not answer just now' },
  {
    vi: 'Chưa có khoản tiền nào bị trừ. Xin thử lại sau ít phút, hoặc nộp tại Bộ phận Một cửa.',
    en: 'Nothing was taken. Please try again in a few minutes, or pay at the one-stop desk.',
  },
);

const WAIT_MS = 10_000;

/** Begins payments at the gateway, in requests that are signed as it signs its own (Standard Webhooks). */
export class Gateway {
  constructor(private readonly gateway: PaymentGateway | null) {}

  /** Whether one can pay online at all. */
  get isThere(): boolean {
    return this.gateway !== null;
  }

  /**
   * The page at the gateway where a payment is made; asked for again with the same payment it is the same page. Refuses
   * `payment_gateway_unavailable`.
   */
  async begin(
    office: string,
    { paymentId, dossierCode, amount }: PaymentToMake,
    back: { returnUrl: string; language: Language },
  ): Promise<string> {
    if (this.gateway === null) throw gatewaySilent(new Error('no gateway is set'));
    const lastsSeconds = PAYMENT_LASTS_MS / 1_000;
    const asked = { office, paymentId, dossierCode, amount, currency: 'VND', lastsSeconds, ...back };
    try {
      return pageIn(await ask(this.gateway, paymentId, JSON.stringify(asked)), this.gateway.url);
    } catch (error) {
      throw gatewaySilent(error);
    }
  }
}

async function ask({ url, secret }: PaymentGateway, id: string, body: string): Promise<unknown> {
  const now = new Date();
  const response = await fetch(`${url}/payments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': id,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    },
    body,
    signal: AbortSignal.timeout(WAIT_MS),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`the gateway answered HTTP ${response.status}`);
  return response.json();
}

/** A citizen is led nowhere but to the gateway itself, or where it says over HTTPS. */
function pageIn(answer: unknown, gateway: string): string {
  const page = isRecord(answer) ? answer.paymentUrl : undefined;
  if (typeof page !== 'string' || !URL.canParse(page)) throw new Error('the gateway’s answer names no page');
  const { protocol, origin } = new URL(page);
  if (protocol !== 'https:' && origin !== new URL(gateway).origin)
    throw new Error('the gateway’s page is not over HTTPS');
  return page;
}

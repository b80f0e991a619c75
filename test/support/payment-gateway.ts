import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Problem, Written } from './answers.js';
import { client } from './client.js';
import { StandIn, type Received } from './stand-in.js';

export const PAYMENT_SECRET = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;

/** What the gateway is asked for when a payment is begun. */
export interface AskedToPay {
  office: string;
  paymentId: string;
  dossierCode: string;
  amount: number;
  returnUrl: string;
  language: string;
}

/** The payment gateway in the tests: it knows payments that were begun, shows a page, and tells of them in signed messages. */
export async function paymentGateway() {
  const asked: AskedToPay[] = [];
  const standIn = await StandIn.open((request) => answerTo(request, asked));
  const pageOf = (paymentId: string) => `${standIn.url}/pay/${paymentId}`;
  function answerTo({ method, path, text, headers, json }: Received, all: AskedToPay[]) {
    if (method !== 'POST' || path !== '/payments') return { body: 'pay here' };
    new Webhook(PAYMENT_SECRET).verify(text, headers as Record<string, string>);
    const payment = json as unknown as AskedToPay;
    all.push(payment);
    return { status: 201, body: { paymentUrl: pageOf(payment.paymentId) } };
  }
  return {
    url: standIn.url,
    asked,
    pageOf,
    standIn,
    /** Tells the office of a payment, as a provider signs it. */
    tell: (
      office: { url: string },
      data: object,
      {
        type = 'payment.succeeded',
        id = `msg_${randomUUID()}`,
        at = new Date(),
        secret = PAYMENT_SECRET,
      } = {},
    ) => {
      const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
      return client(office.url).post<Written & Problem>('/public/thieu-van/payments', body, {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      });
    },
    close: () => standIn.close(),
  };
}

import { Undeliverable, type Carrier } from '#outbox';
import { carrierTo, type QuietHours, type Recipients, type Told } from './carriers.js';

const WAIT_MS = 10_000;

/** A gateway for SMS in the form that brand-name gateways in Vietnam share (eSMS, `SendMultipleMessage_V4_post_json`). */
export interface SmsGateway {
  url: string;
  apiKey: string;
  secretKey: string;
  brand: string;
}

/** Zalo Notification Service: `POST /message/template`; each template is registered with Zalo and has its id there. */
export interface ZaloGateway {
  url: string;
  token: string;
  /** Their template ids, by the name of ours. */
  templates: Readonly<Record<string, string>>;
}

/** SMS (tin nhắn). `RequestId` lets the gateway know a repetition. */
export const smsCarrier = (recipients: Recipients, gateway: SmsGateway, quiet: QuietHours): Carrier =>
  carrierTo(
    'phone',
    recipients,
    async ({ id, to, text }) => {
      const answer = await post(gateway.url, {
        ApiKey: gateway.apiKey,
        SecretKey: gateway.secretKey,
        Brandname: gateway.brand,
        SmsType: '2',
        IsUnicode: '1',
        Phone: to.replace(/^\+84/, '0'),
        Content: text,
        RequestId: id,
      });
      const code = String(answer.CodeResult);
      // 99: unknown error, 103: no money left — both may pass; 124: this RequestId was taken before.
      if (code === '100' || code === '124') return;
      if (code === '99' || code === '103') throw new Error(`the gateway answered ${code}`);
      throw new Undeliverable(`the gateway answered ${code}`);
    },
    quiet,
  );

/** Zalo. `tracking_id` lets the gateway know a repetition. */
export const zaloCarrier = (recipients: Recipients, gateway: ZaloGateway, quiet: QuietHours): Carrier =>
  carrierTo(
    'phone',
    recipients,
    async ({ id, to, notice }: Told) => {
      const template = gateway.templates[notice.template];
      if (template === undefined) throw new Undeliverable(`no Zalo template for ${notice.template}`);
      const answer = await post(
        gateway.url,
        {
          phone: to.replace(/^\+/, ''),
          template_id: template,
          template_data: notice.params,
          tracking_id: id,
        },
        { access_token: gateway.token },
      );
      const code = Number(answer.error);
      if (code === 0) return;
      // -124: the token ran out, -144 and -147: over the quota; they pass. The rest, such as no Zalo account, do not.
      if ([-124, -144, -147].includes(code)) throw new Error(`the gateway answered ${code}`);
      throw new Undeliverable(`the gateway answered ${code}`);
    },
    quiet,
  );

async function post(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(WAIT_MS),
    redirect: 'error',
  });
  if (response.ok) return (await response.json()) as Record<string, unknown>;
  const answer = `the gateway answered HTTP ${response.status}`;
  throw FOR_GOOD.has(response.status) ? new Undeliverable(answer) : new Error(answer);
}

/** Statuses that speak of the message itself; others (401, 404, 429, 5xx) may be mended without it. */
const FOR_GOOD = new Set([400, 413, 422]);

import { ConfirmPayment, FailPayment, PayFee, type DossierQueries, type Dossiers } from '#dossiers';
import type { Appended } from '#event-store';
import { derivedId, inOffice, invalidInput, isRecord, refusal } from '#kernel';
import type { Commands } from '#organisation';
import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Pool } from 'pg';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

export const PAYMENT_SECRET = Symbol('payment secret');

export const webhookForged = refusal(
  'webhook_signature_invalid',
  403,
  { vi: 'Chữ ký của thông báo không đúng hoặc đã quá hạn', en: 'The signature is wrong or too old' },
  {
    vi: 'Ký theo Standard Webhooks, gửi trong 5 phút.',
    en: 'Sign it by Standard Webhooks and send it within 5 minutes.',
  },
);
export const webhookReplayed = refusal(
  'webhook_replayed',
  409,
  { vi: 'Thông báo này đã được nhận', en: 'This very message was received before' },
  { vi: 'Gửi lại thì ký lại với thời điểm mới.', en: 'To repeat it, sign it anew.' },
);
export const paymentUnknown = refusal(
  'payment_unknown_dossier',
  422,
  { vi: 'Không có hồ sơ này để thu phí', en: 'There is no such dossier to pay for' },
  { vi: 'Kiểm tra mã hồ sơ.', en: 'Check the code.' },
);

/** How a payment comes in: id, time and signature, and the very bytes that were signed. */
export interface Notified {
  headers: Record<string, string>;
  body: Buffer;
}

/** Payments that a provider tells of (thông báo thanh toán), signed by Standard Webhooks. */
export class Payments {
  constructor(
    private readonly pool: Pool,
    private readonly commands: Commands,
    private readonly queries: DossierQueries,
    private readonly dossiers: Dossiers,
    private readonly secret: string | null,
  ) {}

  /**
   * Takes a payment down (R23). A provider that repeats a message signs it anew and gets the first answer; the very same
   * signature again is a replay.
   */
  async take(office: string, { headers, body }: Notified): Promise<Appended | { ignored: true }> {
    const { type, data } = this.#verified(headers, body);
    const id = headers['webhook-id'] ?? '';
    if (!(await this.#isNew(office, id, headers['webhook-signature'] ?? ''))) throw webhookReplayed();
    const asked = commandIn(type, data);
    if (asked === undefined) return { ignored: true };
    const found =
      typeof data.dossierCode === 'string' && (await this.queries.byCode(office, data.dossierCode));
    if (!found) throw paymentUnknown();
    const at = await this.dossiers.whereIs(office, found.id);
    const envelope = {
      office: at,
      actor: 'worker:payments',
      commandId: derivedId(office, 'payment', id),
      rule: 'R23',
    };
    return inOffice(at, () => this.commands.send(asked.command, envelope, found.id, asked.fields));
  }

  #verified(headers: Record<string, string>, body: Buffer): { type: unknown; data: Record<string, unknown> } {
    if (this.secret === null) throw webhookForged();
    try {
      const read: unknown = new Webhook(this.secret).verify(body, headers);
      const { type, data } = isRecord(read) ? read : {};
      return { type, data: isRecord(data) ? { ...data } : {} };
    } catch (error) {
      if (error instanceof WebhookVerificationError || error instanceof SyntaxError) throw webhookForged();
      throw error;
    }
  }

  async #isNew(office: string, id: string, signature: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'insert into webhook_received (office, id, signature) values ($1, $2, $3) on conflict do nothing',
      [office, id, signature],
    );
    return rowCount === 1;
  }
}

interface AskedFor {
  command: Type<object>;
  fields: object;
}

/** What a message asks for: a payment that was begun here came about or did not, or a fee was paid elsewhere. */
function commandIn(type: unknown, { dossierCode, ...data }: Record<string, unknown>): AskedFor | undefined {
  const begunHere = data.paymentId !== undefined;
  if (type === 'payment.failed')
    return begunHere ? held(FailPayment, { paymentId: data.paymentId }) : undefined;
  if (type !== 'payment.succeeded') return undefined;
  if (typeof dossierCode !== 'string')
    throw invalidInput({ errors: [{ field: 'dossierCode', message: 'invalid' }] });
  return begunHere ? held(ConfirmPayment, data) : held(PayFee, { ...data, method: 'online' });
}

function held(command: Type<object>, given: object): AskedFor {
  const fields = plainToInstance(command, given);
  const errors = validateSync(fields, { whitelist: true });
  if (errors.length > 0)
    throw invalidInput({ errors: errors.map(({ property }) => ({ field: property, message: 'invalid' })) });
  return { command, fields };
}

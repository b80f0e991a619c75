import {
  TEMPLATES,
  emailCarrier,
  smsCarrier,
  smtpMailer,
  zaloCarrier,
  type Recipients,
  type Template,
} from '#notification';
import { Webhooks, provinceCarrier, webhookCarrier } from '#integration';
import { PersonRecords } from '#persons';
import type { Carrier } from '#outbox';
import type { Secrets, Vault } from '#vault';
import type { Runtime, Settings } from '../../runtime/src/index.js';

/** The ways out of the house that are set; what a worker does not need it does not load. */
export async function openCarriers(
  { clock, get }: Runtime,
  {
    smtpUrl,
    mailFrom,
    sms,
    zalo,
    quietHours,
    province,
    webhooksWithin,
  }: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'sms' | 'zalo' | 'quietHours' | 'province' | 'webhooksWithin'>,
  { vault, secrets }: { vault: Vault; secrets: Secrets },
): Promise<Record<string, Carrier>> {
  const templates = get<Readonly<Record<string, Template>>>(TEMPLATES);
  const recipients: Recipients = { vault, persons: get(PersonRecords), templates, clock };
  const carriers: Record<string, Carrier> = {};
  if (smtpUrl !== undefined) carriers.email = emailCarrier(recipients, await smtpMailer(smtpUrl, mailFrom));
  if (sms) carriers.sms = smsCarrier(recipients, sms, quietHours);
  if (zalo) carriers.zalo = zaloCarrier(recipients, zalo, quietHours);
  carriers.webhook = webhookCarrier(get(Webhooks), secrets, webhooksWithin);
  if (province) carriers.province = provinceCarrier(province);
  return carriers;
}

import {
  NoticeChoices,
  TEMPLATES,
  emailCarrier,
  smsCarrier,
  smtpMailer,
  zaloCarrier,
  type Recipients,
  type Template,
} from '#notification';
import { Webhooks, provinceCarrier, reportingCarrier, webhookCarrier } from '#integration';
import { PersonRecords } from '#persons';
import type { Carrier } from '#outbox';
import type { Secrets, Vault } from '#vault';
import { channelsOf, type Channel, type Runtime, type Settings } from '../../runtime/src/index.js';

/** Those who carry what goes out of the house over the channels that are set; what a worker does not need it does not load. */
export async function openCarriers(
  { clock, get }: Runtime,
  settings: Settings,
  { vault, secrets }: { vault: Vault; secrets: Secrets },
): Promise<Record<string, Carrier>> {
  const templates = get<Readonly<Record<string, Template>>>(TEMPLATES);
  const recipients: Recipients = {
    vault,
    persons: get(PersonRecords),
    choices: get(NoticeChoices),
    templates,
    clock,
  };
  const { email, sms, zalo, webhook, province, reporting } = channelsOf(settings);
  const carriers: Record<Channel, Carrier | null> = {
    email: email && emailCarrier(recipients, await smtpMailer(email.smtpUrl, email.mailFrom)),
    sms: sms && smsCarrier(recipients, sms.gateway, sms.quietHours),
    zalo: zalo && zaloCarrier(recipients, zalo.gateway, zalo.quietHours),
    webhook: webhookCarrier(get(Webhooks), secrets, webhook.webhooksWithin),
    province: province && provinceCarrier(province),
    reporting: reporting && reportingCarrier(reporting),
  };
  return Object.fromEntries(
    Object.entries(carriers).flatMap(([name, carrier]) => (carrier ? [[name, carrier]] : [])),
  );
}

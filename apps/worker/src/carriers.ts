import { emailCarrier, smsCarrier, smtpMailer, zaloCarrier, type Recipients } from '#notification';
import type { Carrier } from '#outbox';
import type { Vault } from '#vault';
import { templatesOf, type Runtime, type Settings } from '../../runtime/src/index.js';

/** The ways out of the house that are set; what a worker does not need it does not load. */
export async function openCarriers(
  { clock, personRecords: persons, announcers }: Runtime,
  {
    smtpUrl,
    mailFrom,
    sms,
    zalo,
    quietHours,
  }: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'sms' | 'zalo' | 'quietHours'>,
  vault: Vault,
): Promise<Record<string, Carrier>> {
  const recipients: Recipients = { vault, persons, templates: templatesOf(announcers), clock };
  const carriers: Record<string, Carrier> = {};
  if (smtpUrl !== undefined) carriers.email = emailCarrier(recipients, await smtpMailer(smtpUrl, mailFrom));
  if (sms) carriers.sms = smsCarrier(recipients, sms, quietHours);
  if (zalo) carriers.zalo = zaloCarrier(recipients, zalo, quietHours);
  return carriers;
}

import { emailCarrier, smsCarrier, smtpMailer, zaloCarrier, type Recipients } from '#notification';
import { ProvinceInbox, provinceCarrier, webhookCarrier, type Province } from '#integration';
import { Persons } from '#persons';
import type { Carrier } from '#outbox';
import type { FileStore, Secrets, Vault } from '#vault';
import { templatesOf, type Runtime, type Settings } from '../../runtime/src/index.js';

/** The ways out of the house that are set; what a worker does not need it does not load. */
export async function openCarriers(
  { clock, personRecords: persons, announcers, webhooks }: Runtime,
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
  const recipients: Recipients = { vault, persons, templates: templatesOf(announcers), clock };
  const carriers: Record<string, Carrier> = {};
  if (smtpUrl !== undefined) carriers.email = emailCarrier(recipients, await smtpMailer(smtpUrl, mailFrom));
  if (sms) carriers.sms = smsCarrier(recipients, sms, quietHours);
  if (zalo) carriers.zalo = zaloCarrier(recipients, zalo, quietHours);
  carriers.webhook = webhookCarrier(webhooks, secrets, webhooksWithin);
  if (province) carriers.province = provinceCarrier(province);
  return carriers;
}

/** What fetches submissions from the provincial portal, where there is one. */
export function openInbox(
  { pool, commands, dossiers, organisation, outbox, clock, aggregates, authorisation, parked }: Runtime,
  province: Province | null,
  { vault, files }: { vault: Vault; files: FileStore },
): ProvinceInbox | undefined {
  if (!province) return undefined;
  const persons = new Persons(aggregates, organisation, authorisation, clock, vault, files);
  return new ProvinceInbox(province, pool, commands, dossiers, persons, organisation, outbox, clock, parked);
}

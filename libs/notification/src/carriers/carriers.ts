import {
  Refusal,
  canonicalPhone,
  dayOf,
  addDays,
  at,
  fill,
  isoOffset,
  type Clock,
  type Language,
} from '#kernel';
import { Undeliverable, type Carrier, type Outgoing } from '#outbox';
import type { PersonRecords } from '#persons';
import type { Vault } from '#vault';
import type { Template } from '../announcements.js';
import type { Mailer } from '../mail.js';
import type { Notice } from '../notify.js';
import type { NoticeChoices } from '../officials/notice-choices.js';
import { channelsOfNotice } from '../officials/notice-group.js';
import { channelsFor } from '../wanted.js';

/** A message as it reaches somebody. */
export interface Told {
  id: string;
  /** An e-mail address as it was given; a telephone number as E.164 has it. */
  to: string;
  notice: Notice;
  subject: string;
  text: string;
}

/** What finds out whom and how: addresses are read from the vault as the message goes out, each reading logged. */
export interface Recipients {
  vault: Pick<Vault, 'read'>;
  persons: Pick<PersonRecords, 'toldAs' | 'languageOf'>;
  choices: Pick<NoticeChoices, 'one'>;
  templates: Readonly<Record<string, Template>>;
  clock: Clock;
}

/** Over a channel that reaches people at the address `fact` of their data. */
export function carrierTo(
  fact: 'email' | 'phone',
  recipients: Recipients,
  send: (told: Told) => Promise<void>,
  quiet?: QuietHours,
): Carrier {
  return {
    async carry(message) {
      await send(await tell(fact, recipients, message));
    },
    ...(quiet ? { notBefore: (now) => quietUntil(quiet, now) } : {}),
  };
}

async function tell(
  fact: 'email' | 'phone',
  recipients: Recipients,
  { office, id, channel, recipient, body }: Outgoing,
): Promise<Told> {
  const notice = body as Notice;
  const template = recipients.templates[notice.template];
  if (!template) throw new Undeliverable(`no template ${notice.template}`);
  // A message may have waited, for the morning or for its gateway: what counts is what they want now (R34).
  const { over, language } = await wantedBy(recipients, office, recipient, notice, template);
  if (!over.some((one) => one === channel)) throw new Undeliverable(`no message by ${channel} is wanted`);
  const to = await addressOf(recipients.vault, office, recipient, fact, recipients.clock.now());
  return {
    id,
    to,
    notice,
    subject: fill(template.subject[language], notice.params),
    text: fill(template.text[language], notice.params),
  };
}

/** Over which channels its recipient wants a message, and in which language. */
async function wantedBy(
  { persons, choices }: Recipients,
  office: string,
  recipient: string,
  notice: Notice,
  template: Template,
): Promise<{ over: readonly string[]; language: Language }> {
  if (notice.official) {
    const choice = await choices.one(office, recipient);
    return { over: channelsOfNotice(notice.template, choice), language: choice.language };
  }
  const as = (await persons.toldAs(office, [recipient])).get(recipient);
  const language = await persons.languageOf(office, recipient);
  return { over: as ? channelsFor(template, as) : [], language };
}

async function addressOf(
  vault: Pick<Vault, 'read'>,
  office: string,
  personId: string,
  fact: 'email' | 'phone',
  now: Date,
): Promise<string> {
  try {
    const reader = { reader: 'worker:notification', purpose: 'notification', at: now };
    const address = (await vault.read(office, personId, [fact], reader))[fact];
    const dialled = fact === 'phone' ? canonicalPhone(address ?? '') : address;
    if (dialled !== undefined && dialled !== '') return dialled;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error; // erased, or never there
    throw new Undeliverable(error.kind.code);
  }
  throw new Undeliverable(`no ${fact} is known`);
}

/** From when to when nobody is disturbed, `HH:mm` in Asia/Ho_Chi_Minh; over midnight where `from` is the later one. */
export interface QuietHours {
  from: string;
  to: string;
}

/** The end of the quiet hours that run; null where none do. */
export function quietUntil({ from, to }: QuietHours, now: Date): Date | null {
  const day = dayOf(now);
  const time = isoOffset(now).slice(11, 16);
  if (from <= to) return time >= from && time < to ? at(day, to) : null;
  if (time >= from) return at(addDays(day, 1), to);
  return time < to ? at(day, to) : null;
}

/** E-mail (thư điện tử). */
export const emailCarrier = (recipients: Recipients, mail: Mailer): Carrier =>
  carrierTo('email', recipients, ({ id, to, subject, text }) => mail({ id, to, subject, text }));

import type { StoredEvent } from '#event-store';
import { dayOf, formatDay, formatInstant } from '#kernel';
import { postsOf, type Office } from '#organisation';
import { issuedBy, type Block, type PrintedDocument } from '#documents';
import type { Dossier } from '../dossier/dossier.js';
import type { Holder, HandedIn } from '../dossier/dossier.events.js';
import { FORM_KINDS, rulesOf, type FormKind } from '../rules/one-stop-rules.js';

/** Other documents are numbered in the same books' way, such as reports. */
export const isForm = (kind: string): kind is FormKind => FORM_KINDS.some((form) => form === kind);

/** What a form is made from; the dossier as it was when the form was due. */
export interface FormFacts {
  state: Dossier;
  /** All that happened up to then. */
  events: StoredEvent[];
  /** The event the form tells of; the last one for a draft. */
  event: StoredEvent;
  /** The office's now, by which an open step is in time or late. */
  now: Date;
  office: Office;
  /** Names of officials, by their ids. */
  names: ReadonlyMap<string, string>;
  applicant: Readonly<Record<string, string>>;
  number: number | null;
  /** The secret of the receipt. */
  secret: string;
  /** What opens the commitment to what the applicant gave as they were registered, where there is one. */
  opening?: string | undefined;
  /** The public page of the office, without the code. */
  page: string;
}

const CHANNEL = {
  counter: 'Trực tiếp tại Bộ phận Một cửa',
  online: 'Trực tuyến',
  post: 'Bưu chính công ích',
};
const HANDED_IN = {
  original: 'bản chính',
  copy: 'bản sao',
  digitised: 'bản điện tử',
  reused: 'đã có tại cơ quan',
};

export const channelName = (channel: keyof typeof CHANNEL): string => CHANNEL[channel];
export const handedIn = ({ name, form }: HandedIn): string => `${name} (${HANDED_IN[form]})`;

/** `08 giờ 15 phút, ngày 02/01/2025`. */
export function hourAndDay(instant: Date): string {
  const [time = '', day = ''] = formatInstant(instant).split(' ');
  const [hour, minute] = time.split(':');
  return `${hour} giờ ${minute} phút, ngày ${day}`;
}

/** A day, or an instant that ends one, as people say it. */
export const dayOrInstant = (text: string): string => {
  const instant = new Date(text);
  return text.length === 10 ? formatDay(text) : hourAndDay(instant);
};

/** The name of whoever is in a post, with it. */
export function who(
  { personId, postId }: Holder,
  { office, names }: Pick<FormFacts, 'office' | 'names'>,
): string {
  const title = office.posts.get(postId)?.title;
  return [names.get(personId) ?? '', title].filter(Boolean).join(', ');
}

/** Whoever did the act, in the post they did it in. */
export function signatureOf({ event, office, names }: FormFacts): PrintedDocument['signature'] {
  const personId = event.onBehalfOf ?? event.actor;
  const title = postsOf(office, personId)[0]?.title ?? 'Người lập phiếu';
  return { role: title, name: names.get(event.actor) ?? '' };
}

/** What all forms begin with. */
export function formOn(
  kind: FormKind,
  facts: FormFacts,
  body: Block[],
  paper: 'A4' | 'A5' = 'A5',
): PrintedDocument {
  const { office, event, number, state, page } = facts;
  const code = state.work?.code;
  const { forms, basis } = rulesOf(state, event.recordedAt);
  return {
    paper,
    ...issuedBy(office),
    number,
    symbol: `${forms[kind].symbol}-UBND`,
    day: dayOf(event.recordedAt),
    title: forms[kind].title,
    ...(code === undefined ? {} : { subject: `Mã hồ sơ: ${code}` }),
    body: [...body, { text: `Mẫu theo ${basis.forms}.`, slanted: true }],
    recipients: ['Người nộp hồ sơ', 'Lưu: Bộ phận Một cửa'],
    signature: signatureOf(facts),
    ...(code === undefined
      ? {}
      : {
          link: {
            url: addressOf(page, [code, ...(kind === 'receipt' ? ownersOnly(facts) : [])]),
            caption:
              kind === 'receipt' && facts.opening !== undefined
                ? 'Quét mã để tra cứu hồ sơ và tự kiểm tra điều đã khai'
                : 'Quét mã để tra cứu hồ sơ',
          },
        }),
    madeAt: event.recordedAt,
  };
}

/** The public page that looks a dossier up. What stands after the # a browser keeps to itself. */
const addressOf = (page: string, parts: readonly string[]): string => `${page}#${parts.join('~')}`;

/** Where the QR code of a receipt leads to; nothing before there is a code. */
export const receiptAddress = (facts: FormFacts): string | undefined =>
  facts.state.work ? addressOf(facts.page, [facts.state.work.code, ...ownersOnly(facts)]) : undefined;

/** What the receipt alone carries: the secret, and what lets its owner hold what they gave against the ledger. */
const ownersOnly = ({ secret, opening, state }: FormFacts): string[] =>
  opening === undefined ? [secret] : [secret, `${state.applicantId}.${opening}`];

/** Whose dossier it is. */
export function applicantFields({ applicant }: FormFacts): Block[] {
  const fields: [string, string | undefined][] = [
    ['Họ tên, tổ chức', applicant.name],
    ['Địa chỉ', applicant.address],
    ['Số điện thoại', applicant.phone],
    ['Thư điện tử', applicant.email],
  ];
  return fields.flatMap(([field, value]) => (value ? [{ field, value }] : []));
}

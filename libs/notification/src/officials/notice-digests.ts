import type { Errand } from '#capability';
import { derivedId, fill, type Clock } from '#kernel';
import type { Delivery, Outbox } from '#outbox';
import type { Template } from '../announcements.js';
import type { Notice } from '../notify.js';
import { nextDigest } from '../subscriptions.js';
import type { DueDigest, NoticeChoices } from './notice-choices.js';
import { DIGEST_NOTICE } from './notice-group.js';

/** So many are named; the rest is in the service. */
const NAMED = 30;
const EVERY_MS = 10_000;

/** What the digest says (thư tổng hợp thông báo). */
export const digestTemplates: Readonly<Record<string, Template>> = {
  [DIGEST_NOTICE]: {
    subject: { vi: 'Minh Bạch: {count} thông báo chưa đọc', en: 'Minh Bạch: {count} unread notices' },
    text: {
      vi: '{titles}\n\nBạn nhận thư này vì đã chọn thư tổng hợp hằng ngày trong trang cá nhân.',
      en: '{titles}\n\nYou get this because you chose the daily digest on your page.',
    },
  },
};

/** Once a day, as the office opens, what each official who wants that has not read yet. */
export const noticeDigests = (
  choices: NoticeChoices,
  outbox: Outbox,
  templates: Readonly<Record<string, Template>>,
  clock: Clock,
): Errand => ({
  name: 'notice-digest',
  subject: 'notices',
  everyMs: EVERY_MS,
  offices: () => choices.officesDue(clock.now()),
  async run(office) {
    const now = clock.now();
    for (const due of await choices.due(office, now)) {
      const newest = await tell(office, due, outbox, templates, now);
      await choices.told(office, due.personId, newest, nextDigest(now));
    }
  },
});

/** Puts one into the outbox, the same however often it is tried; answers up to which notice it tells. */
async function tell(
  office: string,
  { personId, toldSeq, language }: DueDigest,
  outbox: Outbox,
  templates: Readonly<Record<string, Template>>,
  now: Date,
): Promise<number> {
  const notices = (await outbox.inbox(office, personId, undefined, NAMED)).filter(
    ({ seq, read_at: readAt }) => seq > toldSeq && readAt === null,
  );
  const [newest] = notices;
  if (!newest) return toldSeq;
  const titleOf = ({ body }: Delivery): string => {
    const { template, params } = body as Notice;
    const words = templates[template];
    return words ? fill(words.subject[language], params) : template;
  };
  const params = { count: String(notices.length), titles: notices.map(titleOf).join('\n') };
  const body: Notice = { template: DIGEST_NOTICE, params, subject: personId, official: true };
  const id = derivedId(office, 'notice digest', personId, String(newest.seq));
  await outbox.put(office, [{ id, channel: 'email', recipient: personId, body, cause: newest.cause }], now);
  return newest.seq;
}

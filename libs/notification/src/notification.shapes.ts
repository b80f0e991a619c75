import { is } from '#kernel';
import { NOTICE_CHANNELS } from './officials/notice-group.js';

/** What somebody is told within the service (thông báo). */
export const Inbox = is.page(
  is.named('Notice', {
    id: is.id,
    at: is.instant,
    subject: is.code,
    title: is.prose,
    text: is.prose,
    readAt: is.orNull(is.instant),
  }),
);

/** What went out of the house, what waits, what was given up (nhật ký gửi). */
export const DeliveryPage = is.page(
  is.named('Delivery', {
    id: is.id,
    channel: is.code,
    state: is.code,
    template: is.orNull(is.code),
    cause: is.code,
    at: is.instant,
    deliveredAt: is.orNull(is.instant),
    nextAt: is.orNull(is.instant),
    attempts: is.list(is.object({ at: is.instant, channel: is.code, error: is.orNull(is.prose) })),
  }),
);

/** How an official is told beside the service, and over which channels one may be (cách nhận thông báo). */
const overChannels = is.list(is.oneOf(NOTICE_CHANNELS));
export const NoticesChosen = is.named('NoticesChosen', {
  deadlines: overChannels,
  work: overChannels,
  digest: is.flag,
  language: is.oneOf(['vi', 'en']),
  open: overChannels,
});

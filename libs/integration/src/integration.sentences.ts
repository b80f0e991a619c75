import type { Sentences } from '#ledger';

/** What the events about other systems say in the trail. */
export const integrationSentences: Sentences = {
  WebhookSubscribed: {
    vi: 'đăng ký gửi thông tin sự kiện đến hệ thống {url}',
    en: 'subscribed the system {url} to events',
    act: { vi: 'đăng ký gửi thông tin sự kiện', en: 'subscribed a system to events' },
  },
  WebhookEnded: {
    vi: 'thôi gửi thông tin sự kiện đến hệ thống đã đăng ký: {reason}',
    en: 'ended a system’s subscription to events: {reason}',
  },
};

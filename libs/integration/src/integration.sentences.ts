import type { Bilingual } from '#kernel';

/** What the events about other systems say in the trail. */
export const integrationSentences: Record<string, Bilingual> = {
  WebhookSubscribed: { vi: 'đăng ký gửi sự kiện đến {url}', en: 'subscribed {url} to events' },
  WebhookEnded: { vi: 'thôi gửi sự kiện: {reason}', en: 'ended a subscription: {reason}' },
};

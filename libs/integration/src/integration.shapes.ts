import { ACT_DONE, ActDone } from '#event-store';
import { is } from '#kernel';

/** Systems that are told of events (hệ thống nhận sự kiện). */
export const WebhookList = is.all(
  is.named('Webhook', { id: is.id, url: is.opaque(2_000), types: is.list(is.code) }),
);
export const WebhookSubscribed = is.named('WebhookSubscribed', {
  ...ACT_DONE,
  id: is.id,
  secret: is.opaque(200),
});
export const DeliveriesReplayed = is.named('DeliveriesReplayed', { again: is.count });
export const PaymentTaken = is.anyOf(ActDone, is.named('PaymentIgnored', { ignored: is.only(true) }));

import type { Aggregate } from '#event-store';
import { Text, TextList, refusal } from '#kernel';

export type SubscriptionEvent =
  | { type: 'WebhookSubscribed'; data: { url: string; types: string[] } }
  | { type: 'WebhookEnded'; data: { reason: string } };

/** Another system that is told of events (hệ thống đăng ký nhận sự kiện). Its secret is computed and kept nowhere. */
export interface Subscription {
  status: 'none' | 'active' | 'ended';
  url: string;
  types: ReadonlySet<string>;
}

export const subscription: Aggregate<Subscription, SubscriptionEvent> = {
  kind: 'webhook',
  initial: { status: 'none', url: '', types: new Set() },
  evolve(state, { type, data }) {
    if (type === 'WebhookEnded') return { ...state, status: 'ended' };
    return { status: 'active', url: data.url, types: new Set(data.types) };
  },
};

export const subscriberUnwilling = refusal(
  'subscriber_unwilling',
  422,
  { vi: 'Địa chỉ này không nhận sự kiện', en: 'This address does not take events' },
  {
    vi: 'Cần https công khai, trả lời OPTIONS với WebHook-Allowed-Origin: {why}.',
    en: 'It needs public https and an answer to OPTIONS with WebHook-Allowed-Origin: {why}.',
  },
);
export const unknownEventType = refusal(
  'unknown_event_type',
  422,
  { vi: 'Không có loại sự kiện {type}', en: 'There is no event type {type}' },
  { vi: 'Chọn loại có trong nhật ký.', en: 'Choose one that the trail knows.' },
);
export const subscriptionEnded = refusal(
  'subscription_ended',
  409,
  { vi: 'Đăng ký không còn', en: 'The subscription has ended' },
  { vi: 'Đăng ký lại nếu cần.', en: 'Subscribe again if needed.' },
);

/** Subscribes another system to types of events. */
export class SubscribeWebhook {
  @Text({ description: 'Địa chỉ nhận · where it listens', min: 8, max: 500 })
  url!: string;

  @TextList({ description: 'Loại sự kiện · event types', max: 50 })
  types!: string[];
}

export class EndWebhook {
  @Text({ description: 'Lý do · reason', min: 3, max: 500 })
  reason!: string;
}

export const subscribeWebhook = (
  { status }: Subscription,
  { url, types }: SubscribeWebhook,
): SubscriptionEvent[] => {
  if (status !== 'none') return [];
  return [{ type: 'WebhookSubscribed', data: { url, types: [...new Set(types)] } }];
};

export const endWebhook = ({ status }: Subscription, { reason }: EndWebhook): SubscriptionEvent[] => {
  if (status !== 'active') throw subscriptionEnded();
  return [{ type: 'WebhookEnded', data: { reason } }];
};

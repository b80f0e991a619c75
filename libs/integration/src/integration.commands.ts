import { commandsOn, right, type ActContext } from '#organisation';
import {
  EndWebhook,
  SubscribeWebhook,
  endWebhook,
  subscribeWebhook,
  subscription,
  type Subscription,
  type SubscriptionEvent,
} from './webhook/subscription.js';

const onSubscription = commandsOn<Subscription, SubscriptionEvent, ActContext>({
  aggregate: subscription,
  contextOf: (act) => act,
});

/** The acts on subscriptions of other systems. */
export const integrationCommands = [
  onSubscription(SubscribeWebhook, right('office', 'admin'), subscribeWebhook),
  onSubscription(EndWebhook, right('office', 'admin'), endWebhook),
];

import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './mail.js';
export * from './subscriptions.js';

export const notificationMigrations = [
  sqlMigration('Subscriptions', 1764000000007, sqlFile('./subscription.sql', import.meta.url)),
  sqlMigration('SubscriptionIsolation', 1764000000011, isolated('trail_subscription')),
];

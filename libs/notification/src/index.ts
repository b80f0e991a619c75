import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './announcements.js';
export * from './carriers/carriers.js';
export * from './carriers/gateways.js';
export * from './inbox.controller.js';
export * from './mail.js';
export * from './notify.js';
export { NoticeChoices } from './officials/notice-choices.js';
export * from './subscriptions.js';

export { notificationCapability } from './notification.capability.js';

export const notificationMigrations = [
  sqlMigration('Subscriptions', 1764000000007, sqlFile('./subscription.sql', import.meta.url)),
  sqlMigration('SubscriptionIsolation', 1764000000011, isolated('trail_subscription')),
  sqlMigration('OfficesWithDigests', 1764000000133, sqlFile('./due-offices.sql', import.meta.url)),
  sqlMigration(
    'NoticeChoices',
    1764000000240,
    sqlFile('./officials/notice-choice.sql', import.meta.url),
    isolated('notice_choice'),
  ),
];

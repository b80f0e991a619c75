import type { Capability } from '#capability';
import { InboxController } from './inbox.controller.js';
import { notificationRoutes } from './notification.routes.js';

/** Thông báo · what people are told, and whether it got out. */
export const notificationCapability: Capability = {
  name: 'notification',
  routes: notificationRoutes,
  controllers: [InboxController],
};

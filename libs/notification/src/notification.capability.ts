import { made, type Capability } from '#capability';
import { CLOCK } from '#kernel';
import { Outbox } from '#outbox';
import { PersonRecords } from '#persons';
import { ANNOUNCERS, CHANNELS } from './announcements.js';
import { InboxController } from './inbox.controller.js';
import { notificationRoutes } from './notification.routes.js';
import { notify } from './notify.js';

/** Thông báo · what people are told, and whether it got out. */
export const notificationCapability: Capability = {
  name: 'notification',
  routes: notificationRoutes,
  settings: [{ provide: CHANNELS, useValue: [] }],
  reactions: [made(notify, ANNOUNCERS, Outbox, PersonRecords, CHANNELS, CLOCK)],
  controllers: [InboxController],
};

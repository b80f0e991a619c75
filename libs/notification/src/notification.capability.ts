import { made, service, type Capability } from '#capability';
import { CLOCK, POOL } from '#kernel';
import { Outbox } from '#outbox';
import { PersonRecords } from '#persons';
import { ANNOUNCERS, CHANNELS } from './announcements.js';
import { InboxController, TEMPLATES } from './inbox.controller.js';
import { notificationRoutes } from './notification.routes.js';
import { notify } from './notify.js';
import { NoticeChoicesController } from './officials/notice-choices.controller.js';
import { NoticeChoices } from './officials/notice-choices.js';
import { digestTemplates, noticeDigests } from './officials/notice-digests.js';

/** Thông báo · what people are told, and whether it got out. */
export const notificationCapability: Capability = {
  name: 'notification',
  routes: notificationRoutes,
  settings: [{ provide: CHANNELS, useValue: [] }],
  services: [service(NoticeChoices, POOL)],
  reactions: [made(notify, ANNOUNCERS, Outbox, PersonRecords, NoticeChoices, CHANNELS, CLOCK)],
  errands: [made(noticeDigests, NoticeChoices, Outbox, TEMPLATES, CLOCK)],
  announcers: [made(() => ({ types: [], templates: digestTemplates, announce: () => Promise.resolve([]) }))],
  controllers: [InboxController, NoticeChoicesController],
};

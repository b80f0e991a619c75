import { WorkCalendar } from '#calendar';
import { made, service, type Capability } from '#capability';
import { CLOCK, POOL } from '#kernel';
import { FollowedOffices } from '#projection';
import { LostFactors, removeAgreedFactors } from './account/lost-factors.js';
import { Commands } from './command/index.js';
import { askForCalendars } from './ask-for-calendars.js';
import { calendarAnnouncer } from './office/calendar-announcer.js';
import { organisationCommands } from './organisation.commands.js';
import { OrganisationController } from './organisation.controller.js';
import { receiveOnOfficeEnd } from './organisation.policies.js';
import { Organisation } from './organisation.service.js';
import { organisationSentences } from './organisation.sentences.js';
import { organisationBodies, organisationRoutes, organisationOverseen } from './organisation.routes.js';

/** Tổ chức bộ máy · units, posts, people, delegations. */
export const organisationCapability: Capability = {
  name: 'organisation',
  commands: organisationCommands,
  routes: organisationRoutes,
  bodies: organisationBodies,
  overseen: organisationOverseen,
  controllers: [OrganisationController],
  services: [service(LostFactors, POOL)],
  reactions: [made(receiveOnOfficeEnd, Organisation, Commands), made(removeAgreedFactors, LostFactors)],
  errands: [made(askForCalendars, FollowedOffices, WorkCalendar, Commands, CLOCK)],
  announcers: [made(calendarAnnouncer, Organisation)],
  sentences: organisationSentences,
  workers: {
    organisation: { vi: 'tổ chức bộ máy', en: 'organisation' },
    founding: { vi: 'khởi tạo đơn vị', en: 'founding' },
  },
};

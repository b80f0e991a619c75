import { SharedCalendar } from '#calendar';
import { AggregateStore } from '#event-store';
import { made, service, type Capability } from '#capability';
import { CLOCK, POOL } from '#kernel';
import { FollowedOffices } from '#projection';
import { LostFactors, removeAgreedFactors } from './account/lost-factors.js';
import { Commands } from './command/index.js';
import { askForCalendars } from './ask-for-calendars.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarImport } from './calendar/calendar-import.js';
import { calendarSteps } from './calendar/calendar-steps.js';
import { keepCalendar } from './calendar/keep-calendar.js';
import { OfficeCalendars } from './calendar/office-calendars.js';
import { CALENDAR_STEP, calendarAgendaTypes } from './office/calendar.js';
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
  controllers: [OrganisationController, CalendarController],
  services: [service(LostFactors, POOL), service(CalendarImport, OfficeCalendars, Commands)],
  reactions: [
    made(receiveOnOfficeEnd, Organisation, Commands),
    made(removeAgreedFactors, LostFactors),
    made(keepCalendar, OfficeCalendars, POOL),
  ],
  agendaTypes: calendarAgendaTypes,
  steps: { [CALENDAR_STEP]: made(calendarSteps, Commands, AggregateStore) },
  errands: [made(askForCalendars, FollowedOffices, SharedCalendar, OfficeCalendars, Commands, CLOCK)],
  announcers: [made(calendarAnnouncer, Organisation)],
  sentences: organisationSentences,
  workers: {
    organisation: { vi: 'tổ chức bộ máy', en: 'organisation' },
    founding: { vi: 'khởi tạo đơn vị', en: 'founding' },
  },
};

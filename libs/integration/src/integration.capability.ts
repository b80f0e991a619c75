import { EVENT_TYPES, made, service, type Capability } from '#capability';
import { DossierQueries, Dossiers } from '#dossiers';
import { AggregateStore } from '#event-store';
import { CLOCK, HOME_OFFICE, POOL } from '#kernel';
import { Commands, Organisation } from '#organisation';
import { Outbox } from '#outbox';
import { Parked } from '#parked';
import { Files, Persons } from '#persons';
import { FollowedOffices } from '#projection';
import { Reports, ServiceIndex } from '#reporting';
import { integrationCommands } from './integration.commands.js';
import { IntegrationController, PaymentController } from './integration.controller.js';
import { Gateway, PAYMENT_GATEWAY } from './payment/gateway.js';
import { PAYMENT_SECRET, Payments } from './payment/payments.js';
import { fetchFromProvince } from './province/province-inbox.js';
import { PROVINCE, syncProvince } from './province/province.js';
import { REPORTING_SYSTEM, exportReports } from './reporting-system/reporting-system.js';
import { WEBHOOKS_WITHIN, Webhooks, tellSubscribers } from './webhook/webhooks.service.js';
import { integrationSentences } from './integration.sentences.js';
import { integrationRoutes } from './integration.routes.js';

/** Kết nối · other systems: payments, subscribers, the province. */
export const integrationCapability: Capability = {
  name: 'integration',
  commands: integrationCommands,
  routes: integrationRoutes,
  controllers: [IntegrationController, PaymentController],
  settings: [
    { provide: PROVINCE, useValue: null },
    { provide: REPORTING_SYSTEM, useValue: null },
    { provide: PAYMENT_SECRET, useValue: null },
    { provide: PAYMENT_GATEWAY, useValue: null },
    { provide: WEBHOOKS_WITHIN, useValue: false },
  ],
  services: [
    service(Webhooks, AggregateStore, Commands, EVENT_TYPES, WEBHOOKS_WITHIN),
    service(Gateway, PAYMENT_GATEWAY),
    service(Payments, POOL, Commands, DossierQueries, Dossiers, PAYMENT_SECRET),
  ],
  reactions: [
    made(tellSubscribers, Webhooks, Outbox, CLOCK),
    made(syncProvince, PROVINCE, Dossiers, Outbox, CLOCK),
    made(exportReports, REPORTING_SYSTEM, Reports, ServiceIndex, Outbox, CLOCK),
  ],
  errands: [
    made(
      fetchFromProvince,
      HOME_OFFICE,
      FollowedOffices,
      PROVINCE,
      POOL,
      Commands,
      Dossiers,
      Persons,
      Files,
      Organisation,
      Outbox,
      CLOCK,
      Parked,
    ),
  ],
  sentences: integrationSentences,
  workers: {
    payments: { vi: 'thanh toán', en: 'payments' },
  },
};

import type { Capability } from '#capability';
import { integrationCommands } from './integration.commands.js';
import { IntegrationController, PaymentController } from './integration.controller.js';
import { integrationSentences } from './integration.sentences.js';
import { integrationRoutes } from './integration.routes.js';

/** Kết nối · other systems: payments, subscribers, the province. */
export const integrationCapability: Capability = {
  name: 'integration',
  commands: integrationCommands,
  routes: integrationRoutes,
  controllers: [IntegrationController, PaymentController],
  sentences: integrationSentences,
  workers: {
    payments: { vi: 'thanh toán', en: 'payments' },
  },
};

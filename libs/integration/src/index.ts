import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './integration.commands.js';
export * from './integration.controller.js';
export * from './integration.sentences.js';
export * from './payment/gateway.js';
export * from './payment/payments.js';
export * from './province/province-inbox.js';
export * from './province/province.js';
export type { ReportForm } from './reporting-system/report-form.js';
export * from './reporting-system/reporting-system.js';
export * from './webhook/webhooks.service.js';

export { integrationCapability } from './integration.capability.js';

export const integrationMigrations = [
  sqlMigration('Integration', 1764000000017, sqlFile('./integration.sql', import.meta.url)),
  sqlMigration('IntegrationIsolation', 1764000000018, isolated('webhook_received', 'province_cursor')),
];

import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './account/account-list.js';
export * from './account/account.commands.js';
export * from './account/accounts.js';
export * from './account/api-tokens.js';
export * from './account/calendar-addresses.js';
export * from './account/credentials.js';
export * from './account/factor-removal.js';
export * from './account/identities.js';
export * from './account/lost-factors.js';
export * from './account/passwords.js';
export * from './account/second-factor.js';
export * from './account/sessions.js';
export * from './account/sign-in-throttle.js';
export * from './account/strangers.js';
export * from './calendar/calendar-import.js';
export { dayIn, type Fault } from './calendar/said-year.js';
export * from './calendar/follow-calendar.js';
export * from './calendar/office-calendars.js';
export * from './office-subject.js';
export * from './office/index.js';
export * from './organisation.commands.js';
export * from './organisation.controller.js';
export * from './organisation.policies.js';
export * from './organisation.sentences.js';
export * from './organisation.service.js';
export * from './public-act.js';
export * from './command/index.js';
export * from './rights/right.js';
export * from './rights/rights.js';
export * from './rights/watching.js';

export { organisationCapability } from './organisation.capability.js';

export const organisationMigrations = [
  sqlMigration('Accounts', 1764000000003, sqlFile('./account/account.sql', import.meta.url)),
  sqlMigration('SignIn', 1764000000008, sqlFile('./account/sign-in.sql', import.meta.url)),
  sqlMigration('AccountIsolation', 1764000000010, isolated('account', 'session', 'sign_in_failure')),
  sqlMigration(
    'SignInStrength',
    1764000000013,
    sqlFile('./account/strength.sql', import.meta.url),
    isolated('api_token', 'external_identity'),
  ),
  sqlMigration('FirstPassword', 1764000000190, sqlFile('./account/first-password.sql', import.meta.url)),
  sqlMigration('FactorRemoval', 1764000000220, sqlFile('./account/factor-removal.sql', import.meta.url)),
  sqlMigration(
    'CalendarAddresses',
    1764000000250,
    sqlFile('./account/calendar-addresses.sql', import.meta.url),
    isolated('calendar_address'),
  ),
];
export { roles } from './organisation.shapes.js';

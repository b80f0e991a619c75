import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './account/accounts.js';
export * from './account/sign-in-throttle.js';
export * from './office-subject.js';
export * from './office/delegation.js';
export * from './office/hierarchy.js';
export * from './office/office.commands.js';
export * from './office/office.js';
export * from './office/restructuring.js';
export * from './organisation.controller.js';
export * from './organisation.sentences.js';
export * from './organisation.service.js';

export const organisationMigrations = [
  sqlMigration('Accounts', 1764000000003, sqlFile('./account/account.sql', import.meta.url)),
  sqlMigration('SignIn', 1764000000008, sqlFile('./account/sign-in.sql', import.meta.url)),
  sqlMigration('AccountIsolation', 1764000000010, isolated('account', 'session', 'sign_in_failure')),
];

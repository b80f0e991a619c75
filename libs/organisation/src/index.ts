import { derivedId, sqlFile, sqlMigration } from '#kernel';

export * from './account/accounts.js';
export * from './office/hierarchy.js';
export * from './office/office.js';
export * from './office/office.commands.js';
export * from './organisation.sentences.js';

export const organisationMigrations = [
  sqlMigration('Accounts', 1764000000003, sqlFile('./account/account.sql', import.meta.url)),
];

/** The stream of an office's organisation. */
export const officeSubject = (office: string): string => derivedId(office, 'office');

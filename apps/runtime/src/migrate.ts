import { calendarMigrations } from '#calendar';
import { deadlineMigrations } from '#deadline';
import { eventStoreMigrations } from '#event-store';
import { integrationMigrations } from '#integration';
import { sqlFile, sqlMigration } from '#kernel';
import { ledgerMigrations } from '#ledger';
import { notificationMigrations } from '#notification';
import { organisationMigrations } from '#organisation';
import { outboxMigrations } from '#outbox';
import { parkedMigrations } from '#parked';
import { projectionMigrations } from '#projection';
import { vaultMigrations } from '#vault';
import { DataSource } from 'typeorm';
import { openServiceLogin } from './service-login.js';

export const migrations = [
  ...eventStoreMigrations,
  ...projectionMigrations,
  ...parkedMigrations,
  ...deadlineMigrations,
  ...calendarMigrations,
  ...organisationMigrations,
  ...ledgerMigrations,
  ...vaultMigrations,
  ...notificationMigrations,
  ...outboxMigrations,
  ...integrationMigrations,
  // A number goes in with its dossier now: nothing is left for a reader to finish.
  sqlMigration(
    'ReceptionsGoInWhole',
    1764000000020,
    `delete from checkpoint where projection = 'finish_receptions'`,
  ),
  // A fee that an earlier version took may be larger than the list of dossiers could hold.
  sqlMigration(
    'LargeFees',
    1764000000060,
    'alter table if exists rm_dossier.dossier alter column fee type bigint',
  ),
  // Whoever wrote to an office that is none made it followed, sealed and polled for ever.
  sqlMigration(
    'OnlyFoundedOffices',
    1764000000050,
    `delete from followed_office f
     where not exists (select from event e where e.office = f.office and e.type = 'OfficeOpened')`,
    'delete from checkpoint where office not in (select office from followed_office)',
  ),
  // It was the owner's, and the service is not any more: whoever opens it makes it anew, and no wake-up has to be kept.
  sqlMigration('QueueOfTheService', 1764000000196, 'drop schema if exists queue cascade'),
  sqlMigration('SimulatedClock', 1764000000004, sqlFile('./clock.sql', import.meta.url)),
  sqlMigration('BelievedTime', 1764000000061, sqlFile('./believed-time.sql', import.meta.url)),
];

/** Brings the schema up to date, and lets the service log in, as the database's owner. */
export async function migrate(databaseUrl: string): Promise<void> {
  const source = new DataSource({ type: 'postgres', url: databaseUrl, migrations, logging: false });
  await source.initialize();
  try {
    await source.query('select pg_advisory_lock(5260300)');
    await source.runMigrations();
    await openServiceLogin(source, databaseUrl);
  } finally {
    await source.destroy();
  }
}

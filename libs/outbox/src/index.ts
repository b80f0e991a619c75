import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './deliveries.js';
export * from './outbox.js';

export const outboxMigrations = [
  sqlMigration('Outbox', 1764000000015, sqlFile('./outbox.sql', import.meta.url)),
  sqlMigration('OutboxIsolation', 1764000000016, isolated('outbox')),
  sqlMigration('OutboxFigures', 1764000000060, sqlFile('./outbox-figures.sql', import.meta.url)),
  sqlMigration(
    'OutboxPast',
    1764000000061,
    sqlFile('./outbox-past.sql', import.meta.url),
    isolated('outbox_past'),
  ),
];

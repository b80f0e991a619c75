import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './checkpoints.js';
export * from './lacking.js';
export * from './followed-offices.js';
export { hasTodaysShape, outdatedModels } from './model-versions.js';
export * from './projection.js';
export * from './projector.js';
export * from './rebuild.js';
export { READS, workerOf } from './set-aside.js';
export * from './standings.js';
export * from './together.js';
export * from './transaction.js';
export * from './unread.js';
export * from './wait-for.js';

export const projectionMigrations = [
  sqlMigration('Checkpoints', 1764000000002, sqlFile('./checkpoint.sql', import.meta.url)),
  sqlMigration('SetAside', 1764000000022, sqlFile('./set-aside.sql', import.meta.url), isolated('set_aside')),
  sqlMigration(
    'StoppedReaders',
    1764000000135,
    'create index checkpoint_stopped on checkpoint (office, projection) where stopped_at is not null',
  ),
  sqlMigration('ReadModelVersions', 1764000000200, sqlFile('./read-model-version.sql', import.meta.url)),
  // What was appended before commits were told of may be unread as well.
  sqlMigration(
    'EverythingUnread',
    1764000000131,
    'insert into unread_commit (office) select office from followed_office on conflict do nothing',
  ),
];

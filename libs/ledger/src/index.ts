import { sqlFile, sqlMigration } from '#kernel';

export * from './committed.js';
export * from './export-ledger.js';
export * from './format/checkpoint.js';
export * from './format/entry-bundle.js';
export * from './format/cosignature.js';
export * from './format/signed-note.js';
export * from './format/tile-path.js';
export * from './proved-subject.js';
export * from './published.js';
export * from './seal/extend-tree.js';
export * from './seal/key-rotation.js';
export { allHeads, findHead, ledgersInAll, newestHeads, type Head } from './seal/ledger-store.js';
export * from './seal/office-key.js';
export * from './seal/sealer.js';
export * from './trail/audit-filter.js';
export * from './trail/audit-query.js';
export * from './trail/causes.js';
export * from './trail/export-trail.js';
export { keepOfficeHours } from './trail/office-hours.js';
export * from './trail/sentence.js';
export { settledEnd } from './trail/settled-end.js';
export * from './trail/trail-projection.js';
export * from './tree/growth.js';
export * from './tree/hash.js';
export { TILE_WIDTH } from './tree/proof.js';
export * from './verify/index.js';
export * from './witness/witness.js';

export const ledgerMigrations = [
  sqlMigration('Ledger', 1764000000005, sqlFile('./seal/ledger.sql', import.meta.url)),
  sqlMigration('CalendarDays', 1764000000140, sqlFile('./trail/calendar-day.sql', import.meta.url)),
  sqlMigration(
    'CalendarDaysOfOffices',
    1764000000321,
    sqlFile('./trail/calendar-day-of-office.sql', import.meta.url),
  ),
  sqlMigration('SettledEnd', 1764000000141, sqlFile('./trail/settled-end.sql', import.meta.url)),
  // Their questions are answered by the projected trail, in the order of positions.
  sqlMigration(
    'TrailOfItsOwn',
    1764000000142,
    'drop index event_by_actor, event_by_correlation, event_by_cause, event_by_principal',
  ),
  sqlMigration('LedgerIsolation', 1764000000191, sqlFile('./seal/isolation.sql', import.meta.url)),
];

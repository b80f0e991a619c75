import { sqlFile, sqlMigration } from '#kernel';

export * from './committed.js';
export * from './export-ledger.js';
export * from './format/checkpoint.js';
export * from './format/entry-bundle.js';
export * from './format/cosignature.js';
export * from './format/signed-note.js';
export * from './format/tile-path.js';
export * from './published.js';
export * from './seal/extend-tree.js';
export * from './seal/key-rotation.js';
export { allHeads, findHead, unsealedOffices, type Head } from './seal/ledger-store.js';
export * from './seal/office-key.js';
export * from './seal/sealer.js';
export * from './trail/audit-query.js';
export * from './trail/export-trail.js';
export * from './trail/sentence.js';
export * from './tree/growth.js';
export * from './tree/hash.js';
export { TILE_WIDTH } from './tree/proof.js';
export * from './verify/index.js';
export * from './witness/witness.js';

export const ledgerMigrations = [
  sqlMigration('Ledger', 1764000000005, sqlFile('./seal/ledger.sql', import.meta.url)),
];

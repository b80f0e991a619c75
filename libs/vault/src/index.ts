import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './act-contents.js';
export * from './commitment.js';
export * from './files/belonging.js';
export * from './files/file-store.js';
export * from './files/safe-file.js';
export * from './master-keys.js';
export { contextOf } from './person-keys.js';
export type { Facts, Reader } from './readings.js';
export * from './reading-hash.js';
export * from './secrets.js';
export * from './vault.js';

export const vaultMigrations = [
  sqlMigration('Vault', 1764000000006, sqlFile('./vault.sql', import.meta.url)),
  sqlMigration('Files', 1764000000014, sqlFile('./files/files.sql', import.meta.url), isolated('vault.file')),
  sqlMigration('VaultIsolation', 1764000000012, isolated('vault.person', 'vault.fact', 'vault.reading')),
  sqlMigration('VaultVersions', 1764000000042, sqlFile('./versions.sql', import.meta.url)),
  sqlMigration('ActsKeepTheirContents', 1764000000110, sqlFile('./append-keeping.sql', import.meta.url)),
  sqlMigration('SealedReadings', 1764000000043, sqlFile('./sealed-readings.sql', import.meta.url)),
  sqlMigration('ErasureIsOneAct', 1764000000210, sqlFile('./append-erasing.sql', import.meta.url)),
  sqlMigration('ReadingsByReader', 1764000000230, sqlFile('./readings-by-reader.sql', import.meta.url)),
  sqlMigration('RetentionIsPartOfItsAct', 1764000000211, sqlFile('./append-retaining.sql', import.meta.url)),
  sqlMigration(
    'ReadingsByCredential',
    1764000000240,
    sqlFile('./readings-by-credential.sql', import.meta.url),
  ),
  sqlMigration('UnsealedReadings', 1764000000134, sqlFile('./unsealed-readings.sql', import.meta.url)),
  sqlMigration('BelongingFiles', 1764000000160, sqlFile('./files/belonging.sql', import.meta.url)),
];

import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './master-keys.js';
export * from './vault.js';

export const vaultMigrations = [
  sqlMigration('Vault', 1764000000006, sqlFile('./vault.sql', import.meta.url)),
  sqlMigration('VaultIsolation', 1764000000012, isolated('vault.person', 'vault.fact', 'vault.reading')),
];

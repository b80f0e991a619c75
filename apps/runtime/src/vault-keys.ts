import { Vault, masterKeys } from '#vault';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runtime } from './runtime.js';
import type { Settings } from './settings.js';

/** The vault of personal data, under the master keys of this installation. */
export async function openVault({ pool }: Runtime, { dataDir, vaultKeys }: Settings): Promise<Vault> {
  await mkdir(dataDir, { recursive: true });
  return new Vault(pool, await masterKeys(vaultKeys, join(dataDir, 'vault.key')));
}

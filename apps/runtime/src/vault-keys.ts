import { FileStore, Secrets, Vault, httpScanner, masterKeys, type MasterKeys } from '#vault';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runtime } from './runtime.js';
import type { Settings } from './settings.js';

/** Personal data and files, under the master keys of this installation. */
export async function openVault(
  { pool }: Runtime,
  settings: Settings,
): Promise<{ vault: Vault; files: FileStore; secrets: Secrets }> {
  const { scanUrl } = settings;
  const masters = await vaultMasters(settings);
  const vault = new Vault(pool, masters);
  return {
    vault,
    secrets: new Secrets(masters),
    files: new FileStore(pool, masters, vault, scanUrl === undefined ? undefined : httpScanner(scanUrl)),
  };
}

/** The vault's master keys, as set or from a file of `DATA_DIR`. */
export async function vaultMasters({ dataDir, vaultKeys }: Settings): Promise<MasterKeys> {
  await mkdir(dataDir, { recursive: true });
  return masterKeys(vaultKeys, join(dataDir, 'vault.key'));
}

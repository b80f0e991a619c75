import { FileStore, Secrets, Vault, httpScanner, masterKeys } from '#vault';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runtime } from './runtime.js';
import type { Settings } from './settings.js';

/** Personal data and files, under the master keys of this installation. */
export async function openVault(
  { pool }: Runtime,
  { dataDir, vaultKeys, scanUrl }: Settings,
): Promise<{ vault: Vault; files: FileStore; secrets: Secrets }> {
  await mkdir(dataDir, { recursive: true });
  const masters = await masterKeys(vaultKeys, join(dataDir, 'vault.key'));
  const vault = new Vault(pool, masters);
  return {
    vault,
    secrets: new Secrets(masters),
    files: new FileStore(pool, masters, vault, scanUrl === undefined ? undefined : httpScanner(scanUrl)),
  };
}

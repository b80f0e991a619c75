import { officeKey, type SignerKey } from '#ledger';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from './settings.js';

/** The file that holds an office's private key, where it does not come from the environment. */
export const ledgerKeyFile = ({ dataDir }: Settings, office: string): string =>
  join(dataDir, `ledger-${office}.key`);

/** The key that seals an office's ledger; made at first use. */
export async function ledgerKey(settings: Settings, office: string): Promise<SignerKey> {
  await mkdir(settings.dataDir, { recursive: true });
  const name = `${settings.ledgerOrigin}/${office}`;
  return officeKey(settings.ledgerKey, ledgerKeyFile(settings, office), name);
}

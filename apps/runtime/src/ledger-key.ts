import { officeKey, type SignerKey } from '#ledger';
import { mkdir } from 'node:fs/promises';
import { ledgerKeyFile, type Settings } from './settings.js';

/** The key that seals an office's ledger; made at first use. */
export async function ledgerKey(settings: Settings, office: string): Promise<SignerKey> {
  await mkdir(settings.dataDir, { recursive: true });
  const name = `${settings.ledgerOrigin}/${office}`;
  return officeKey(settings.ledgerKey, ledgerKeyFile(settings, office), name);
}

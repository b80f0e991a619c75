import { officeKey, type SignerKey } from '#ledger';
import { mkdir } from 'node:fs/promises';
import { DEMO_OFFICE, ledgerKeyFile, type Settings } from './settings.js';

/** The key that seals an office's ledger; made at first use. */
export async function ledgerKey(settings: Settings, office: string): Promise<SignerKey> {
  await mkdir(settings.dataDir, { recursive: true });
  const name = `${settings.ledgerOrigin}/${office}`;
  // A key from the environment is that of the installation's own office.
  return officeKey(
    office === DEMO_OFFICE ? settings.ledgerKey : undefined,
    ledgerKeyFile(settings, office),
    name,
  );
}

/** The keys of all offices that a process seals for, each read once. */
export function ledgerKeys(settings: Settings): (office: string) => Promise<SignerKey> {
  const known = new Map<string, Promise<SignerKey>>();
  return (office) => {
    const key = known.get(office) ?? ledgerKey(settings, office);
    known.set(office, key);
    key.catch(() => known.delete(office)); // asked again, it is read again
    return key;
  };
}

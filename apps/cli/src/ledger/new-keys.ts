import { newSignerKey } from '#ledger';
import { randomBytes } from 'node:crypto';
import { DEMO_OFFICE, readSettings } from '../../../runtime/src/settings.js';

/** Prints keys for an installation whose keys come from the environment; keeps none of them. */
export async function newKeys(): Promise<void> {
  const { ledgerOrigin } = readSettings();
  const ledger = newSignerKey(`${ledgerOrigin}/${DEMO_OFFICE}`);
  process.stdout.write(`LEDGER_KEY=${ledger.secret}\nVAULT_KEY=${randomBytes(32).toString('base64')}\n`);
  process.stderr.write(`khóa công khai của sổ cái · the ledger’s public key: ${ledger.verifier.text}\n`);
}

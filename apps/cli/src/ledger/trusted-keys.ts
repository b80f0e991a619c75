import { parseSignerKey, parseVerifierKey, type VerifierKey } from '#ledger/verify';
import { readFile } from 'node:fs/promises';
import { DEMO_OFFICE, ledgerKeyFile, type Settings } from '../../../runtime/src/settings.js';

/** The keys named on the command line; without one, the office's own where this machine holds it. */
export async function trustedKeys(settings: Settings, given: string[]): Promise<VerifierKey[]> {
  if (given.length > 0) return given.map(parseVerifierKey);
  const secret =
    settings.ledgerKey ??
    (await readFile(ledgerKeyFile(settings, DEMO_OFFICE), 'utf8').catch(() => undefined));
  return secret === undefined ? [] : [parseSignerKey(secret).verifier];
}

import { checkSignature, type SignedCheckpoint } from '../format/checkpoint.js';
import { checkCosignature } from '../format/cosignature.js';
import type { VerifierKey } from '../format/keys.js';
import { add, finding } from './findings.js';
import type { Verdict } from './ledger-source.js';

/** Whose signatures hold: the office's, and those of the witnesses that are known. */
export function checkSigners(
  checkpoint: SignedCheckpoint,
  keys: VerifierKey[],
  witnesses: VerifierKey[],
  verdict: Verdict,
): void {
  if (keys.length === 0) verdict.unknown.push('who signed: no public key of the office was given');
  else {
    try {
      verdict.signatures.push(checkSignature(checkpoint, keys).name);
    } catch (error) {
      add(verdict, finding(error));
    }
  }
  for (const line of checkpoint.signatures) {
    const witness = witnesses.find(({ name, id }) => name === line.name && id.equals(line.keyId));
    if (!witness) continue;
    try {
      checkCosignature(checkpoint.body, line, witness);
      verdict.cosignatures.push(witness.name);
    } catch (error) {
      add(verdict, finding(error));
    }
  }
}

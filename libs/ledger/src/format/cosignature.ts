import { FormatError } from './format-error.js';
import type { SignerKey, VerifierKey } from './keys.js';
import { signatureLine, type NoteSignature } from './signed-note.js';

// C2SP tlog-cosignature/v1 with Ed25519: a witness states that, at a time, this was the largest consistent tree.

const message = (body: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${body}`);

/** Cosigns a checkpoint's body at an instant (whole seconds); gives the signature line. */
export function cosign(body: string, { verifier, sign }: SignerKey, at: Date): string {
  const seconds = BigInt(Math.floor(at.getTime() / 1_000));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  return signatureLine(verifier.name, verifier.id, Buffer.concat([time, sign(message(body, seconds))]));
}

/** When a witness cosigned; refuses `bad_cosignature`. */
export function checkCosignature(body: string, { signature, name }: NoteSignature, key: VerifierKey): Date {
  const seconds = signature.length === 72 ? signature.readBigUInt64BE() : undefined;
  if (
    seconds === undefined ||
    seconds > BigInt(Number.MAX_SAFE_INTEGER) ||
    !key.verify(message(body, seconds), signature.subarray(8))
  )
    throw new FormatError('bad_cosignature', `the cosignature of ${name} does not fit the checkpoint`);
  return new Date(Number(seconds) * 1_000);
}

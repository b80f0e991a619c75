import { FormatError, bytesOf } from './format-error.js';
import type { VerifierKey } from './keys.js';
import { parseNote, type NoteSignature } from './signed-note.js';

/** A log's state at a size (C2SP tlog-checkpoint). */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

export interface SignedCheckpoint extends Checkpoint {
  body: string;
  signatures: NoteSignature[];
}

export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Reads a checkpoint with its signatures, unchecked; refuses `bad_note` and `bad_checkpoint`. */
export function parseCheckpoint(bytes: Uint8Array): SignedCheckpoint {
  const { body, signatures } = parseNote(bytes);
  const [origin = '', sizeText = '', rootText = '', ...extensions] = body.slice(0, -1).split('\n');
  const root = bytesOf(rootText);
  const size = Number(sizeText);
  if (origin === '') throw new FormatError('bad_checkpoint', 'the checkpoint has no origin');
  if (!/^(0|[1-9]\d*)$/.test(sizeText) || !Number.isSafeInteger(size))
    throw new FormatError('bad_checkpoint', `"${sizeText.slice(0, 30)}" is no tree size`);
  if (root?.length !== 32) throw new FormatError('bad_checkpoint', 'the root is not 32 bytes of base64');
  if (extensions.includes('')) throw new FormatError('bad_checkpoint', 'an extension line is empty');
  return { origin, size, root, body, signatures };
}

/** Checks a log's signature; refuses `unknown_key` and `bad_signature`. Lines of other keys mean nothing here. */
export function checkSignature({ body, signatures }: SignedCheckpoint, keys: VerifierKey[]): VerifierKey {
  for (const { name, keyId, signature } of signatures) {
    const key = keys.find((k) => k.name === name && k.id.equals(keyId));
    if (!key) continue;
    if (!key.verify(Buffer.from(body), signature))
      throw new FormatError('bad_signature', `the signature of ${name} does not fit the checkpoint`);
    return key;
  }
  throw new FormatError('unknown_key', 'the checkpoint is signed by none of the given keys');
}

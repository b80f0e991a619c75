import { FormatError, bytesOf } from './format-error.js';
import type { SignerKey } from './keys.js';

// C2SP signed-note: a text that ends with a newline, an empty line, signature lines.

export interface NoteSignature {
  name: string;
  keyId: Buffer;
  signature: Buffer;
  line: string;
}

export interface SignedNote {
  /** What is signed, its last newline included. */
  body: string;
  signatures: NoteSignature[];
}

const SIGNATURE = /^— (\S+) ([A-Za-z0-9+/=]+)$/u;
const MAX_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;

/** Reads a signed note; refuses `bad_note`, trailing bytes included. */
export function parseNote(bytes: Uint8Array): SignedNote {
  if (bytes.length > MAX_BYTES) throw new FormatError('bad_note', 'the note is larger than 1 MB');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormatError('bad_note', 'the note is not UTF-8');
  }
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x0a))
    throw new FormatError('bad_note', 'the note holds control characters');
  const end = text.lastIndexOf('\n\n');
  if (end < 0 || !text.endsWith('\n'))
    throw new FormatError('bad_note', 'the note has no signatures, or bytes behind them');
  const lines = text.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw new FormatError('bad_note', 'the note has too many signatures');
  return { body: text.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [, name = '', base64 = ''] = SIGNATURE.exec(line) ?? [];
  const bytes = base64 === '' ? undefined : bytesOf(base64);
  if (!bytes || bytes.length < 5 || name.includes('+'))
    throw new FormatError('bad_note', `not a signature line: ${line.slice(0, 80)}`);
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4), line };
}

export const signatureLine = (name: string, keyId: Buffer, signature: Buffer): string =>
  `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}`;

/** Signs a text; it must end with a newline. */
export function signNote(body: string, ...signers: SignerKey[]): string {
  const message = Buffer.from(body);
  const lines = signers.map((s) => signatureLine(s.verifier.name, s.verifier.id, s.sign(message)));
  return `${body}\n${lines.join('\n')}\n`;
}

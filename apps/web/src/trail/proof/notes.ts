import { bytesOf, same, sha256, utf8, type Bytes, type TreeHead } from './hashes';

// Signed notes and their keys, as C2SP writes them: signed-note, tlog-checkpoint, tlog-cosignature.

const WITNESS_KEY = 4;
const TIME_BYTES = 8;

export interface Note {
  /** What is signed, its last newline included. */
  body: string;
  head: TreeHead;
  signatures: readonly { name: string; keyId: Bytes; signature: Bytes }[];
}

/** A checkpoint with its signatures; undefined where it is none. */
export function readNote(text: string): Note | undefined {
  const end = text.lastIndexOf('\n\n');
  const [, size, root] = text.split('\n');
  if (end < 0 || !/^\d+$/.test(size ?? '') || root === undefined) return undefined;
  const lines = text.slice(end + 2).split('\n');
  return {
    body: text.slice(0, end + 1),
    head: { size: Number(size), root: bytesOf(root) },
    signatures: lines.flatMap((line) => {
      const [, name, base64] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
      if (name === undefined || base64 === undefined) return [];
      const bytes = bytesOf(base64);
      return [{ name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }];
    }),
  };
}

/** Whether a key, in its text form, has signed a note; a witness's signature also says when. */
export async function isSignedBy(note: Note, keyText: string): Promise<boolean> {
  const key = await readKey(keyText);
  const by = note.signatures.find(({ name, keyId }) => key && name === key.name && same(keyId, key.id));
  if (!key || !by) return false;
  const { message, signature } =
    key.type === WITNESS_KEY
      ? cosigned(note.body, by.signature)
      : { message: utf8(note.body), signature: by.signature };
  const imported = await crypto.subtle.importKey('raw', key.raw, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, signature, message);
}

function cosigned(body: string, bytes: Bytes): { message: Bytes; signature: Bytes } {
  const seconds = new DataView(bytes.buffer, bytes.byteOffset, TIME_BYTES).getBigUint64(0);
  return {
    message: utf8(`cosignature/v1\ntime ${seconds}\n${body}`),
    signature: bytes.slice(TIME_BYTES),
  };
}

/** `<name>+<key id>+<base64(type ‖ key)>`; undefined where the id is not that of the key. */
async function readKey(text: string) {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  if (name === undefined || id === undefined || base64 === undefined) return undefined;
  const typed = bytesOf(base64);
  const digest = (await sha256(utf8(`${name}\n`), typed)).slice(0, 4);
  const said = Uint8Array.from(id.match(/../g) ?? [], (byte) => parseInt(byte, 16));
  return same(digest, said) ? { name, id: digest, type: typed[0], raw: typed.slice(1) } : undefined;
}

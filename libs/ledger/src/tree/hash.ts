import { hash } from 'node:crypto';

/** A SHA-256 value, 32 bytes. */
export type Hash = Buffer;

export const HASH_BYTES = 32;

export const sha256 = (data: Uint8Array): Hash => hash('sha256', data, 'buffer');

/** The root of the tree without leaves (RFC 9162 §2.1.1). */
export const EMPTY_ROOT: Hash = sha256(Buffer.alloc(0));

const LEAF = Buffer.of(0x00);
const node = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01);

export const leafHash = (data: Uint8Array): Hash => sha256(Buffer.concat([LEAF, data]));

export function nodeHash(left: Hash, right: Hash): Hash {
  left.copy(node, 1);
  right.copy(node, 1 + HASH_BYTES);
  return sha256(node);
}

/** The root of a perfect tree over hashes laid side by side; their number is a power of two. */
export function perfectRoot(hashes: Buffer): Hash {
  if (hashes.length === HASH_BYTES) return hashes;
  const half = hashes.length / 2;
  return nodeHash(perfectRoot(hashes.subarray(0, half)), perfectRoot(hashes.subarray(half)));
}

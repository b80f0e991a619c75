import { createHash, randomFillSync } from 'node:crypto';
import { parse, v5, v7 } from 'uuid';
import { canonicalJson } from './canonical-json.js';

const NAMESPACE = parse('6f1c1b52-7d0b-5a52-9d0e-2c1f6a1c7e10');

const pool = new Uint8Array(4096);
let used = pool.length;

/** A new UUIDv7 (RFC 9562), ordered by the millisecond of creation. */
export const newId = (): string => v7({ rng: sixteenRandomBytes });

/** One call to the system's generator serves many ids; each byte is used once. */
function sixteenRandomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += 16));
}

/** The same parts always give the same id: what a worker does twice is recorded once. */
export const derivedId = (...parts: (string | number)[]): string => v5(parts.join('\u001f'), NAMESPACE);

const MOST_REMEMBERED = 1_000;
const remembered = new Map<string, string>();

/** A derived id that is asked for again and again, such as that of an office's register: worked out once. */
export function rememberedId(...parts: (string | number)[]): string {
  const key = parts.join('\u001f');
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size === MOST_REMEMBERED) remembered.clear();
  const id = derivedId(...parts);
  remembered.set(key, id);
  return id;
}

/** SHA-256 of a value's canonical JSON, base64url: tells whether a repeated key carries the same body. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('base64url');

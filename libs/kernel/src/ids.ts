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
const remembered = new Map<string, Map<string | number, string>>();

/** What an office has but one of, such as its register of a day: its derived id, worked out once. */
export function rememberedId(office: string, ...parts: [string, ...(string | number)[]]): string {
  const ofOffice = remembered.get(office) ?? new Map<string | number, string>();
  if (ofOffice.size === 0) {
    if (remembered.size === MOST_REMEMBERED) remembered.clear();
    remembered.set(office, ofOffice);
  }
  const key = parts.length === 1 ? parts[0] : parts.join('\u001f');
  const known = ofOffice.get(key);
  if (known !== undefined) return known;
  if (ofOffice.size === MOST_REMEMBERED) ofOffice.clear();
  const id = derivedId(office, ...parts);
  ofOffice.set(key, id);
  return id;
}

/** SHA-256 of a value's canonical JSON, base64url: tells whether a repeated key carries the same body. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('base64url');

import { createHmac, randomUUID, type BinaryLike } from 'node:crypto';
import { isUUID } from 'class-validator';
import { stringify } from 'uuid';
import { canonicalJson } from './canonical-json.js';
import { invalidInput } from './common-refusals.js';
import { newId } from './ids.js';

/**
 * The id of a client's act, from its `Idempotency-Key`: a name in the client's own namespace (office, and the person or
 * `applicant`), which nobody can work out without the secret. Its version is 8 (RFC 9562, 5.8); what workers derive has
 * version 5, so neither can ever equal the other.
 */
export function actIdOf(secret: BinaryLike, office: string, actor: string, key: string): string {
  const bytes = createHmac('sha256', secret)
    .update(`${office}\u001f${actor}\u001f${key}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return stringify(bytes);
}

/**
 * An `Idempotency-Key` as it is meant: a UUID, perhaps quoted, in any case; undefined where none was sent. Refuses
 * `invalid_input` for anything else.
 */
export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  const given = Array.isArray(header) ? header[0] : header;
  if (given === undefined) return undefined;
  const key = given.trim().replace(/^"(.*)"$/, '$1');
  if (!isUUID(key))
    throw invalidInput({ errors: [{ field: 'Idempotency-Key', message: 'expected a UUID' }] });
  return key.toLowerCase();
}

/** How a client's act is known: by which id, and by what a repetition of it is proved. */
export interface ActName {
  commandId: string;
  proof: string;
  /** Nobody can name it again, so nothing can ever be held against its body. */
  once?: true;
}

/** An act that is sent once. */
export const unrepeatable = (): ActName => ({ commandId: newId(), proof: randomUUID(), once: true });

/**
 * What proves that a body is the one first sent under a key, whatever of it goes into the log or the vault: keyed by the
 * key itself, which is kept nowhere, so nobody can guess at the body by it, not even who holds the log and every secret of
 * the office.
 */
export const proofOf = (key: string, body: unknown): string =>
  createHmac('sha256', key)
    .update(body instanceof Uint8Array ? body : canonicalJson(body ?? null))
    .digest('base64url');

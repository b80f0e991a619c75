import { createHash } from 'node:crypto';
import { v5, v7 } from 'uuid';

const NAMESPACE = '6f1c1b52-7d0b-5a52-9d0e-2c1f6a1c7e10';

/** A new UUIDv7 (RFC 9562), ordered by time of creation. */
export const newId = (): string => v7();

/** The same parts always give the same id: what a worker does twice is recorded once. */
export const derivedId = (...parts: (string | number)[]): string => v5(parts.join('\u001f'), NAMESPACE);

/** SHA-256 of a value's canonical JSON, base64url: tells whether a repeated key carries the same body. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('base64url');

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v) && !(v instanceof Date)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

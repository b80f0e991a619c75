import { canonicalJson } from '#kernel';
import { createHash } from 'node:crypto';

/** A reading of personal data as it is kept: who read what of whom, when and what for. */
export interface KeptReading {
  id: string;
  at: Date;
  reader: string;
  person_id: string;
  names: string[];
  purpose: string;
  /** The session or token by which it was read; null where there was none, and in readings from before. */
  via: string | null;
  salt: Buffer | null;
}

/** What the log holds of a reading: SHA-256 over its salt and its canonical JSON, base64url. */
export function readingHash({ at, person_id: personId, salt, via, ...reading }: KeptReading): string {
  const { reader, names, purpose } = reading;
  const by = via === null ? {} : { via };
  return createHash('sha256')
    .update(salt ?? '')
    .update(canonicalJson({ at: at.toISOString(), reader, personId, names, purpose, ...by }))
    .digest('base64url');
}

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
  salt: Buffer | null;
}

/** What the log holds of a reading: SHA-256 over its salt and its canonical JSON, base64url. */
export const readingHash = ({ at, reader, person_id: personId, names, purpose, salt }: KeptReading): string =>
  createHash('sha256')
    .update(salt ?? '')
    .update(canonicalJson({ at: at.toISOString(), reader, personId, names, purpose }))
    .digest('base64url');

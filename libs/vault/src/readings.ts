import { credentialInUse } from '#kernel';
import type { PoolClient } from 'pg';

/** What is known of a person, by name: `name`, `phone`, `email`, `identityNumber`, `address` … */
export type Facts = Record<string, string>;

/** Who reads, and what for: both are kept (law on personal data: purpose, access log). */
export interface Reader {
  reader: string;
  purpose: string;
  at: Date;
}

/** Writes down who reads what of whom, before it is answered. */
export async function logReading(
  db: PoolClient,
  office: string,
  people: string[],
  names: string[],
  by: Reader,
): Promise<void> {
  await db.query(
    `insert into vault.reading (office, at, reader, person_id, names, purpose, via)
     select $1, $2, $3, p, $5, $6, $7 from unnest($4::uuid[]) p`,
    [office, by.at, by.reader, people, names, by.purpose, credentialInUse() ?? null],
  );
}

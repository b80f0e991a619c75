import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Somebody whom a backup would have brought back. */
export interface ErasedAgain {
  office: string;
  person_id: string;
}

/**
 * The people whose keys were destroyed, from lists kept outside the backup: what `mb erased` prints, what an office
 * publishes, what a witness remembers. Undefined where there is no list: none was named, and `DATA_DIR` has no `erased.txt`.
 */
export async function destroyedKeys(files: string[], dataDir: string): Promise<string[] | undefined> {
  if (files.length === 0) {
    const kept = await readFile(join(dataDir, 'erased.txt'), 'utf8').catch(() => undefined);
    return kept === undefined ? undefined : idsIn(kept);
  }
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).flatMap(idsIn);
}

const idsIn = (text: string): string[] => text.toLowerCase().match(ID) ?? [];

/** Destroys again the keys of people who were erased since the backup, with all that was written under them. */
export async function destroyAgain(client: pg.Client, people: readonly string[]): Promise<ErasedAgain[]> {
  await client.query('delete from vault.fact where person_id = any($1::uuid[])', [people]);
  await client.query('delete from vault.file where person_id = any($1::uuid[])', [people]);
  const { rows } = await client.query<ErasedAgain>(
    `update vault.person set wrapped_key = null, erased_at = now()
     where person_id = any($1::uuid[]) and wrapped_key is not null returning office, person_id`,
    [people],
  );
  return rows;
}

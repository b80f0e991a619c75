import { inTransaction } from '#projection';
import type { Pool, PoolClient } from 'pg';
import { openBytes, sealBytes, type MasterKeys } from './master-keys.js';
import { contextOf, type PersonKeys } from './person-keys.js';

/** Puts the vault under the current master key, while the service goes on. */
export class Rewrapping {
  constructor(
    private readonly pool: Pool,
    private readonly masters: MasterKeys,
    private readonly keys: PersonKeys,
  ) {}

  /** Wraps people's keys under the current master key; the service goes on meanwhile. Answers how many are left. */
  async rewrap(office: string, limit = 1_000): Promise<number> {
    return inTransaction(this.pool, async (db) => {
      const { id, key: master } = this.masters.current;
      const { rows } = await db.query<{ person_id: string; wrapped_key: Buffer; master_key: string }>(
        `select person_id, wrapped_key, master_key from vault.person
         where office = $1 and master_key <> $2 and wrapped_key is not null limit $3 for update skip locked`,
        [office, id, limit],
      );
      for (const { person_id: personId, wrapped_key: wrapped, master_key: old } of rows) {
        const context = contextOf(office, personId, 'key');
        const key = openBytes(this.masters.get(old).key, wrapped, context);
        await this.#searchAnew(db, office, personId, key);
        await db.query(
          'update vault.person set wrapped_key = $3, master_key = $4 where office = $1 and person_id = $2',
          [office, personId, sealBytes(master, key, context), id],
        );
      }
      const left = await db.query<{ n: number }>(
        'select count(*)::int as n from vault.person where office = $1 and master_key <> $2 and wrapped_key is not null',
        [office, id],
      );
      return left.rows[0]?.n ?? 0;
    });
  }

  /** The keyed hashes follow the master key, so that an old one can be thrown away. */
  async #searchAnew(db: PoolClient, office: string, personId: string, key: Buffer): Promise<void> {
    const { rows } = await db.query<{ name: string; version: number; ciphertext: Buffer }>(
      'select name, version, ciphertext from vault.fact where office = $1 and person_id = $2 and searched is not null',
      [office, personId],
    );
    for (const { name, version, ciphertext } of rows) {
      const value = openBytes(key, ciphertext, contextOf(office, personId, name, version)).toString();
      await db.query(
        'update vault.fact set searched = $5 where office = $1 and person_id = $2 and name = $3 and version = $4',
        [office, personId, name, version, this.keys.searchedBy(office, name, value)],
      );
    }
  }
}

import { canonicalEmail, canonicalNumber, canonicalPhone } from '#kernel';
import { createHmac, randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { openBytes, sealBytes, type MasterKeys } from './master-keys.js';
import { personErased, unknownPerson } from './vault.refusals.js';

/** Facts a person may be found by, and the one spelling of each. */
const SEARCHED = new Map<string, (written: string) => string | undefined>([
  ['phone', canonicalPhone],
  ['identityNumber', canonicalNumber],
  ['email', canonicalEmail],
]);

/** The keys of people, each wrapped by a master key, and the keyed hashes by which people are found. */
export class PersonKeys {
  constructor(
    private readonly pool: Pool,
    private readonly masters: MasterKeys,
  ) {}

  async of(db: PoolClient, office: string, personId: string, make: boolean): Promise<Buffer> {
    const context = contextOf(office, personId, 'key');
    if (make) {
      const { id, key } = this.masters.current;
      await db.query(
        'insert into vault.person (office, person_id, wrapped_key, master_key) values ($1, $2, $3, $4) on conflict do nothing',
        [office, personId, sealBytes(key, randomBytes(32), context), id],
      );
    }
    const { rows } = await db.query<{ wrapped_key: Buffer | null; master_key: string }>(
      'select wrapped_key, master_key from vault.person where office = $1 and person_id = $2 for share',
      [office, personId],
    );
    if (!rows[0]) throw unknownPerson();
    if (!rows[0].wrapped_key) throw personErased();
    return openBytes(this.masters.get(rows[0].master_key).key, rows[0].wrapped_key, context);
  }

  /** A person's key, made where there is none yet; refuses `person_erased`. */
  async own(office: string, personId: string): Promise<Buffer> {
    const context = contextOf(office, personId, 'key');
    const { id, key } = this.masters.current;
    const { rows } = await this.pool.query<{ wrapped_key: Buffer | null; master_key: string }>({
      name: 'own_key',
      text: `with made as (
               insert into vault.person (office, person_id, wrapped_key, master_key) values ($1, $2, $3, $4)
               on conflict do nothing returning wrapped_key, master_key)
             select * from made
             union all select wrapped_key, master_key from vault.person where office = $1 and person_id = $2`,
      values: [office, personId, sealBytes(key, randomBytes(32), context), id],
    });
    const [own] = rows;
    // Made by somebody else at this very moment: it is there now.
    if (!own) return this.own(office, personId);
    if (!own.wrapped_key) throw personErased();
    return openBytes(this.masters.get(own.master_key).key, own.wrapped_key, context);
  }

  /** People's keys; null for whoever was erased, absent where nothing was ever kept, `unreadable` where it was tampered with. */
  async all(office: string, people: readonly string[]): Promise<Map<string, Buffer | 'unreadable' | null>> {
    const { rows } = await this.pool.query<{
      person_id: string;
      wrapped_key: Buffer | null;
      master_key: string;
    }>(
      'select person_id, wrapped_key, master_key from vault.person where office = $1 and person_id = any($2::uuid[])',
      [office, people],
    );
    return new Map(
      rows.map(({ person_id: id, wrapped_key: wrapped, master_key: master }) => [
        id,
        wrapped && opened(this.masters.get(master).key, wrapped, contextOf(office, id, 'key')),
      ]),
    );
  }

  /** What a fact may be found by, under each master key at hand, the current one first; none for most facts. */
  searchedBy(office: string, name: string, value: string): Buffer | null {
    return SEARCHED.has(name) ? (this.searchable(office, name, value)[0] ?? null) : null;
  }

  /** The keyed hashes of a value, for each master key at hand; the first is of its one spelling, others of spellings that were kept before. */
  searchable(office: string, name: string, value: string): Buffer[] {
    return spellingsOf(name, value).flatMap((spelling) =>
      this.masters
        .searchKeys()
        .map((key) => createHmac('sha256', key).update(`${office}\n${name}\n${spelling}`).digest()),
    );
  }
}

/** A value's one spelling, then those under which it was kept before it had one. */
function spellingsOf(name: string, value: string): string[] {
  const asWritten = formerly(value);
  const canonical = SEARCHED.get(name)?.(value) || asWritten;
  const national = name === 'phone' ? canonical.replace(/^\+84/, '0') : canonical;
  const former =
    name === 'phone'
      ? [national, `84${national.slice(1)}`, `(${national.slice(0, 4)})${national.slice(4)}`]
      : [];
  return [...new Set([canonical, asWritten, formerly(canonical), ...former])];
}

const formerly = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/[\s.-]/g, '')
    .toLowerCase();

/** What a ciphertext belongs to; one of a version of its own opens as that version alone. */
export const contextOf = (office: string, personId: string, name: string, version = 0): string =>
  `${office}/${personId}/${name}${version === 0 ? '' : `/${version}`}`;

function opened(master: Buffer, wrapped: Buffer, context: string): Buffer | 'unreadable' {
  try {
    return openBytes(master, wrapped, context);
  } catch {
    return 'unreadable';
  }
}

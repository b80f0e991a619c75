import { formatDay, type Day, type EntrustedFor } from '#kernel';
import { inTransaction } from '#projection';
import type { Pool } from 'pg';
import { ActContents } from './act-contents.js';
import { endedByAct } from './ended-keys.js';
import { KEEPING } from './keeping.js';
import { openBytes, sealBytes, type MasterKeys } from './master-keys.js';
import { PersonKeys, contextOf } from './person-keys.js';
import { logReading, type Facts, type Reader } from './readings.js';
import { Rewrapping } from './rewrapping.js';
import { retentionRunning, unknownPerson } from './vault.refusals.js';

/** Whoever finds more has to say more. */
const MOST_FOUND = 100;

/**
 * Personal data (dữ liệu cá nhân) under a key for each person, that key wrapped by the office's master key. Every
 * read is logged before it is answered; erasing a person destroys the key.
 */
export class Vault {
  private readonly keys: PersonKeys;
  /** What acts put in, and whether it is unchanged. */
  readonly contents: ActContents;

  constructor(
    private readonly pool: Pool,
    private readonly masters: MasterKeys,
  ) {
    this.keys = new PersonKeys(pool, masters);
    this.contents = new ActContents(pool, this.keys);
  }

  /** Keeps facts of a person, in place of those of the same name; refuses `person_erased`. */
  async put(office: string, personId: string, facts: Facts): Promise<void> {
    await inTransaction(this.pool, async (db) => {
      const key = await this.keys.of(db, office, personId, true);
      const names = Object.keys(facts);
      await db.query(
        `insert into vault.fact (office, person_id, name, ciphertext, searched)
         select $1, $2, * from unnest($3::text[], $4::bytea[], $5::bytea[])
         on conflict (office, person_id, name, version) do update set ciphertext = excluded.ciphertext, searched = excluded.searched`,
        [
          office,
          personId,
          names,
          names.map((name) =>
            sealBytes(key, Buffer.from(facts[name] ?? ''), contextOf(office, personId, name)),
          ),
          names.map((name) => this.keys.searchedBy(office, name, facts[name] ?? '')),
        ],
      );
    });
  }

  /** Some facts of a person; those that are not there are left out. Refuses `unknown_person` and `person_erased`. */
  async read(office: string, personId: string, names: string[], reader: Reader): Promise<Facts> {
    return inTransaction(this.pool, async (db) => {
      const key = await this.keys.of(db, office, personId, false);
      await logReading(db, office, [personId], names, reader);
      const { rows } = await db.query<{ name: string; version: number; ciphertext: Buffer }>(
        `select distinct on (name) name, version, ciphertext from vault.fact
         where office = $1 and person_id = $2 and name = any($3) order by name, version desc`,
        [office, personId, names],
      );
      return Object.fromEntries(
        rows.map(({ name, version, ciphertext }) => [
          name,
          openBytes(key, ciphertext, contextOf(office, personId, name, version)).toString(),
        ]),
      );
    });
  }

  /**
   * Those of the people with this phone, identity number or e-mail, however it is spelt, whom the asker may know of: what is
   * not theirs never takes the place of what is. Whoever was asked after is told of it in the end: each is a reading.
   */
  async find(
    office: string,
    name: string,
    value: string,
    reader: Reader,
    isTheirs: (personIds: string[]) => Promise<string[]>,
  ): Promise<string[]> {
    const known = await this.#known(office, name, value);
    const theirs: string[] = [];
    let looked = 0;
    while (looked < known.length && theirs.length < MOST_FOUND) {
      const some = known.slice(looked, looked + MOST_FOUND);
      looked += some.length;
      theirs.push(...(await isTheirs(some)));
    }
    await inTransaction(this.pool, (db) => logReading(db, office, known.slice(0, looked), [name], reader));
    return theirs.slice(0, MOST_FOUND);
  }

  async #known(office: string, name: string, value: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ person_id: string }>(
      `select distinct person_id from vault.fact f where office = $1 and name = $2 and searched = any($3::bytea[])
         and not exists (select from vault.fact n where n.office = $1 and n.person_id = f.person_id and n.name = $2
                           and n.version > f.version)`,
      [office, name, this.keys.searchable(office, name, value)],
    );
    return rows.map(({ person_id: id }) => id);
  }

  /** All that is held on a person, with who has read it (the person's right to a copy). */
  async exportOf(
    office: string,
    personId: string,
    reader: Reader,
  ): Promise<{ facts: Facts; readings: Reader[] }> {
    const facts = await this.read(office, personId, await this.namesOf(office, personId), reader);
    const { rows } = await this.pool.query<Reader>(
      'select reader, purpose, at from vault.reading where office = $1 and person_id = $2 order by id limit 10000',
      [office, personId],
    );
    return { facts, readings: rows };
  }

  /** Says until when the law keeps a person's record, and why, as part of the act that says so. */
  retaining(office: string, personId: string, actId: string, until: Day, why: string): EntrustedFor {
    const rows = [{ o: office, p: personId, u: until, w: why }];
    return { actId, enclosure: () => ({ statement: KEEPING, rows }) };
  }

  /** Refuses `unknown_person`, and `retention_running` while the law keeps the record. */
  async requireErasable(office: string, personId: string, today: Day): Promise<void> {
    const { rows } = await this.pool.query<{ until: string | null; why: string | null }>(
      `select to_char(retained_until, 'YYYY-MM-DD') as until, retained_why as why from vault.person
       where office = $1 and person_id = $2`,
      [office, personId],
    );
    if (!rows[0]) throw unknownPerson();
    const { until, why } = rows[0];
    if (until !== null && until >= today) throw retentionRunning({ until: formatDay(until), why: why ?? '' });
  }

  /** Destroys the person's key as part of the act that erases them: with its event, or not at all. */
  erasing(office: string, personId: string, actId: string, today: Day, at: Date): EntrustedFor {
    const rows = [{ o: office, p: personId, d: today, e: at }];
    return { actId, enclosure: () => ({ statement: KEEPING, rows }) };
  }

  /** Destroys the person's key, with all that was written under it and the files that became theirs; refuses `retention_running`. */
  async erase(office: string, personId: string, today: Day, at: Date): Promise<void> {
    await this.requireErasable(office, personId, today);
    await this.pool.query('select vault.erase_person($1, $2, $3, $4)', [office, personId, today, at]);
  }

  /** What was erased by an act, by opaque ids: a key that somebody destroyed without one is not to stay so. */
  async erased(office: string): Promise<{ personId: string; at: Date }[]> {
    const { rows } = await this.pool.query<{ personId: string; at: Date }>(
      `select person_id as "personId", erased_at as at from vault.person
       where office = $1 and wrapped_key is null and erased_at is not null order by erased_at, person_id`,
      [office],
    );
    const ended = await endedByAct(
      this.pool,
      office,
      rows.map(({ personId }) => personId),
    );
    return rows.filter(({ personId }) => ended.has(personId));
  }

  /** Seals bytes under a person's own key: they go when the person is erased. */
  async sealFor(office: string, personId: string, bytes: Buffer, context: string): Promise<Buffer> {
    return inTransaction(this.pool, async (db) =>
      sealBytes(await this.keys.of(db, office, personId, true), bytes, context),
    );
  }

  /** Opens them; whoever does has it logged before it answers. Refuses `person_erased`. */
  async openFor(office: string, personId: string, sealed: Buffer, context: string): Promise<Buffer> {
    return inTransaction(this.pool, async (db) =>
      openBytes(await this.keys.of(db, office, personId, false), sealed, context),
    );
  }

  /** Writes down who reads what of a person, before it is answered. */
  async logReading(office: string, personId: string, what: string, reader: Reader): Promise<void> {
    await inTransaction(this.pool, (db) => logReading(db, office, [personId], [what], reader));
  }

  /** Of people, those of whom something is kept that no act put in. */
  async keptWithoutAct(office: string, people: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ person_id: string }>(
      'select distinct person_id from vault.fact where office = $1 and person_id = any($2::uuid[]) and act is null',
      [office, people],
    );
    return new Set(rows.map(({ person_id: id }) => id));
  }

  /** What is known of a person, by name. */
  async namesOf(office: string, personId: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ name: string }>(
      'select distinct name from vault.fact where office = $1 and person_id = $2 order by name',
      [office, personId],
    );
    return rows.map(({ name }) => name);
  }

  /** Everyone of an office whose data can still be read; keys that files have of their own are nobody's. */
  async everyone(office: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ person_id: string }>(
      `select person_id from vault.person p where office = $1 and wrapped_key is not null
         and not exists (select from vault.file f where f.office = p.office and f.file_id = p.person_id)
       order by person_id`,
      [office],
    );
    return rows.map(({ person_id: id }) => id);
  }

  /** Wraps people's keys under the current master key; the service goes on meanwhile. Answers how many are left. */
  rewrap(office: string, limit = 1_000): Promise<number> {
    return new Rewrapping(this.pool, this.masters, this.keys).rewrap(office, limit);
  }
}

import type { EntrustedFor } from '#kernel';
import { inTransaction } from '#projection';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { commitmentOf, fileContent, openingKey } from './commitment.js';
import { filesGivenAway, type GivenAway } from './files/given-away.js';
import { endedByAct, keysInDoubt, type KeyInDoubt } from './ended-keys.js';
import { KEEPING } from './keeping.js';
import { openBytes, sealBytes } from './master-keys.js';
import { openingText, type CommittedAt } from './opening.js';
import { contextOf, type PersonKeys } from './person-keys.js';
import { logReading, type Facts, type Reader } from './readings.js';

/** What an act puts into the vault: goes along in the act's envelope, and in with its event. */
export interface Entrusted extends EntrustedFor {
  /** What the act's event holds. */
  commitment: string;
  /** What lets whoever holds it check this commitment and no other: at the event's version, in the person's stream or another. */
  opening(version: number, stream?: string): string;
}

/** An act whose event holds a commitment. */
export interface Committed {
  personId: string;
  actId: string;
  commitment: string;
}

/** What has become of something that was put into the vault; `destroyed`: its key is gone, and no act ended it. */
export type Held = 'unchanged' | 'changed' | 'missing' | 'erased' | 'destroyed';

/** A fact as it was before it was corrected. */
export interface FormerFact {
  name: string;
  version: number;
  value: string;
}

interface KeptFact {
  person_id: string;
  name: string;
  version: number;
  act: string;
  ciphertext: Buffer;
}

interface KeptFile {
  person_id: string;
  act: string;
  file_id: string;
  name: string;
  wrapped_key: Buffer;
  content: Buffer;
}

/** What is committed to of a file, made anew from its bytes. */
function openedFile(
  office: string,
  key: Buffer,
  { file_id: id, name, wrapped_key: wrapped, content }: KeptFile,
) {
  const context = `${office}/file/${id}`;
  const bytes = openBytes(openBytes(key, wrapped, context), content, context);
  return fileContent({ name, sha256: createHash('sha256').update(bytes).digest('hex') });
}

/** What acts put into the vault: each a version of its own, committed to by the act's event. */
export class ActContents {
  constructor(
    private readonly pool: Pool,
    private readonly keys: PersonKeys,
  ) {}

  /**
   * Takes what an act puts into the vault: the commitment that the act's event holds, and the facts, sealed under the
   * event's version. Refuses `person_erased`.
   */
  async entrust(office: string, personId: string, actId: string, facts: Facts): Promise<Entrusted> {
    const key = await this.keys.own(office, personId);
    return this.#entrusted(office, personId, actId, key, facts, (version) =>
      Object.entries(facts).map(([name, value]) => ({
        o: office,
        p: personId,
        v: version,
        a: actId,
        n: name,
        c: sealBytes(key, Buffer.from(value), contextOf(office, personId, name, version)).toString('base64'),
        s: this.keys.searchedBy(office, name, value)?.toString('base64'),
      })),
    );
  }

  /** The same for a file that was laid down: there once the act's event is. Refuses `person_erased`. */
  async entrustFile(
    office: string,
    personId: string,
    actId: string,
    file: { fileId: string; name: string; sha256: string },
  ): Promise<Entrusted> {
    const key = await this.keys.own(office, personId);
    const row = { o: office, a: actId, f: file.fileId, h: file.sha256 };
    return this.#entrusted(office, personId, actId, key, fileContent(file), () => [row]);
  }

  #entrusted(
    office: string,
    personId: string,
    actId: string,
    key: Buffer,
    content: object,
    rows: (version: number) => object[],
  ): Entrusted {
    const opening = openingKey(key, office, actId);
    return {
      actId,
      commitment: commitmentOf(opening, content),
      opening: (version, stream = personId) => openingText({ office, subject: stream, version }, opening),
      enclosure: (version) => ({ statement: KEEPING, rows: rows(version) }),
    };
  }

  /** What opens an act's commitment, once more: for a receipt that is printed later. Refuses `person_erased`. */
  async openingOf({ personId, actId }: Omit<Committed, 'commitment'>, at: CommittedAt): Promise<string> {
    const key = await this.keys.own(at.office, personId);
    return openingText(at, openingKey(key, at.office, actId));
  }

  /** Whether what acts put into the vault is what their events say, one answer each. Nobody is told what it is. */
  async held(office: string, acts: readonly Committed[]): Promise<Held[]> {
    const people = [...new Set(acts.map(({ personId }) => personId))];
    const [keys, facts, files] = await Promise.all([
      this.keys.all(office, people),
      this.pool.query<KeptFact>(
        'select person_id, name, version, act, ciphertext from vault.fact where office = $1 and act = any($2::uuid[])',
        [office, acts.map(({ actId }) => actId)],
      ),
      this.pool.query<KeptFile>(
        'select person_id, act, file_id, name, wrapped_key, content from vault.file where office = $1 and act = any($2::uuid[]) and pending_since is null',
        [office, acts.map(({ actId }) => actId)],
      ),
    ]);
    const ended = await endedByAct(
      this.pool,
      office,
      people.filter((personId) => keys.get(personId) === null),
    );
    const fileOf = new Map(files.rows.map((file) => [`${file.act}/${file.person_id}`, file]));
    const byAct = Map.groupBy(facts.rows, ({ act, person_id: personId }) => `${act}/${personId}`);
    return acts.map(({ personId, actId, commitment }) => {
      const key = keys.get(personId);
      if (key === null) return ended.has(personId) ? 'erased' : 'destroyed';
      if (key === 'unreadable') return 'changed';
      const kept = byAct.get(`${actId}/${personId}`);
      const file = fileOf.get(`${actId}/${personId}`);
      if (!key) return 'missing';
      try {
        const content = file
          ? openedFile(office, key, file)
          : Object.fromEntries(
              (kept ?? []).map(({ name, version, ciphertext }) => [
                name,
                openBytes(key, ciphertext, contextOf(office, personId, name, version)).toString(),
              ]),
            );
        if (commitmentOf(openingKey(key, office, actId), content) === commitment) return 'unchanged';
        return (file ?? kept) ? 'changed' : 'missing';
      } catch {
        return 'changed'; // it can't even be opened: it was not written under this person's key
      }
    });
  }

  /** Keys of whose end the trail and the vault say different things; with `goneOnly`, of those that are gone. */
  keysInDoubt(office: string, { goneOnly = false } = {}): Promise<KeyInDoubt[]> {
    return keysInDoubt(this.pool, office, { goneOnly });
  }

  /** Acts of which the vault holds facts or files and the log knows nothing. */
  async strayActs(office: string): Promise<{ personId: string; actId: string }[]> {
    const { rows } = await this.pool.query<{ personId: string; actId: string }>(
      `select person_id as "personId", act as "actId"
       from (select office, person_id, act from vault.fact
             union select office, person_id, act from vault.file where pending_since is null) held
       where office = $1 and act is not null
         and not exists (select from event e where e.office = held.office and e.command_id = held.act) limit 1000`,
      [office],
    );
    return rows;
  }

  /** Files that the vault would give to somebody whom their events do not name. */
  filesGivenAway(office: string): Promise<GivenAway[]> {
    return filesGivenAway(this.pool, office);
  }

  /** What was corrected since, by name and version, oldest first; logged as a reading of those names. */
  async formerly(office: string, personId: string, reader: Reader): Promise<FormerFact[]> {
    return inTransaction(this.pool, async (db) => {
      const key = await this.keys.of(db, office, personId, false);
      const { rows } = await db.query<{ name: string; version: number; ciphertext: Buffer }>(
        `select name, version, ciphertext from vault.fact f where office = $1 and person_id = $2 and exists (
           select from vault.fact n where n.office = $1 and n.person_id = $2 and n.name = f.name and n.version > f.version)
         order by version, name`,
        [office, personId],
      );
      const names = [...new Set(rows.map(({ name }) => name))];
      if (names.length > 0) await logReading(db, office, [personId], names, reader);
      return rows.map(({ name, version, ciphertext }) => ({
        name,
        version,
        value: openBytes(key, ciphertext, contextOf(office, personId, name, version)).toString(),
      }));
    });
  }
}

import { keyReused, notFound } from '#kernel';
import { inTransaction } from '#projection';
import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { openBytes, sealBytes, type MasterKeys } from '../master-keys.js';
import type { Reader } from '../readings.js';
import type { Vault } from '../vault.js';
import { fileRefused, requireSafeFile } from './safe-file.js';

/** Looks at a file before it is kept: true when nothing bad was found. */
export type Scanner = (bytes: Buffer) => Promise<boolean>;

/** A file as it is known without being read. */
export interface FileSeen {
  fileId: string;
  sha256: string;
  name: string;
  type: string;
  size: number;
}

/** A file that is there. */
export interface KnownFile extends FileSeen {
  /** Under whose key it lies: a person's, or its own; null for one from before, under the master key. */
  personId: string | null;
  /** Whose data it is part of; null until it is attached to something. */
  about: string | null;
  by: string;
}

export interface NewFile {
  fileId: string;
  name: string;
  bytes: Buffer;
  /** Under whose key it lies: the person's it is about, or its own where it is about nobody; once that is destroyed nobody reads it. */
  personId: string;
  by: string;
  at: Date;
  /** The act whose event holds a commitment to it. */
  act: string;
}

/** Files (tệp đính kèm): looked at, then kept encrypted in the database, and given back as downloads alone. */
export class FileStore {
  constructor(
    private readonly pool: Pool,
    private readonly masters: MasterKeys,
    private readonly vault: Vault,
    private readonly scan: Scanner | undefined,
  ) {}

  /** Looks at a file without keeping it: its type and its hash; refuses `file_refused`. */
  async examine(name: string, bytes: Buffer): Promise<Pick<FileSeen, 'type' | 'sha256'>> {
    const { type } = await requireSafeFile(name, bytes);
    if (this.scan && !(await this.scan(bytes)))
      throw fileRefused({ why: 'phần mềm quét báo có mã độc · the scanner found something bad' });
    return { type, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /**
   * Lays down a file that was looked at: nobody sees it before its act's event is there, and without one it is swept. The
   * same again changes nothing; another one under the id of one that is kept is refused.
   */
  async layDown(
    office: string,
    { fileId, name, bytes, personId, by, at, act }: NewFile,
    { type, sha256 }: Pick<FileSeen, 'type' | 'sha256'>,
  ): Promise<FileSeen> {
    const key = randomBytes(32);
    const context = `${office}/file/${fileId}`;
    const wrapped = await this.vault.sealFor(office, personId, key, context);
    const { rowCount } = await this.pool.query(
      `insert into vault.file (office, file_id, sha256, name, type, size, person_id, wrapped_key, content,
                               uploaded_by, uploaded_at, act, pending_since)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now())
       on conflict (office, file_id) do update
       set sha256 = excluded.sha256, name = excluded.name, type = excluded.type, size = excluded.size,
           person_id = excluded.person_id, wrapped_key = excluded.wrapped_key, content = excluded.content,
           pending_since = now()
       where file.pending_since is not null`,
      [
        office,
        fileId,
        sha256,
        name,
        type,
        bytes.length,
        personId,
        wrapped,
        sealBytes(key, bytes, context),
        by,
        at,
        act,
      ],
    );
    if (rowCount === 0) {
      const kept = await this.describe(office, fileId);
      if (kept.sha256 !== sha256 || kept.name !== name || kept.personId !== personId) throw keyReused();
    }
    return { fileId, sha256, name, type, size: bytes.length };
  }

  /** Takes away what was laid down a day ago and never came to be covered by an event; answers how many files. */
  async sweep(office: string): Promise<number> {
    const { rowCount } = await this.pool.query(
      `delete from vault.file where office = $1 and pending_since < now() - interval '1 day'`,
      [office],
    );
    return rowCount ?? 0;
  }

  /** Files as they are known without being read; those that are not there are left out. */
  async find(office: string, fileIds: readonly string[]): Promise<KnownFile[]> {
    const { rows } = await this.pool.query<KnownFile>(
      `select file_id as "fileId", sha256, name, type, size, person_id as "personId", uploaded_by as by,
              coalesce(about, nullif(person_id, file_id)) as about
       from vault.file where office = $1 and file_id = any($2::uuid[]) and pending_since is null`,
      [office, fileIds],
    );
    return rows;
  }

  /** What is known of a file; refuses `not_found`. */
  async describe(office: string, fileId: string): Promise<KnownFile> {
    const [known] = await this.find(office, [fileId]);
    if (!known) throw notFound();
    return known;
  }

  /** A file's bytes, logged as a reading of whom it is about, or of itself. Refuses `not_found` and `person_erased`. */
  async read(office: string, { fileId, personId, about, name }: KnownFile, reader: Reader): Promise<Buffer> {
    const { rows } = await this.pool.query<{
      wrapped_key: Buffer;
      master_key: string | null;
      content: Buffer;
    }>('select wrapped_key, master_key, content from vault.file where office = $1 and file_id = $2', [
      office,
      fileId,
    ]);
    const row = rows[0];
    if (!row) throw notFound();
    const context = `${office}/file/${fileId}`;
    const key =
      personId === null
        ? openBytes(this.masters.get(row.master_key ?? '').key, row.wrapped_key, context)
        : await this.vault.openFor(office, personId, row.wrapped_key, context);
    await this.vault.logReading(office, about ?? fileId, `file:${name}`, reader);
    return openBytes(key, row.content, context);
  }

  /** Wraps files' keys under the current master key; answers how many were done. Those of people go with their keys. */
  async rewrap(office: string, limit = 1_000): Promise<number> {
    return inTransaction(this.pool, async (db) => {
      const { id, key: master } = this.masters.current;
      const { rows } = await db.query<{ file_id: string; wrapped_key: Buffer; master_key: string }>(
        `select file_id, wrapped_key, master_key from vault.file
         where office = $1 and person_id is null and master_key <> $2 limit $3 for update skip locked`,
        [office, id, limit],
      );
      for (const { file_id: fileId, wrapped_key: wrapped, master_key: old } of rows) {
        const context = `${office}/file/${fileId}`;
        const key = openBytes(this.masters.get(old).key, wrapped, context);
        await db.query(
          'update vault.file set wrapped_key = $3, master_key = $4 where office = $1 and file_id = $2',
          [office, fileId, sealBytes(master, key, context), id],
        );
      }
      return rows.length;
    });
  }
}

/** A scanner behind HTTP: 2xx for a clean file, 406 or 422 for a bad one; anything else means nobody has looked. */
export function httpScanner(url: string): Scanner {
  return async (bytes) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(30_000),
    });
    if (answer.ok) return true;
    if (answer.status === 406 || answer.status === 422) return false;
    throw new Error(`The scanner answered ${answer.status}.`);
  };
}

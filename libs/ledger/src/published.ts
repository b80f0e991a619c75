import { LogReader, Upcasters, type EventRow, type StoredEvent } from '#event-store';
import { notFound } from '#kernel';
import type { Pool } from 'pg';
import { committedIn, type CommittedContent } from './committed.js';
import { checkSignature, parseCheckpoint } from './format/checkpoint.js';
import { checkCosignature } from './format/cosignature.js';
import { formatBundle } from './format/entry-bundle.js';
import { FormatError } from './format/format-error.js';
import type { VerifierKey } from './format/keys.js';
import type { TileName } from './format/tile-path.js';
import { entryOf } from './seal/entry.js';
import { findHead, readTile, type Head } from './seal/ledger-store.js';
import { HASH_BYTES, leafHash } from './tree/hash.js';
import { FullTiles, TILE_WIDTH, TiledTree, widthOf, type ReadTile } from './tree/proof.js';

/** That an event is under a signed checkpoint (chứng minh một hành vi có trong sổ). */
export interface EventProof {
  index: number;
  size: number;
  entry: Buffer;
  leaf: Buffer;
  path: Buffer[];
  checkpoint: string;
}

/** What the office publishes of its ledger, read from the database. */
export class PublishedLedger {
  readonly #reader = new LogReader(new Upcasters());
  readonly #full = new FullTiles();

  constructor(private readonly pool: Pool) {}

  /** Refuses `not_found` where nothing is sealed yet. */
  async head(office: string): Promise<Head> {
    const head = await findHead(this.pool, office);
    if (!head || head.size === 0) throw notFound();
    return head;
  }

  /** The signed checkpoint, with the cosignatures that were given for this very size. */
  async checkpoint(office: string): Promise<string> {
    const head = await this.head(office);
    const { rows } = await this.pool.query<{ note: string }>(
      'select note from ledger.cosigned where office = $1 and size = $2 order by witness',
      [office, head.size],
    );
    const own = new Set(parseCheckpoint(Buffer.from(head.checkpoint)).signatures.map(({ line }) => line));
    const lines = rows.flatMap(({ note }) =>
      parseCheckpoint(Buffer.from(note)).signatures.filter(({ line }) => !own.has(line)),
    );
    return head.checkpoint + lines.map(({ line }) => `${line}\n`).join('');
  }

  /** A tile or bundle as it stands at that width; refuses `not_found` when the tree is not that wide there. */
  async tile(office: string, name: TileName): Promise<Buffer> {
    return this.tileOf(office, (await this.head(office)).size, name);
  }

  /** The same, for a tree size that is known. */
  async tileOf(office: string, size: number, { level, number, width }: TileName): Promise<Buffer> {
    if (width < 1 || width > widthOf(size, level === 'entries' ? 0 : level, number)) throw notFound();
    return level === 'entries'
      ? this.bundle(office, number, width)
      : this.#hashes(office, level, number, width);
  }

  async #hashes(office: string, level: number, number: number, width: number): Promise<Buffer> {
    const hashes = await readTile(this.pool, office, level, number);
    if (!hashes || hashes.length < width * HASH_BYTES) throw notFound();
    return hashes.subarray(0, width * HASH_BYTES);
  }

  /** Entries rendered from the events they stand for. */
  async bundle(office: string, number: number, width: number): Promise<Buffer> {
    const events = await this.bundleEvents(office, number, width);
    return formatBundle(events.map((event, n) => entryOf(event, number * TILE_WIDTH + n)));
  }

  async bundleEvents(office: string, number: number, width: number): Promise<StoredEvent[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'bundle_events',
      text: `select e.* from ledger.bundle b
             join lateral (select * from event e where e.office = $1
               and (e.transaction_id, e.position) >= (b.transaction_id, b.position)
               order by e.transaction_id, e.position limit $3) e on true
             where b.office = $1 and b.number = $2 order by e.transaction_id, e.position`,
      values: [office, number, width],
    });
    return rows.map((row) => this.#reader.toEvent(row));
  }

  /** The tree at a size that was reached. */
  tree(office: string, size: number): TiledTree {
    const read: ReadTile = (level, number, width) => this.#hashes(office, level, number, width);
    return new TiledTree(size, read, this.#full.of(office));
  }

  /** Refuses `not_found` for an event that is unknown or not sealed yet. */
  async proofOf(office: string, eventId: string): Promise<EventProof> {
    const head = await this.head(office);
    const { rows } = await this.pool.query<EventRow>({
      name: 'event_by_id',
      text: 'select * from event where office = $1 and event_id = $2',
      values: [office, eventId],
    });
    const [place] = rows[0] ? await this.placesOf(office, [rows[0].position]) : [];
    if (!rows[0] || !place || place.index >= head.size) throw notFound();
    const entry = entryOf(this.#reader.toEvent(rows[0]), place.index);
    const path = await this.tree(office, head.size).inclusion(place.index);
    const { size, checkpoint } = head;
    return { index: place.index, size, entry, leaf: leafHash(entry), path, checkpoint };
  }

  /** Where events at some log positions stand in the ledger; what is not sealed yet is left out. */
  async placesOf(office: string, positions: string[]): Promise<SealedPlace[]> {
    const { rows } = await this.pool.query<{
      position: string;
      index: string;
      size: string;
      sealed_at: Date;
    }>({
      name: 'places_of',
      text: `with place as (
               select e.position, b.number * 256 + (select count(*) from event p where p.office = $1
                   and (p.transaction_id, p.position) >= (b.transaction_id, b.position)
                   and (p.transaction_id, p.position) < (e.transaction_id, e.position)) as index
               from event e join lateral (
                 select * from ledger.bundle b where b.office = $1
                   and (b.transaction_id, b.position) <= (e.transaction_id, e.position)
                 order by b.transaction_id desc, b.position desc limit 1) b on true
               where e.office = $1 and e.position = any($2::bigint[]))
             select p.position, p.index, s.size, s.sealed_at from place p
             join lateral (select size, sealed_at from ledger.seal s where s.office = $1 and s.size > p.index
                           order by s.size limit 1) s on true`,
      values: [office, positions],
    });
    return rows.map((row) => ({
      position: row.position,
      index: Number(row.index),
      size: Number(row.size),
      sealedAt: row.sealed_at,
    }));
  }

  /** What the record holds of one subject, without what was said: the last 500 events, in their order. */
  async entriesOf(office: string, subject: string): Promise<PublicEntry[]> {
    const { rows } = await this.pool.query<EventRow>(
      `select * from (select * from event where office = $1 and subject = $2 order by version desc limit 500) last
       order by version`,
      [office, subject],
    );
    const places = await this.placesOf(
      office,
      rows.map(({ position }) => position),
    );
    return rows.map((row) => ({
      eventId: row.event_id,
      type: row.type,
      version: row.version,
      recordedAt: row.recorded_at,
      committed: committedIn(row),
      place: places.find(({ position }) => position === row.position),
    }));
  }

  /** The witnesses' last cosignatures. */
  async cosigned(office: string): Promise<Cosigned[]> {
    const { rows } = await this.pool.query<{
      witness: string;
      size: string;
      note: string;
      cosigned_at: Date;
    }>('select witness, size, note, cosigned_at from ledger.cosigned where office = $1 order by witness', [
      office,
    ]);
    return rows.map(({ witness, size, note, cosigned_at: at }) => ({
      witness,
      size: Number(size),
      note,
      at,
    }));
  }

  /**
   * Takes a witness's cosignature of a checkpoint that this office has signed; refuses `bad_cosignature` for a key
   * that is not among `witnesses`, or a checkpoint that is not in this tree.
   */
  async takeCosignature(
    office: string,
    bytes: Uint8Array,
    keys: VerifierKey[],
    witnesses: VerifierKey[],
  ): Promise<void> {
    const head = await this.head(office);
    const note = parseCheckpoint(bytes);
    checkSignature(note, keys);
    const line = note.signatures.find(({ name, keyId }) =>
      witnesses.some((w) => w.name === name && w.id.equals(keyId)),
    );
    const witness = witnesses.find((w) => line && w.name === line.name && w.id.equals(line.keyId));
    if (!line || !witness)
      throw new FormatError('unknown_witness', 'no known witness has cosigned this checkpoint');
    const at = checkCosignature(note.body, line, witness);
    const ours =
      note.size > 0 && note.size <= head.size ? await this.tree(office, note.size).root() : undefined;
    if (!ours?.equals(note.root)) throw new FormatError('not_our_tree', 'the checkpoint is not of this tree');
    await this.pool.query(
      `insert into ledger.cosigned (office, witness, size, note, cosigned_at) values ($1, $2, $3, $4, $5)
       on conflict (office, witness) do update set size = excluded.size, note = excluded.note, cosigned_at = excluded.cosigned_at
       where ledger.cosigned.size <= excluded.size`,
      [office, witness.name, note.size, Buffer.from(bytes).toString(), at],
    );
  }
}

/** What everyone may know of an event. */
export interface PublicEntry {
  eventId: string;
  type: string;
  version: number;
  recordedAt: Date;
  /** What its act put into the vault, if anything. */
  committed: CommittedContent | undefined;
  /** Undefined until it is sealed. */
  place: SealedPlace | undefined;
}

/** A witness's last statement. */
export interface Cosigned {
  witness: string;
  size: number;
  note: string;
  at: Date;
}

/** Where an event stands in the ledger. */
export interface SealedPlace {
  position: string;
  index: number;
  /** The first signed checkpoint that covers it. */
  size: number;
  sealedAt: Date;
}

import { LogReader, Upcasters, type LogSlice } from '#event-store';
import { inOffice, unavailable } from '#kernel';
import { inTransaction, isSamePlace } from '#projection';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { formatCheckpoint } from '../format/checkpoint.js';
import type { SignerKey } from '../format/keys.js';
import { signNote } from '../format/signed-note.js';
import { extendTree } from './extend-tree.js';
import { isCovered, lockHead, newestPlace, startHead, type Head } from './ledger-store.js';
import { clockWentBack } from './stream-order.js';

/** Few enough to stay small beside a worker's other duties, many enough that the signature costs nothing. */
const BATCH = 2_000;

const PAUSE_MS = 5;
const LONGEST_MS = 10_000;

/** Sealing stopped: the log holds what no honest service would have written. */
export class SealRefused extends Error {}

/**
 * Takes events whose order is final into the office's tree and signs a checkpoint over them. One sealer an office at
 * a time, by the lock on its head; a crash anywhere leaves the old checkpoint or the new one, never half of one.
 */
export class Sealer {
  readonly #reader = new LogReader(new Upcasters());

  constructor(
    private readonly pool: Pool,
    private readonly keyOf: (office: string) => SignerKey | Promise<SignerKey>,
    private readonly batch = BATCH,
  ) {}

  /**
   * Seals what is final by now, or what was read already where that goes on from the tree's end; answers how many events.
   * Does nothing while another sealer is at it. A transaction that is just ending, though of another database on the same
   * server, keeps the newest events back for a moment: whoever goes on as if all were sealed asks for `sealAll`.
   */
  seal(office: string, now: () => Date = () => new Date(), read?: LogSlice): Promise<number> {
    return inOffice(office, () => this.#seal(office, now, read));
  }

  /**
   * Seals until every event that is committed at this moment is in the tree, by whichever sealer; answers how many events
   * this one took. Fails with `unavailable` where that can't be had within ten seconds.
   */
  async sealAll(office: string, now: () => Date = () => new Date()): Promise<number> {
    const newest = await inOffice(office, () => newestPlace(this.pool, office));
    const until = Date.now() + LONGEST_MS;
    for (let total = await this.seal(office, now); ; total += await this.seal(office, now)) {
      if (await inOffice(office, () => isCovered(this.pool, office, newest))) return total;
      if (Date.now() >= until) throw unavailable();
      await sleep(PAUSE_MS);
    }
  }

  async #seal(office: string, now: () => Date, read: LogSlice | undefined): Promise<number> {
    const key = await this.keyOf(office);
    await startHead(this.pool, office, key.verifier.text);
    for (let total = 0; ;) {
      const slice = await this.#step(office, key, now, read);
      total += slice?.size ?? 0;
      if (!slice?.more || slice === read) return total;
    }
  }

  async #step(
    office: string,
    key: SignerKey,
    now: () => Date,
    ahead: LogSlice | undefined,
  ): Promise<LogSlice | undefined> {
    let alarm: string | undefined;
    const slice = await inTransaction(this.pool, async (db) => {
      const head = await lockHead(db, office);
      if (!head) return undefined;
      if (head.key !== key.verifier.text)
        throw new SealRefused(
          `The ledger of ${office} is signed with ${head.key}; this process holds ${key.verifier.text}. Set LEDGER_KEY, or rotate the key.`,
        );
      const read =
        ahead?.asStored && isSamePlace(ahead.start, head.place)
          ? ahead
          : await this.#reader.readAll(db, office, head.place, this.batch);
      if (read.size === 0) return read;
      alarm = await clockWentBack(db, read.events);
      if (alarm === undefined) await this.#extend(db, head, read, key, now());
      else await db.query('update ledger.head set alarm = $2 where office = $1', [office, alarm]);
      return read;
    });
    if (alarm !== undefined) throw new SealRefused(alarm);
    return slice;
  }

  async #extend(db: PoolClient, head: Head, slice: LogSlice, key: SignerKey, at: Date): Promise<void> {
    const { office } = head;
    const { size, root } = await extendTree(db, office, head.size, slice);
    const checkpoint = signNote(formatCheckpoint({ origin: key.verifier.name, size, root }), key);
    await db.query(
      `with sealed as (insert into ledger.seal (office, size, sealed_at) values ($1, $2, $7))
       update ledger.head set size = $2, root = $3, checkpoint = $4, transaction_id = $5, position = $6,
         sealed_at = $7, alarm = null where office = $1`,
      [office, size, root, checkpoint, slice.end.transactionId, slice.end.position, at],
    );
  }
}

import {
  LOG_START,
  isConnectionError,
  type EventStore,
  type LogPosition,
  type LogSlice,
  type StoredEvent,
} from '#event-store';
import { inOffice } from '#kernel';
import type { Parked } from '#parked';
import type { Pool, PoolClient } from 'pg';
import {
  hasCheckpoint,
  letNoneBegin,
  lockCheckpoint,
  moveCheckpoint,
  officesReadBy,
  startCheckpoint,
  startCheckpoints,
  stopCheckpoint,
  type Generation,
} from './checkpoints.js';
import { doWhatCanBe } from './do-what-can-be.js';
import { isEventsOwn } from './event-fault.js';
import { Gate } from './gate.js';
import { schemaOf, streamOf, type Projection, type Reaction } from './projection.js';
import { createSchema } from './read-model-schema.js';
import { holdBack, setAside, workerOf, type Reader } from './set-aside.js';
import { takeUpAgain } from './take-up-again.js';
import { inTransaction } from './transaction.js';

const BATCH = 10_000;
/** So many begun reactions are remembered, however many offices there are. */
const MOST_STARTED = 10_000;
const NOTHING: LogSlice = {
  events: [],
  start: LOG_START,
  end: LOG_START,
  size: 0,
  more: false,
  asStored: true,
};

export interface StepOptions {
  generation?: Generation;
  /** What was read ahead; used when it begins where the checkpoint stands. */
  ahead?: LogSlice | undefined;
  onRead?: (slice: LogSlice) => void;
  /** Wait for a worker that holds the checkpoint, rather than leave it to that one. */
  wait?: boolean;
  /** Take in what can be and set the rest aside; else the whole transaction fails with the first event that does. */
  carefully?: boolean;
}

/**
 * Carries events into read models and reactions: each office's in commit order, each exactly once. An event that one of
 * them can't take in is set aside with its subject and tried again; all others go on.
 */
export class Projector {
  readonly #started = new Set<string>();
  /** A reader holds a connection, and a reaction's acts need another: half of them are left for those. */
  readonly #gate: Gate;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly parked: Parked,
    private readonly batch = BATCH,
  ) {
    this.#gate = new Gate(Math.floor(pool.options.max / 2));
  }

  /** Creates the serving tables where nobody reads by any yet, and begins reading in the offices where it has not begun. */
  async install(projections: Projection[], offices: string[]): Promise<void> {
    for (const projection of projections)
      await inTransaction(this.pool, async (db) => {
        await letNoneBegin(db);
        if ((await officesReadBy(db, projection.name)).length > 0) return;
        const schema = schemaOf(projection.name);
        await db.query(`drop schema if exists ${schema} cascade`);
        await createSchema(db, projection, schema);
      });
    await this.begin(projections, offices);
  }

  /** Begins reading in the offices where it has not begun. */
  begin(projections: readonly Projection[], offices: string[]): Promise<void> {
    return startCheckpoints(this.pool, offices, projections);
  }

  /**
   * Applies all there is, or one slice where one was read already (`first`, used if it begins at the checkpoint); returns
   * how many events.
   */
  catchUp(
    projection: Projection,
    office: string,
    generation: Generation = 'live',
    first?: LogSlice,
    onBatch: (n: number) => void = () => undefined,
  ): Promise<number> {
    return inOffice(office, () => this.#catchUp(projection, office, generation, onBatch, first));
  }

  async #catchUp(
    projection: Projection,
    office: string,
    generation: Generation,
    onBatch: (n: number) => void,
    first: LogSlice | undefined,
  ): Promise<number> {
    let total = 0;
    let reading: Promise<LogSlice | undefined> | undefined = first && Promise.resolve(first);
    for (;;) {
      let read: LogSlice = NOTHING;
      const onRead = (slice: LogSlice) => {
        read = slice;
        // The next slice is fetched while this one is applied; the log below the horizon never changes.
        if (slice.more && !first) reading = this.#readAhead(projection, office, slice);
      };
      const step = (ahead: LogSlice | undefined, carefully: boolean) =>
        this.#inTurn((db) => this.step(db, projection, office, { generation, ahead, onRead, carefully }));
      try {
        const ahead = await reading;
        reading = undefined;
        await step(ahead, false).catch((error: unknown) => {
          if (!isEventsOwn(error)) throw error;
          return step(read, true);
        });
      } catch (error) {
        await this.#stop(projection.name, generation, read, error);
        throw error;
      }
      total += read.size;
      onBatch(read.size);
      if (first || !read.more) return total;
    }
  }

  /** One batch inside a transaction of the caller; returns how many events of the log it covered. */
  async step(
    db: PoolClient,
    projection: Projection,
    office: string,
    options: StepOptions = {},
  ): Promise<number> {
    const { generation = 'live', ahead, onRead, wait = false, carefully = false } = options;
    const reader = readerOf(projection, office, generation);
    // Derived: what a crash takes back is applied again. A rebuild steps through the offices in one transaction.
    await db.query(
      `select set_config('synchronous_commit', 'off', true), set_config('minh_bach.office', $1, true)`,
      [office],
    );
    const at = await lockCheckpoint(db, office, projection, generation, wait);
    if (!at) return 0;
    const slice =
      ahead && isSamePlace(ahead.start, at)
        ? ahead
        : await this.store.reader.readAll(db, office, at, this.batch, projection.types ?? null);
    onRead?.(slice);
    if (slice.size === 0) return 0;
    const events = at.lacks ? await holdBack(db, reader, slice.events) : slice.events;
    if (events.length > 0) {
      await db.query(`set local search_path to ${schemaOf(projection.name, generation)}, public`);
      if (carefully) {
        const failures = await doWhatCanBe(events, reader.subjectOf, applying(db, projection));
        await setAside(db, this.parked, reader, failures, events);
      } else await projection.apply(db, events);
    }
    await moveCheckpoint(db, office, projection.name, generation, slice.end);
    return slice.size;
  }

  /** Once a process: a reaction's place in an office's log is never taken away. */
  async #start(reaction: Reaction, office: string): Promise<void> {
    const { name, startsAfter } = reaction;
    const key = `${office}/${name}`;
    if (this.#started.has(key)) return;
    const from =
      startsAfter && !(await hasCheckpoint(this.pool, office, name)) ? await startsAfter(office) : undefined;
    await startCheckpoint(this.pool, office, reaction, 'live', from);
    if (this.#started.size >= MOST_STARTED) this.#started.clear();
    this.#started.add(key);
  }

  async #readAhead(projection: Projection, office: string, { end }: LogSlice): Promise<LogSlice | undefined> {
    return this.store.reader
      .readAll(this.pool, office, end, this.batch, projection.types ?? null)
      .catch(() => undefined); // the step reads for itself then, and says what is wrong
  }

  /** Lets a reaction see all there is, or one slice that was read already; its commands are idempotent, so a crash in between repeats nothing. */
  reactTo(reaction: Reaction, office: string, first?: LogSlice): Promise<number> {
    return inOffice(office, () => this.#reactTo(reaction, office, first));
  }

  async #reactTo(reaction: Reaction, office: string, first: LogSlice | undefined): Promise<number> {
    await this.#start(reaction, office);
    const reader = readerOf(reaction, office);
    for (let total = 0; ;) {
      let read: LogSlice = NOTHING;
      try {
        await this.#inTurn(async (db) => {
          await db.query('set local synchronous_commit to off');
          const at = await lockCheckpoint(db, office, reaction, 'live');
          if (!at) return;
          read =
            first && isSamePlace(first.start, at)
              ? first
              : await this.store.reader.readAll(db, office, at, this.batch, reaction.types ?? null);
          if (read.size === 0) return;
          const events = at.lacks ? await holdBack(db, reader, read.events) : read.events;
          const failures = await doWhatCanBe(events, reader.subjectOf, (some) => reaction.react(some));
          await setAside(db, this.parked, reader, failures, events);
          await moveCheckpoint(db, office, reaction.name, 'live', read.end);
        });
      } catch (error) {
        await this.#stop(reaction.name, 'live', read, error);
        throw error;
      }
      total += read.size;
      if (first || !read.more) return total;
    }
  }

  /** Takes up again what a projection set aside and is to be tried by now; answers how many subjects are whole again. */
  mend(projection: Projection, office: string): Promise<number> {
    return this.#takeUp(projection, office, async (db) => {
      await db.query(`set local search_path to ${schemaOf(projection.name)}, public`);
      return applying(db, projection);
    });
  }

  /** The same for a reaction. */
  makeGood(reaction: Reaction, office: string): Promise<number> {
    return this.#takeUp(reaction, office, () => Promise.resolve((events) => reaction.react(events)));
  }

  /** A subject a transaction, until none is due or another worker holds the reader's place. */
  #takeUp(
    one: Projection | Reaction,
    office: string,
    attemptIn: (db: PoolClient) => Promise<(events: StoredEvent[]) => Promise<void>>,
  ): Promise<number> {
    const reader = readerOf(one, office);
    return inOffice(office, async () => {
      for (let whole = 0; ;) {
        const came = await this.#inTurn(async (db) => {
          await db.query('set local synchronous_commit to off');
          if (!(await lockCheckpoint(db, office, one, 'live'))) return undefined;
          return takeUpAgain(db, this.store.reader, this.parked, reader, await attemptIn(db));
        });
        if (came === undefined) return whole;
        if (came) whole += 1;
      }
    });
  }

  #inTurn<T>(work: (db: PoolClient) => Promise<T>): Promise<T> {
    return this.#gate.through(() => inTransaction(this.pool, work));
  }

  /** In sight: what failed was no event's fault, so that the reader stands before all that it read. */
  async #stop(name: string, generation: Generation, { events }: LogSlice, error: unknown): Promise<void> {
    const [next] = events;
    if (next && !isConnectionError(error)) await stopCheckpoint(this.pool, name, generation, next, error);
  }
}

const readerOf = (
  { name, subjectOf = streamOf }: Projection | Reaction,
  office: string,
  generation: Generation = 'live',
): Reader => ({ office, worker: workerOf(name, generation), subjectOf });

/** Applies all of some events or changes nothing, within the transaction at hand. */
const applying = (db: PoolClient, projection: Projection) => async (events: StoredEvent[]) => {
  await db.query('savepoint before_events');
  try {
    await projection.apply(db, events);
  } catch (error) {
    await db.query('rollback to savepoint before_events');
    throw error;
  }
  await db.query('release savepoint before_events');
};

export const isSamePlace = (a: LogPosition, b: LogPosition): boolean =>
  a.transactionId === b.transactionId && a.position === b.position;

import { LOG_START, isConnectionError, type EventStore, type LogPosition, type LogSlice } from '#event-store';
import { inOffice, isolated } from '#kernel';
import type { Pool, PoolClient } from 'pg';
import {
  hasCheckpoint,
  lockCheckpoint,
  moveCheckpoint,
  startCheckpoint,
  stopCheckpoint,
  type Generation,
} from './checkpoints.js';
import { schemaOf, type Projection, type Reaction } from './projection.js';
import { inTransaction } from './transaction.js';

const BATCH = 10_000;
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
  size?: number;
  /** What was read ahead; used when it begins where the checkpoint stands. */
  ahead?: LogSlice | undefined;
  onRead?: (slice: LogSlice) => void;
  /** Wait for a worker that holds the checkpoint, rather than leave it to that one. */
  wait?: boolean;
}

/** Carries events into read models and reactions: each office's in commit order, each exactly once. */
export class Projector {
  readonly #started = new Set<string>();

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly batch = BATCH,
  ) {}

  /** Creates the serving tables where they are missing. */
  async install(projections: Projection[], offices: string[]): Promise<void> {
    for (const projection of projections) {
      await inTransaction(this.pool, async (db) => {
        await db.query('select pg_advisory_xact_lock(5260301)');
        const { rows } = await db.query('select from pg_namespace where nspname = $1', [
          schemaOf(projection.name),
        ]);
        if (rows.length > 0) return;
        await createSchema(db, projection, 'live');
      });
    }
    for (const office of offices)
      for (const { name } of projections) await startCheckpoint(this.pool, office, name, 'live');
  }

  /**
   * Applies all there is, or one slice where one was read already (`first`, used if it begins at the checkpoint); returns
   * how many events. Stops, in sight, at an event the projection can't handle. */
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
    for (let size = this.batch; ;) {
      let read: LogSlice = NOTHING;
      const ahead = await reading;
      reading = undefined;
      const onRead = (slice: LogSlice) => {
        read = slice;
        // The next slice is fetched while this one is applied; the log below the horizon never changes.
        if (slice.more && size === this.batch && !first) reading = this.#readAhead(projection, office, slice);
      };
      try {
        await inTransaction(this.pool, async (db) => {
          await this.step(db, projection, office, { generation, size, ahead, onRead });
        });
      } catch (error) {
        if (isConnectionError(error) || read.size === 0) throw error;
        const [bad] = read.events;
        if (read.size === 1 && bad) {
          await stopCheckpoint(this.pool, projection.name, generation, bad, error);
          throw error;
        }
        size = Math.ceil(read.size / 2); // closes in on the one event that fails
        reading = undefined;
        continue;
      }
      total += read.size;
      onBatch(read.size);
      if (first || (!read.more && (read.size === 0 || size === this.batch))) return total;
    }
  }

  /** One batch inside a transaction of the caller; returns how many events of the log it covered. */
  async step(
    db: PoolClient,
    projection: Projection,
    office: string,
    options: StepOptions = {},
  ): Promise<number> {
    const { generation = 'live', size = this.batch, ahead, onRead, wait = false } = options;
    // Derived: what a crash takes back is applied again. A rebuild steps through the offices in one transaction.
    await db.query(
      `select set_config('synchronous_commit', 'off', true), set_config('minh_bach.office', $1, true)`,
      [office],
    );
    const after = await lockCheckpoint(db, office, projection.name, generation, wait);
    if (!after) return 0;
    const slice =
      ahead && size === this.batch && isSamePlace(ahead.start, after)
        ? ahead
        : await this.store.reader.readAll(db, office, after, size, projection.types ?? null);
    onRead?.(slice);
    if (slice.size === 0) return 0;
    if (slice.events.length > 0) {
      await db.query(`set local search_path to ${schemaOf(projection.name, generation)}, public`);
      await projection.apply(db, slice.events);
    }
    await moveCheckpoint(db, office, projection.name, generation, slice.end);
    return slice.size;
  }

  /** Once a process: a reaction's place in an office's log is never taken away. */
  async #start({ name, startsAfter }: Reaction, office: string): Promise<void> {
    const key = `${office}/${name}`;
    if (this.#started.has(key)) return;
    const from =
      startsAfter && !(await hasCheckpoint(this.pool, office, name)) ? await startsAfter(office) : undefined;
    await startCheckpoint(this.pool, office, name, 'live', from);
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
    for (let total = 0; ;) {
      let read: LogSlice = NOTHING;
      try {
        await inTransaction(this.pool, async (db) => {
          await db.query('set local synchronous_commit to off');
          const after = await lockCheckpoint(db, office, reaction.name, 'live');
          if (!after) return;
          read =
            first && isSamePlace(first.start, after)
              ? first
              : await this.store.reader.readAll(db, office, after, this.batch, reaction.types ?? null);
          if (read.size === 0) return;
          if (read.events.length > 0) await reaction.react(read.events);
          await moveCheckpoint(db, office, reaction.name, 'live', read.end);
        });
      } catch (error) {
        const [bad] = read.events;
        if (!isConnectionError(error) && bad)
          await stopCheckpoint(this.pool, reaction.name, 'live', bad, error);
        throw error;
      }
      total += read.size;
      if (first || !read.more) return total;
    }
  }
}

export const isSamePlace = (a: LogPosition, b: LogPosition): boolean =>
  a.transactionId === b.transactionId && a.position === b.position;

export async function createSchema(
  db: PoolClient,
  projection: Projection,
  generation: Generation,
): Promise<void> {
  const schema = schemaOf(projection.name, generation);
  await db.query(`create schema ${schema}`);
  await db.query(`set local search_path to ${schema}, public`);
  await db.query(projection.ddl);
  await isolateOffices(db, schema);
}

/** Each office sees its own rows of a read model alone, the owner of the tables included. */
async function isolateOffices(db: PoolClient, schema: string): Promise<void> {
  const { rows } = await db.query<{ table: string }>(
    `select quote_ident(table_name) as table from information_schema.columns
     where table_schema = $1 and column_name = 'office'`,
    [schema],
  );
  for (const { table } of rows)
    await db.query(`${isolated(table)} alter table ${table} force row level security`);
}

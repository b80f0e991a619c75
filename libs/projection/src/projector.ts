import { isConnectionError, type EventStore, type StoredEvent } from '#event-store';
import type { Pool, PoolClient } from 'pg';
import {
  lockCheckpoint,
  moveCheckpoint,
  startCheckpoint,
  stopCheckpoint,
  type Generation,
} from './checkpoints.js';
import { schemaOf, type Projection, type Reaction } from './projection.js';
import { inTransaction } from './transaction.js';

const BATCH = 5_000;

/** Carries events into read models and reactions: each office's in commit order, each exactly once. */
export class Projector {
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

  /** Applies all there is; returns how many events. Stops, in sight, at an event the projection can't handle. */
  async catchUp(
    projection: Projection,
    office: string,
    generation: Generation = 'live',
    onBatch?: (n: number) => void,
  ): Promise<number> {
    let total = 0;
    for (let size = this.batch; ;) {
      let events: StoredEvent[] = [];
      try {
        events = await inTransaction(this.pool, (db) =>
          this.step(db, projection, office, generation, size, (read) => (events = read)),
        );
      } catch (error) {
        if (isConnectionError(error) || events.length === 0) throw error;
        const [first] = events;
        if (events.length === 1 && first) {
          await stopCheckpoint(this.pool, projection.name, generation, first, error);
          throw error;
        }
        size = Math.ceil(events.length / 2); // closes in on the one event that fails
        continue;
      }
      total += events.length;
      onBatch?.(events.length);
      if (events.length < size) {
        if (size === this.batch || events.length === 0) return total;
      }
    }
  }

  /** One batch inside a transaction of the caller. */
  async step(
    db: PoolClient,
    projection: Projection,
    office: string,
    generation: Generation,
    size = this.batch,
    onRead: (events: StoredEvent[]) => void = () => undefined,
    wait = false,
  ): Promise<StoredEvent[]> {
    const after = await lockCheckpoint(db, office, projection.name, generation, wait);
    if (!after) return [];
    const events = await this.store.reader.readAll(db, office, after, size);
    onRead(events);
    const last = events.at(-1);
    if (!last) return [];
    await db.query(`set local search_path to ${schemaOf(projection.name, generation)}, public`);
    await projection.apply(db, events);
    await moveCheckpoint(db, projection.name, generation, last);
    return events;
  }

  /** Lets a reaction see all there is; its commands are idempotent, so a crash in between repeats nothing. */
  async reactTo(reaction: Reaction, office: string): Promise<number> {
    await startCheckpoint(this.pool, office, reaction.name, 'live');
    for (let total = 0; ;) {
      let seen: StoredEvent[] = [];
      try {
        await inTransaction(this.pool, async (db) => {
          const after = await lockCheckpoint(db, office, reaction.name, 'live');
          seen = after ? await this.store.reader.readAll(db, office, after, 500) : [];
          const last = seen.at(-1);
          if (!last) return;
          await reaction.react(seen);
          await moveCheckpoint(db, reaction.name, 'live', last);
        });
      } catch (error) {
        if (!isConnectionError(error) && seen[0])
          await stopCheckpoint(this.pool, reaction.name, 'live', seen[0], error);
        throw error;
      }
      total += seen.length;
      if (seen.length < 500) return total;
    }
  }
}

export async function createSchema(
  db: PoolClient,
  projection: Projection,
  generation: Generation,
): Promise<void> {
  const schema = schemaOf(projection.name, generation);
  await db.query(`create schema ${schema}`);
  await db.query(`set local search_path to ${schema}, public`);
  await db.query(projection.ddl);
}

import { LOG_START, type LogPosition } from '#event-store';
import { sqlFile } from '#kernel';
import type { Pool, PoolClient } from 'pg';
import { workerOf } from './set-aside.js';
import { inTransaction } from './transaction.js';

const START_CHECKPOINTS = sqlFile('./start-checkpoints.sql', import.meta.url);

export type Generation = 'live' | 'next';

/** A reader's place; `lacks`: it has set subjects aside in this office. */
export interface Place extends LogPosition {
  lacks: boolean;
}

/** Whose place is kept: a read model with the version of its tables, or a reaction, which has none. */
export interface PlacedReader {
  name: string;
  version?: number;
}

/**
 * Locks a checkpoint for this transaction; undefined when another worker holds it, and where the tables were made by a
 * later version of the program: it alone knows what to put in.
 */
export async function lockCheckpoint(
  db: PoolClient,
  office: string,
  { name, version = 0 }: PlacedReader,
  generation: Generation,
  wait = false,
): Promise<Place | undefined> {
  const { rows } = await db.query<{ transaction_id: string; position: string; lacks: boolean }>(
    `select transaction_id, position,
            exists (select from public.parked_work where office = $1 and worker = $4) as lacks
     from public.checkpoint
     where office = $1 and projection = $2 and generation = $3 and version <= $5
     for update of checkpoint ${wait ? '' : 'skip locked'}`,
    [office, name, generation, workerOf(name, generation), version],
  );
  return (
    rows[0] && {
      transactionId: rows[0].transaction_id,
      position: Number(rows[0].position),
      lacks: rows[0].lacks,
    }
  );
}

export async function moveCheckpoint(
  db: PoolClient,
  office: string,
  projection: string,
  generation: Generation,
  to: LogPosition,
): Promise<void> {
  await db.query(
    `update public.checkpoint set transaction_id = $4, position = $5, stopped_at = null, error = null, moved_at = now()
     where office = $1 and projection = $2 and generation = $3`,
    [office, projection, generation, to.transactionId, to.position],
  );
}

export async function startCheckpoint(
  db: Pool | PoolClient,
  office: string,
  { name, version = 0 }: PlacedReader,
  generation: Generation,
  from: LogPosition = LOG_START,
): Promise<void> {
  await db.query(
    `insert into public.checkpoint (office, projection, generation, transaction_id, position, version)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [office, name, generation, from.transactionId, from.position, version],
  );
}

const BEGINNINGS = 5260301;

/** Until this transaction ends no read model begins in an office: whoever makes or swaps its tables knows all of them. */
export async function letNoneBegin(db: PoolClient): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1)', [BEGINNINGS]);
}

/** Begins reading in each of the offices at the log's start; those where it has not begun have all unread. */
export function startCheckpoints(
  pool: Pool,
  offices: string[],
  models: readonly { name: string; version: number }[],
): Promise<void> {
  return inTransaction(pool, async (db) => {
    await db.query('select pg_advisory_xact_lock_shared($1)', [BEGINNINGS]);
    await db.query(START_CHECKPOINTS, [
      offices,
      models.map(({ name }) => name),
      models.map(({ version }) => version),
    ]);
  });
}

/** The offices in which a read model has begun. */
export async function officesReadBy(db: Pool | PoolClient, model: string): Promise<string[]> {
  const { rows } = await db.query<{ office: string }>(
    `select office from public.checkpoint where projection = $1 and generation = 'live' order by office`,
    [model],
  );
  return rows.map(({ office }) => office);
}

export async function hasCheckpoint(db: Pool, office: string, projection: string): Promise<boolean> {
  const { rows } = await db.query(
    `select from public.checkpoint where office = $1 and projection = $2 and generation = 'live'`,
    [office, projection],
  );
  return rows.length > 0;
}

export async function stopCheckpoint(
  db: Pool,
  projection: string,
  generation: Generation,
  at: { office: string; position: number },
  error: unknown,
): Promise<void> {
  await db.query(
    `update public.checkpoint set stopped_at = $4, error = $5
     where office = $1 and projection = $2 and generation = $3`,
    [at.office, projection, generation, at.position, error instanceof Error ? error.message : String(error)],
  );
}

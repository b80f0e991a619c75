import type { Pool, PoolClient } from 'pg';
import { letNoneBegin, officesReadBy, startCheckpoint } from './checkpoints.js';
import { outdatedModels } from './model-versions.js';
import { schemaOf, type Projection } from './projection.js';
import type { Projector } from './projector.js';
import { createIndexes, createTables } from './read-model-schema.js';
import { forgetAside, takeOverAside, workerOf } from './set-aside.js';
import { inTransaction } from './transaction.js';

/** What comes while it is built is taken in beside the serving one as long as it is more than this. */
const FEW = 1_000;

/** Hears of so many events more that were taken in; what it throws breaks the building off. */
export type OnProgress = (applied: number) => void;

/**
 * Builds a read model anew beside the serving one, in every office, and swaps at once. While it builds, the old one goes on
 * serving and following; the swap waits for both to stand at the same event, so no answer in between is wrong. A subject it
 * can't take in is set aside in the new one too, and nothing stops. One process at a time builds one.
 */
export async function rebuild(
  pool: Pool,
  projector: Projector,
  model: Projection,
  onProgress: OnProgress = () => undefined,
): Promise<void> {
  if (!(await alone(pool, model, () => buildAndSwap(pool, projector, model, onProgress))))
    throw new Error(`another process is building the read model ${model.name} anew; wait for it to end`);
}

/** Builds it anew where it is of an earlier version; false while another process is at it. */
export function bringUpToDate(
  pool: Pool,
  projector: Projector,
  model: Projection,
  onProgress: OnProgress,
): Promise<boolean> {
  return alone(pool, model, async () => {
    const outdated = await outdatedModels(pool, [model]);
    if (outdated.length > 0) await buildAndSwap(pool, projector, model, onProgress);
  });
}

/** Whether nobody else was at it; whoever dies at it leaves it to the next. */
async function alone(pool: Pool, { name }: Projection, work: () => Promise<void>): Promise<boolean> {
  const db = await pool.connect();
  try {
    const { rows } = await db.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      [`rebuild/${name}`],
    );
    if (!rows[0]?.held) return false;
    await work();
    return true;
  } finally {
    db.release(true); // the lock goes with the connection
  }
}

async function buildAndSwap(
  pool: Pool,
  projector: Projector,
  model: Projection,
  onProgress: OnProgress,
): Promise<void> {
  const takeInMost = async () => {
    for (let taken = Infinity; taken > FEW;) {
      taken = 0;
      for (const office of await officesReadBy(pool, model.name))
        taken += await projector.catchUp(model, office, 'next', undefined, onProgress);
    }
  };
  await inTransaction(pool, (db) => begin(db, model));
  await takeInMost();
  if (model.indexes !== undefined) {
    await inTransaction(pool, (db) => createIndexes(db, model, schemaOf(model.name, 'next')));
    await takeInMost();
  }
  await inTransaction(pool, (db) => swap(db, projector, model, onProgress));
}

async function begin(db: PoolClient, model: Projection): Promise<void> {
  const schema = schemaOf(model.name, 'next');
  await db.query(`drop schema if exists ${schema} cascade`);
  await db.query(`delete from public.checkpoint where projection = $1 and generation = 'next'`, [model.name]);
  await createTables(db, model, schema);
  for (const office of await officesReadBy(db, model.name)) {
    await enter(db, office);
    await forgetAside(db, office, workerOf(model.name, 'next'));
    await startCheckpoint(db, office, model, 'next');
  }
}

async function swap(
  db: PoolClient,
  projector: Projector,
  model: Projection,
  onProgress: OnProgress,
): Promise<void> {
  const { name } = model;
  await letNoneBegin(db);
  await db.query(`select from public.checkpoint where projection = $1 and generation = 'live' for update`, [
    name,
  ]);
  for (const office of await officesReadBy(db, name)) {
    await startCheckpoint(db, office, model, 'next'); // one that was founded meanwhile
    const options = { generation: 'next', wait: true, carefully: true } as const;
    for (let taken = Infinity; taken > 0; onProgress(taken))
      taken = await projector.step(db, model, office, options);
    await enter(db, office);
    await takeOverAside(db, office, name);
  }
  await db.query(`drop schema if exists ${schemaOf(name)} cascade`);
  await db.query(`alter schema ${schemaOf(name, 'next')} rename to ${schemaOf(name)}`);
  await db.query(
    `update public.checkpoint live set transaction_id = next.transaction_id, position = next.position,
       version = next.version, stopped_at = null, error = null
     from public.checkpoint next
     where live.projection = $1 and live.generation = 'live' and next.generation = 'next'
       and next.projection = live.projection and next.office = live.office`,
    [name],
  );
  await db.query(`delete from public.checkpoint where projection = $1 and generation = 'next'`, [name]);
}

const enter = (db: PoolClient, office: string) =>
  db.query(`select set_config('minh_bach.office', $1, true)`, [office]);

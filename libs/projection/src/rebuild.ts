import type { Pool, PoolClient } from 'pg';
import { followedOffices, startCheckpoint } from './checkpoints.js';
import { schemaOf, type Projection } from './projection.js';
import type { Projector } from './projector.js';
import { createSchema } from './read-model-schema.js';
import { forgetAside, takeOverAside, workerOf } from './set-aside.js';
import { inTransaction } from './transaction.js';

/**
 * Builds a read model anew beside the serving one and swaps at once. While it builds, the old one goes on serving
 * and following; the swap waits for both to stand at the same event, so no answer in between is wrong. A subject it can't
 * take in is set aside in the new one too, and nothing stops.
 */
export async function rebuild(
  pool: Pool,
  projector: Projector,
  projection: Projection,
  onProgress: (applied: number) => void = () => undefined,
): Promise<void> {
  const { name } = projection;
  const offices = await followedOffices(pool);
  await inTransaction(pool, async (db) => {
    await db.query(`drop schema if exists ${schemaOf(name, 'next')} cascade`);
    await db.query(`delete from public.checkpoint where projection = $1 and generation = 'next'`, [name]);
    await createSchema(db, projection, 'next');
    for (const office of offices) {
      await enter(db, office);
      await forgetAside(db, office, workerOf(name, 'next'));
      await startCheckpoint(db, office, name, 'next');
    }
  });
  for (const office of offices) await projector.catchUp(projection, office, 'next', undefined, onProgress);
  await inTransaction(pool, async (db) => {
    await db.query(`select from public.checkpoint where projection = $1 and generation = 'live' for update`, [
      name,
    ]);
    for (const office of offices) {
      for (;;) {
        const rest = await projector.step(db, projection, office, {
          generation: 'next',
          wait: true,
          carefully: true,
        });
        if (rest === 0) break;
        onProgress(rest);
      }
      await enter(db, office);
      await takeOverAside(db, office, name);
    }
    await db.query(`drop schema if exists ${schemaOf(name)} cascade`);
    await db.query(`alter schema ${schemaOf(name, 'next')} rename to ${schemaOf(name)}`);
    await db.query(
      `update public.checkpoint live set transaction_id = next.transaction_id, position = next.position, stopped_at = null, error = null
       from public.checkpoint next
       where live.projection = $1 and live.generation = 'live' and next.generation = 'next'
         and next.projection = live.projection and next.office = live.office`,
      [name],
    );
    await db.query(`delete from public.checkpoint where projection = $1 and generation = 'next'`, [name]);
  });
}

const enter = (db: PoolClient, office: string) =>
  db.query(`select set_config('minh_bach.office', $1, true)`, [office]);

import type { Pool } from 'pg';

/** Keeps a read model from following the log, as a busy machine does, until what it answers is called. */
export async function heldBack(owner: Pool, model: string): Promise<() => Promise<void>> {
  const db = await owner.connect();
  await db.query('begin');
  await db.query(
    `select from checkpoint where projection = $1 and generation = 'live' order by office for update`,
    [model],
  );
  return async () => {
    await db.query('rollback');
    db.release();
  };
}

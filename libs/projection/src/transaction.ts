import type { Pool, PoolClient } from 'pg';

/** Runs in one transaction; rolls back on any error. */
export async function inTransaction<T>(pool: Pool, work: (db: PoolClient) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  let broken: Error | undefined;
  try {
    await db.query('begin');
    const result = await work(db);
    await db.query('commit');
    return result;
  } catch (error) {
    await db.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    db.release(broken);
  }
}

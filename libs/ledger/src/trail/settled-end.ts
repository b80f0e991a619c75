import { unavailable } from '#kernel';
import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 5;
const LONGEST_MS = 2_000;

/**
 * The last position drawn by now, up to which everything can be seen: waits for the appends under way at this moment, and
 * fails with `unavailable` where one does not end within two seconds.
 */
export async function settledEnd(pool: Pool): Promise<string> {
  // The position first: whoever begins to write later draws a later one.
  const { rows } = await pool.query<{ last_value: string }>('select last_value from event_position_seq');
  let writers = await writersOf(pool);
  const until = Date.now() + LONGEST_MS;
  for (const of = new Set(writers); writers.some((one) => of.has(one)); writers = await writersOf(pool)) {
    if (Date.now() >= until) throw unavailable();
    await sleep(PAUSE_MS);
  }
  return rows[0]?.last_value ?? '0';
}

async function writersOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ writers: string[] | null }>('select log_writers() as writers');
  return rows[0]?.writers ?? [];
}

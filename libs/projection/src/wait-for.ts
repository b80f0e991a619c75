import type { Pool } from 'pg';
import { hasReached } from './standings.js';

/** Waits until a read model has taken in a log position, at most `ms`; false when it has not by then. */
export async function waitForPosition(
  pool: Pool,
  office: string,
  projection: string,
  position: number,
  ms = 2_000,
): Promise<boolean> {
  const until = Date.now() + ms;
  for (;;) {
    if (await hasReached(pool, office, projection, position)) return true;
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

import { invalidInput, unavailable } from '#kernel';
import type { Pool } from 'pg';
import { hasReached } from './standings.js';

const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 15;

/**
 * Waits, where a position is given, until what is read holds all up to there. Refuses `invalid_input` for a position that no
 * act was told, `unavailable` where it is not there in time.
 */
export async function requireReached(
  pool: Pool,
  office: string,
  projection: string,
  position: number | undefined,
  ms = PATIENCE_MS,
): Promise<void> {
  if (position === undefined) return;
  const found = await reached(pool, office, projection, position, ms);
  if (found === 'no such position') throw invalidInput({ errors: [{ field: 'position', message: found }] });
  if (!found) throw unavailable();
}

async function reached(pool: Pool, office: string, projection: string, position: number, ms: number) {
  for (const until = Date.now() + ms; ;) {
    const found = await hasReached(pool, office, projection, position);
    if (found !== false || Date.now() >= until) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

const GAP_MS = 20;

/**
 * Tells listeners that offices' logs grew, once for all that was committed meanwhile. It follows the commit: PostgreSQL
 * lets transactions that notify commit only one after the other, flush included. What a crash leaves untold, the
 * listeners' poll finds.
 */
export class LogAnnouncer {
  #offices = new Set<string>();
  #running: Promise<void> | undefined;

  constructor(private readonly pool: Pool | PoolClient) {}

  announce(office: string): void {
    this.#offices.add(office);
    this.#running ??= this.#drain();
  }

  /** Resolves when all is told. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#offices.size > 0) {
      const offices = [...this.#offices];
      this.#offices.clear();
      await this.pool
        .query({
          name: 'announce_log',
          text: `select set_config('synchronous_commit', 'off', true), pg_notify('event_log', o) from unnest($1::text[]) o`,
          values: [offices],
        })
        .catch(() => undefined);
      await sleep(GAP_MS);
    }
    this.#running = undefined;
  }
}

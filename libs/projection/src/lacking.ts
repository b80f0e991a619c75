import { Gathering, LEASE_MS } from '#kernel';
import type { Pool } from 'pg';
import { workerOf } from './set-aside.js';

const MOST_LATELY = 10_000;

/** What read models lack: subjects that they set aside and will take up again. */
export class Lacking {
  readonly #counts = new Gathering<string, number>((office, models) => this.#count(office, models));

  readonly #lately = new Map<string, { count: number; until: number }>();

  constructor(private readonly pool: Pool) {}

  /** How many subjects a read model has set aside in an office. */
  async of(office: string, model: string): Promise<number> {
    return (await this.#counts.get(office, workerOf(model))) ?? 0;
  }

  /** The same, as it was `LEASE_MS` ago or later: for what is asked for so often that the question would cost as much as the answer. */
  async lately(office: string, model: string): Promise<number> {
    const key = `${office}/${model}`;
    const known = this.#lately.get(key);
    const asked = performance.now();
    if (known && known.until > asked) return known.count;
    const count = await this.of(office, model);
    if (this.#lately.size >= MOST_LATELY) this.#lately.clear();
    this.#lately.set(key, { count, until: asked + LEASE_MS });
    return count;
  }

  /** Whether a read model has set this very subject aside. */
  async has(office: string, model: string, subject: string): Promise<boolean> {
    if ((await this.of(office, model)) === 0) return false;
    const { rows } = await this.pool.query(
      'select from public.parked_work where office = $1 and worker = $2 and subject = $3 limit 1',
      [office, workerOf(model), subject],
    );
    return rows.length > 0;
  }

  async #count(office: string, workers: string[]): Promise<Map<string, number>> {
    const { rows } = await this.pool.query<{ worker: string; n: number }>({
      name: 'lacking',
      text: `select worker, count(distinct subject)::int as n from public.parked_work
             where office = $1 and worker = any($2) group by worker`,
      values: [office, workers],
    });
    return new Map(rows.map(({ worker, n }) => [worker, n]));
  }
}

import { Gathering } from '#kernel';
import type { Pool } from 'pg';
import { workerOf } from './set-aside.js';

/** What read models lack: subjects that they set aside and will take up again. */
export class Lacking {
  readonly #counts = new Gathering<string, number>((office, models) => this.#count(office, models));

  constructor(private readonly pool: Pool) {}

  /** How many subjects a read model has set aside in an office. */
  async of(office: string, model: string): Promise<number> {
    return (await this.#counts.get(office, workerOf(model))) ?? 0;
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

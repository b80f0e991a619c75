import { refusal, type Clock } from '#kernel';
import type { Pool } from 'pg';

export const clockOnlyForward = refusal(
  'clock_only_forward',
  422,
  { vi: 'Đồng hồ chỉ đi tới', en: 'The clock only goes forward' },
  { vi: 'Chọn một thời điểm sau thời điểm hiện tại.', en: 'Choose an instant after the present one.' },
  'R37',
);

interface Anchor {
  simulated: number;
  real: number;
  running: boolean;
}

/** The office's clock: the server's own, or a simulated one kept in the database and shared by every process. */
export class OfficeClock implements Clock {
  #anchor: Anchor | undefined;
  /** How far this machine's clock is from the database's, in milliseconds. */
  #skew = 0;

  constructor(
    private readonly pool: Pool,
    readonly office: string,
  ) {}

  get simulated(): boolean {
    return this.#anchor !== undefined;
  }

  now(): Date {
    const real = Date.now() + this.#skew;
    if (!this.#anchor) return new Date(real);
    return new Date(
      this.#anchor.simulated + (this.#anchor.running ? Math.max(0, real - this.#anchor.real) : 0),
    );
  }

  /** Reads the clock anew, after another process moved it. */
  async refresh(): Promise<void> {
    const before = Date.now();
    const { rows } = await this.pool.query<{
      simulated: Date | null;
      real: Date | null;
      running: boolean | null;
      now: Date;
    }>(
      `select clock_timestamp() as now, c.simulated, c.real, c.running
       from (select 1) one left join simulated_clock c on c.office = $1`,
      [this.office],
    );
    const row = rows[0];
    if (!row) return;
    this.#skew = row.now.getTime() - (before + Date.now()) / 2;
    // An answer that was asked for before the clock was moved, and comes after it, would turn it back (R37).
    if (this.#anchor && row.real && row.real.getTime() < this.#anchor.real) return;
    this.#anchor =
      row.simulated && row.real
        ? { simulated: row.simulated.getTime(), real: row.real.getTime(), running: row.running ?? true }
        : undefined;
  }

  /** Starts simulated time, unless it was started before. */
  async startAt(instant: Date, running: boolean): Promise<void> {
    await this.pool.query(
      'insert into simulated_clock (office, simulated, real, running) values ($1, $2, clock_timestamp(), $3) on conflict do nothing',
      [this.office, instant, running],
    );
    await this.refresh();
  }

  /** Ends simulated time: from now on the server's own clock. */
  async useReal(): Promise<void> {
    await this.pool.query('delete from simulated_clock where office = $1', [this.office]);
    await this.refresh();
  }

  /** Moves simulated time forward for every process; refuses `clock_only_forward`. */
  async moveTo(instant: Date): Promise<void> {
    await this.refresh();
    if (instant <= this.now()) throw clockOnlyForward();
    await this.pool.query(
      `with moved as (update simulated_clock set simulated = $2, real = clock_timestamp() where office = $1 returning office)
       select pg_notify('office_clock', office) from moved`,
      [this.office, instant],
    );
    await this.refresh();
  }
}

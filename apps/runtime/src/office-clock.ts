import { refusal, type Clock } from '#kernel';
import type { Pool } from 'pg';
import { BelievedTime, type ClockReading, type Doubt } from './believed-time.js';
import { thisMachine, type Machine } from './machine.js';

export const clockOnlyForward = refusal(
  'clock_only_forward',
  422,
  { vi: 'Đồng hồ chỉ đi tới', en: 'The clock only goes forward' },
  { vi: 'Chọn một thời điểm sau thời điểm hiện tại.', en: 'Choose an instant after the present one.' },
  'R37',
);

const BELIEVED_NOW = "(select clock_timestamp() - ahead_ms * interval '1 ms' from believed_time)";

interface Anchor {
  simulated: number;
  real: number;
  running: boolean;
  /** What real time was believed by. */
  revision: number;
}

interface Row extends ClockReading {
  simulated: Date | null;
  real: Date | null;
  running: boolean | null;
}

const anchorOf = ({ simulated, real, running, revision }: Row): Anchor | undefined =>
  simulated && real
    ? { simulated: simulated.getTime(), real: real.getTime(), running: running ?? true, revision }
    : undefined;

/** The office's clock: the server's own, or a simulated one kept in the database and shared by every process. */
export class OfficeClock implements Clock {
  #anchor: Anchor | undefined;
  readonly #real: BelievedTime;

  constructor(
    private readonly pool: Pool,
    readonly office: string,
    private readonly machine: Machine = thisMachine,
  ) {
    this.#real = new BelievedTime(pool, machine);
  }

  /** The database's clock has jumped, and nobody has confirmed it; undefined while it is believed. */
  get doubt(): Doubt | undefined {
    return this.#real.doubt;
  }

  get simulated(): boolean {
    return this.#anchor !== undefined;
  }

  now(): Date {
    const real = this.#real.now();
    if (!this.#anchor) return new Date(real);
    return new Date(
      this.#anchor.simulated + (this.#anchor.running ? Math.max(0, real - this.#anchor.real) : 0),
    );
  }

  /** Reads the clock anew, after another process moved it. */
  async refresh(): Promise<void> {
    const asked = this.machine.ticksMs();
    const { rows } = await this.pool.query<Row>(
      `select clock_timestamp() as now, b.ahead_ms, b.revision, b.doubted_since, c.simulated, c.real, c.running
       from believed_time b left join simulated_clock c on c.office = $1`,
      [this.office],
    );
    const answered = this.machine.ticksMs();
    const [row] = rows;
    if (!row) throw new Error('believed_time is empty');
    const takeOver = await this.#real.judge(row, asked, answered);
    if (!takeOver) return this.refresh();
    const anchor = anchorOf(row);
    // An answer that was asked for before the clock was moved, and comes after it, would turn it back (R37).
    if (anchor && this.#anchor?.revision === anchor.revision && anchor.real < this.#anchor.real) return;
    takeOver();
    this.#anchor = anchor;
  }

  /** Remembers what time is believed, for the process that starts next on this machine; workers do, so that they are seen. */
  remember(): Promise<void> {
    return this.#real.remember();
  }

  /** For how many seconds no worker has been seen; null where none ever was. */
  secondsWithoutWorker(): Promise<number | null> {
    return this.#real.secondsSinceRemembered();
  }

  /** An operator says that the database's clock is right; answers what was in doubt. */
  async confirm(): Promise<Doubt | undefined> {
    await this.refresh();
    const { doubt } = this;
    await this.#real.confirm();
    await this.refresh();
    return doubt;
  }

  /** Starts simulated time, unless it was started before. */
  async startAt(instant: Date, running: boolean): Promise<void> {
    await this.pool.query(
      `insert into simulated_clock (office, simulated, real, running) values ($1, $2, ${BELIEVED_NOW}, $3)
       on conflict do nothing`,
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
      `with moved as (update simulated_clock set simulated = $2, real = ${BELIEVED_NOW} where office = $1 returning office)
       select pg_notify('office_clock', office) from moved`,
      [this.office, instant],
    );
    await this.refresh();
  }
}

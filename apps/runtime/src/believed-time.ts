import type { Pool } from 'pg';
import type { Machine } from './machine.js';

/** More than this between two looks is no drift: the clock has jumped. */
export const JUMP_MS = 5 * 60_000;
/** Longer than any start of a service, shorter than anybody needs what a machine remembered. */
const FORGET = "interval '30 days'";

/** A clock that jumped, and is not believed. */
export interface Doubt {
  /** How far the database's clock is ahead of the time that is believed; negative: behind. */
  aheadMs: number;
  since: Date | null;
}

interface Look {
  at: number;
  ticks: number;
  uptime: number;
  revision: number;
}

/** What the database's clock says, and how far it is ahead of what is believed. */
export interface ClockReading {
  now: Date;
  ahead_ms: string;
  revision: number;
  doubted_since: Date | null;
}

/**
 * Real time, the same for every process: the database's clock, as long as it goes on as this machine counts. One that
 * jumps by more than five minutes, forward or back, is not believed: time goes on as before, so that nothing falls due by
 * it and nothing is recorded under it (R37), until an operator confirms it or the jump is undone.
 */
export class BelievedTime {
  #last: Look | undefined;
  #doubt: Doubt | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly machine: Machine,
  ) {}

  /** Milliseconds since 1970. What the machine's own clock says meanwhile changes nothing. */
  now(): number {
    return this.#last ? this.#last.at + this.machine.ticksMs() - this.#last.ticks : Date.now();
  }

  /** Undefined while the database's clock is believed. */
  get doubt(): Doubt | undefined {
    return this.#doubt;
  }

  /**
   * Judges a reading that was asked for and answered at these ticks. Answers what takes it over; undefined where it showed
   * a jump: then it was decided what is believed, and another reading is to be asked for.
   */
  async judge(reading: ClockReading, asked: number, answered: number): Promise<(() => void) | undefined> {
    const { revision, doubted_since: since } = reading;
    const ahead = Number(reading.ahead_ms);
    const look: Look = {
      at: reading.now.getTime() - ahead,
      ticks: (asked + answered) / 2,
      uptime: this.machine.uptimeMs(),
      revision,
    };
    const off = this.#last ? offOf(this.#last, look) : await this.#offAtStart(look);
    if (Math.abs(off) > JUMP_MS + (answered - asked)) {
      await this.#disbelieve(ahead + off, revision);
      return undefined;
    }
    return () => {
      this.#last = look;
      this.#doubt = ahead === 0 ? undefined : { aheadMs: ahead, since };
    };
  }

  /** Remembers, for whichever process of this machine starts next, what time is believed now. */
  async remember(): Promise<void> {
    if (!this.#last) return;
    await this.pool.query(
      `with gone as (delete from believed_on where at < $3::timestamptz - ${FORGET} and boot <> $1)
       insert into believed_on (boot, uptime_ms, at, revision) values ($1, $2, $3, $4)
       on conflict (boot) do update
         set uptime_ms = excluded.uptime_ms, at = excluded.at, revision = excluded.revision`,
      [this.machine.boot, Math.round(this.machine.uptimeMs()), new Date(this.now()), this.#last.revision],
    );
  }

  /** For how many seconds no worker of any machine has remembered the time; null where none ever did. */
  async secondsSinceRemembered(): Promise<number | null> {
    const { rows } = await this.pool.query<{ seconds: number | null }>(
      `select extract(epoch from clock_timestamp() - ahead_ms * interval '1 ms' - (select max(at) from believed_on))::int as seconds
       from believed_time`,
    );
    return rows[0]?.seconds ?? null;
  }

  /** An operator says that the database's clock is right. Simulated time goes on as it was. */
  async confirm(): Promise<void> {
    await this.pool.query(
      `with was as (select ahead_ms from believed_time),
         kept as (update simulated_clock set real = real + was.ahead_ms * interval '1 ms' from was)
       update believed_time set ahead_ms = 0, doubted_since = null, revision = revision + 1`,
    );
  }

  /** Whoever sees it first decides it for all; a jump that is undone ends the doubt. */
  async #disbelieve(ahead: number, revision: number): Promise<void> {
    const aheadMs = Math.abs(ahead) > JUMP_MS ? Math.round(ahead) : 0;
    await this.pool.query(
      `update believed_time set ahead_ms = $1::bigint, revision = revision + 1,
         doubted_since = case when $1::bigint <> 0
           then coalesce(doubted_since, clock_timestamp() - $1::bigint * interval '1 ms') end
       where revision = $2`,
      [aheadMs, revision],
    );
  }

  /** Against what this machine remembers of the process before; a machine that remembers nothing knows only what is past. */
  async #offAtStart(look: Look): Promise<number> {
    const { rows } = await this.pool.query<{ boot: string; uptime: string; at: Date; revision: number }>(
      'select boot, uptime_ms as uptime, at, revision from believed_on where revision = $1',
      [look.revision],
    );
    const own = rows.find(({ boot }) => boot === this.machine.boot);
    if (own) return look.at - (own.at.getTime() + look.uptime - Number(own.uptime));
    const latest = Math.max(...rows.map(({ at }) => at.getTime()), await this.#lastRecorded());
    return Math.min(0, look.at - latest);
  }

  /** When the log's last event was recorded; long ago where it lives by a simulated clock. */
  async #lastRecorded(): Promise<number> {
    const { rows } = await this.pool.query<{ at: Date }>(
      `select recorded_at as at from event where not exists (select from simulated_clock)
       order by transaction_id desc, position desc limit 1`,
    );
    return rows[0]?.at.getTime() ?? 0;
  }
}

/** How far a look is from where time should have got to; a revision in between was decided on. */
function offOf(last: Look, look: Look): number {
  if (last.revision !== look.revision) return 0;
  return look.at - last.at - Math.max(look.ticks - last.ticks, look.uptime - last.uptime);
}

import { refusal, sqlFile } from '#kernel';
import type { Pool } from 'pg';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { countFor } from './strangers.js';

export const tooManyTries = refusal(
  'too_many_tries',
  429,
  { vi: 'Thử đăng nhập sai quá nhiều lần', en: 'Too many failed tries to sign in' },
  { vi: 'Chờ {seconds} giây rồi thử lại.', en: 'Wait {seconds} seconds and try again.' },
);

/** Tries that cost nothing but themselves. */
const FREE_TRIES = 5;
const LONGEST_SECONDS = 900;

/** Seconds to wait after so many failures: doubled each time, a quarter of an hour at most. */
export const waitAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(LONGEST_SECONDS, 2 ** (failures - FREE_TRIES + 1));

/** The waits until they are the longest, by the number of failures. */
const WAITS = Array.from({ length: 15 }, (_, n) => waitAfter(n + 1));
const CLAIM = sqlFile('./claim-try.sql', import.meta.url);

/** Failures at whatever names that one address may have in an hour: an office of a hundred behind one address has fewer. */
const FAILURES_AN_HOUR = 100;

/** A try that was counted as a failure before it was looked at; `succeeded` or `forgiven` takes that back. */
export interface Try {
  office: string;
  username: string;
  address: string;
}

/**
 * Slows down whoever guesses passwords. It counts by name and address together: a stranger who guesses from elsewhere
 * does not lock the person out. Kept in the database, so it holds for every process; what one address fails at all names
 * together each process counts for itself.
 */
export class SignInThrottle {
  readonly #addresses = new RateLimiterMemory({ points: FAILURES_AN_HOUR, duration: 3_600 });

  constructor(private readonly pool: Pool) {}

  /** Counts a try; refuses `too_many_tries` while this address must wait for this name, or for all names. */
  async claim(tried: Try): Promise<void> {
    const { office, username, address } = tried;
    await countFor(this.#addresses, address, 1, tooManyTries);
    const { rowCount } = await this.pool.query(CLAIM, [office, username, address, WAITS]);
    if (rowCount === 1) return;
    const { rows } = await this.pool.query<{ seconds: number }>(
      `select greatest(1, ceil(extract(epoch from blocked_until - clock_timestamp())))::int as seconds
       from sign_in_failure where office = $1 and username = $2 and address = $3`,
      [office, username, address],
    );
    throw tooManyTries({ seconds: rows[0]?.seconds ?? 1 });
  }

  /** The right password: what failed before is forgotten. */
  async succeeded({ office, username, address }: Try): Promise<void> {
    await this.#addresses.reward(address, 1);
    await this.pool.query(
      'delete from sign_in_failure where office = $1 and username = $2 and address = $3',
      [office, username, address],
    );
  }

  /** A fault of ours is no wrong guess of theirs. */
  async forgiven({ office, username, address }: Try): Promise<void> {
    await this.#addresses.reward(address, 1);
    await this.pool.query(
      `update sign_in_failure set failures = greatest(failures - 1, 0), blocked_until = now()
       where office = $1 and username = $2 and address = $3`,
      [office, username, address],
    );
  }
}

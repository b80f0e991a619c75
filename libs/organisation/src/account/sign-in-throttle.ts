import { refusal } from '#kernel';
import type { Pool } from 'pg';

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

/**
 * Slows down whoever guesses passwords. It counts by name and address together: a stranger who guesses from elsewhere
 * does not lock the person out. Kept in the database, so it holds for every process.
 */
export class SignInThrottle {
  constructor(private readonly pool: Pool) {}

  /** Refuses `too_many_tries` while this address must wait for this name. */
  async admit(office: string, username: string, address: string): Promise<void> {
    const { rows } = await this.pool.query<{ seconds: number }>(
      `select ceil(extract(epoch from blocked_until - now()))::int as seconds from sign_in_failure
       where office = $1 and username = $2 and address = $3 and blocked_until > now()`,
      [office, username, address],
    );
    if (rows[0]) throw tooManyTries({ seconds: rows[0].seconds });
  }

  async failed(office: string, username: string, address: string): Promise<void> {
    const { rows } = await this.pool.query<{ failures: number }>(
      `with gone as (delete from sign_in_failure where blocked_until < now() - interval '1 day')
       insert into sign_in_failure (office, username, address, failures, blocked_until) values ($1, $2, $3, 1, now())
       on conflict (office, username, address) do update set failures = sign_in_failure.failures + 1
       returning failures`,
      [office, username, address],
    );
    await this.pool.query(
      `update sign_in_failure set blocked_until = now() + $4 * interval '1 second'
       where office = $1 and username = $2 and address = $3`,
      [office, username, address, waitAfter(rows[0]?.failures ?? 1)],
    );
  }

  async succeeded(office: string, username: string, address: string): Promise<void> {
    await this.pool.query(
      'delete from sign_in_failure where office = $1 and username = $2 and address = $3',
      [office, username, address],
    );
  }
}

import type { Language } from '#kernel';
import type { Pool } from 'pg';
import { hashOfToken, newToken } from './credentials.js';

/** A person's private address as they see it; its secret is shown once, when it is given. */
export interface CalendarAddress {
  givenAt: Date;
  lastReadAt: Date | null;
}

/**
 * Private addresses at which calendars read somebody's deadlines (địa chỉ lịch riêng): whoever knows one reads what is due
 * and can do nothing. One a person: another takes the place of the former, and a blocked account has none.
 */
export class CalendarAddresses {
  constructor(private readonly pool: Pool) {}

  async of(office: string, personId: string): Promise<CalendarAddress | undefined> {
    const { rows } = await this.pool.query<CalendarAddress>(
      `select given_at as "givenAt", last_read_at as "lastReadAt" from calendar_address
       where office = $1 and person_id = $2`,
      [office, personId],
    );
    return rows[0];
  }

  /** Gives a new secret; the former is none any more. */
  async give(office: string, personId: string, language: Language, at: Date): Promise<string> {
    const secret = newToken(office, 'mbc_');
    await this.pool.query(
      `insert into calendar_address (office, person_id, token_hash, language, given_at) values ($1, $2, $3, $4, $5)
       on conflict (office, person_id) do update
         set token_hash = excluded.token_hash, language = excluded.language, given_at = excluded.given_at, last_read_at = null`,
      [office, personId, hashOfToken(secret), language, at],
    );
    return secret;
  }

  async revoke(office: string, personId: string): Promise<void> {
    await this.pool.query('delete from calendar_address where office = $1 and person_id = $2', [
      office,
      personId,
    ]);
  }

  /** Whose deadlines a secret opens, which is noted once in a minute; undefined where it opens nobody's. */
  async ownerOf(
    office: string,
    secret: string,
    at: Date,
  ): Promise<{ personId: string; language: Language } | undefined> {
    const { rows } = await this.pool.query<{ personId: string; language: Language }>(
      `with live as (
         select c.office, c.person_id, c.language, c.last_read_at from calendar_address c
         join account a on a.office = c.office and a.person_id = c.person_id and a.ended_at is null
         where c.office = $1 and c.token_hash = $2),
       noted as (
         update calendar_address c set last_read_at = $3 from live
         where c.office = live.office and c.person_id = live.person_id
           and (live.last_read_at is null or live.last_read_at < $3::timestamptz - interval '1 minute'))
       select person_id as "personId", language from live`,
      [office, hashOfToken(secret), at],
    );
    return rows[0];
  }
}

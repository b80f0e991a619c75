import { pageOf, textCursor, textIn, type Page } from '#kernel';
import type { Pool } from 'pg';

/** An account as whoever keeps accounts sees it: nothing of what proves it. */
export interface AccountSeen {
  personId: string;
  username: string;
  name: string;
  /** `first`: somebody else chose it, its owner has not changed it yet; `none`: nobody was given one. */
  password: 'own' | 'first' | 'none';
  secondFactor: 'on' | 'off' | 'to-enrol';
  lastSeenAt: Date | null;
  endedAt: Date | null;
}

const LISTED = 100;

/** The accounts of an office (tài khoản), by username. */
export class AccountList {
  constructor(private readonly pool: Pool) {}

  async page(
    office: string,
    { limit = LISTED, cursor }: Page,
  ): Promise<{ items: AccountSeen[]; nextCursor: string | null }> {
    const { rows } = await this.pool.query<AccountSeen>(
      `select person_id as "personId", username, name, ended_at as "endedAt",
              case when password_hash = '-' then 'none' when password_to_change then 'first' else 'own' end as password,
              case when totp_since is not null then 'on' when factor_to_enrol then 'to-enrol' else 'off' end
                as "secondFactor",
              (select max(last_seen_at) from session s
               where s.office = a.office and s.person_id = a.person_id) as "lastSeenAt"
       from account a where office = $1 and username > $2 order by username limit $3`,
      [office, cursor === undefined ? '' : textIn(cursor), limit + 1],
    );
    return pageOf(rows, limit, ({ username }) => textCursor(username));
  }
}

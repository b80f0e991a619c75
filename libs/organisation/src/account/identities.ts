import type { Pool } from 'pg';

/** Who people are at providers of single sign-on (định danh đăng nhập một lần). */
export class Identities {
  constructor(private readonly pool: Pool) {}

  async link(office: string, personId: string, issuer: string, subject: string): Promise<void> {
    await this.pool.query(
      `insert into external_identity (office, issuer, subject, person_id) values ($1, $2, $3, $4)
       on conflict (office, issuer, subject) do update set person_id = excluded.person_id`,
      [office, issuer, subject, personId],
    );
  }

  /** The person a provider vouches for, if their account is in force. */
  async personOf(office: string, issuer: string, subject: string): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ person_id: string }>(
      `select i.person_id from external_identity i
       join account a on a.office = i.office and a.person_id = i.person_id and a.ended_at is null
       where i.office = $1 and i.issuer = $2 and i.subject = $3`,
      [office, issuer, subject],
    );
    return rows[0]?.person_id;
  }
}

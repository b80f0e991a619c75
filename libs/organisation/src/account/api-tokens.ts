import { unauthenticated } from '#kernel';
import type { Pool } from 'pg';
import { hashOfToken, newToken, officeOfToken, type SignedIn } from './credentials.js';

const PREFIX = 'mbt_';

/** A token as its office sees it; the secret is shown once, when it is issued. */
export interface ApiTokenSeen {
  id: string;
  personId: string;
  name: string;
  scopes: string[];
  issuedAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

export const isApiToken = (token: string): boolean => token.includes(`.${PREFIX}`);

/**
 * Tokens for other systems (mã truy cập hệ thống). Who acts by one is the system itself, on behalf of a person, with no more
 * than that person's rights, within its scopes (`read`, or names of acts) and until its day; never with a second factor.
 */
export class ApiTokens {
  constructor(private readonly pool: Pool) {}

  async issue(
    office: string,
    token: { id: string; personId: string; name: string; scopes: string[]; expiresAt: Date },
  ): Promise<string> {
    const secret = newToken(office, PREFIX);
    await this.pool.query(
      `insert into api_token (office, id, person_id, name, token_hash, scopes, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (office, id) do update set token_hash = excluded.token_hash`,
      [office, token.id, token.personId, token.name, hashOfToken(secret), token.scopes, token.expiresAt],
    );
    return secret;
  }

  async authenticate(token: string): Promise<SignedIn> {
    const office = officeOfToken(token);
    const { rows } = await this.pool.query<{
      id: string;
      person_id: string;
      scopes: string[];
      username: string;
      name: string;
    }>({
      name: 'authenticate_token',
      text: `with live as (
               select t.office, t.id, t.person_id, t.scopes, t.last_used_at, a.username, a.name from api_token t
               join account a on a.office = t.office and a.person_id = t.person_id and a.ended_at is null
               where t.office = $1 and t.token_hash = $2 and t.expires_at > now() and t.revoked_at is null),
             used as (
               update api_token t set last_used_at = now() from live
               where t.office = live.office and t.id = live.id
                 and (live.last_used_at is null or live.last_used_at < now() - interval '1 minute'))
             select id, person_id, scopes, username, name from live`,
      values: [office ?? '', hashOfToken(token)],
    });
    const row = rows[0];
    if (!row || office === undefined) throw unauthenticated();
    const { id, scopes, person_id: personId, username, name } = row;
    return { office, personId, username, name, secondFactor: false, token: { id, scopes } };
  }

  async list(office: string): Promise<ApiTokenSeen[]> {
    const { rows } = await this.pool.query<ApiTokenSeen>(
      `select id, person_id as "personId", name, scopes, issued_at as "issuedAt", expires_at as "expiresAt",
              revoked_at as "revokedAt", last_used_at as "lastUsedAt"
       from api_token where office = $1 order by issued_at desc limit 500`,
      [office],
    );
    return rows;
  }

  async revoke(office: string, id: string): Promise<void> {
    await this.pool.query(
      'update api_token set revoked_at = coalesce(revoked_at, now()) where office = $1 and id = $2',
      [office, id],
    );
  }
}

import { refusal, unauthenticated } from '#kernel';
import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

export const wrongCredentials = refusal(
  'wrong_credentials',
  401,
  { vi: 'Sai tên đăng nhập hoặc mật khẩu', en: 'Wrong username or password' },
  { vi: 'Kiểm tra lại rồi đăng nhập lại.', en: 'Check both and sign in again.' },
);

/** A person who has signed in. */
export interface SignedIn {
  office: string;
  personId: string;
  username: string;
  name: string;
}

interface Session extends SignedIn {
  expiresAt: Date;
}

const SESSION_MS = 8 * 3_600_000;
const REMEMBER_MS = 5_000;
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Accounts and sessions (tài khoản, phiên đăng nhập). Sessions end by the server's real clock. */
export class Accounts {
  readonly #known = new Map<string, { session: Session; until: number }>();
  #decoy: Promise<string> | undefined;

  constructor(private readonly pool: Pool) {}

  /** Creates an account, or sets its name and password anew. */
  async put(
    office: string,
    personId: string,
    username: string,
    name: string,
    password: string,
  ): Promise<void> {
    await this.pool.query(
      `insert into account (office, person_id, username, name, password_hash) values ($1, $2, $3, $4, $5)
       on conflict (office, person_id) do update set name = $4, password_hash = $5`,
      [office, personId, username, name, await hash(password)],
    );
  }

  /** Signs in; refuses `wrong_credentials` in the same time whether the name or the password is wrong. */
  async signIn(
    office: string,
    username: string,
    password: string,
  ): Promise<{ token: string; session: Session }> {
    const { rows } = await this.pool.query<{ person_id: string; name: string; password_hash: string }>(
      'select person_id, name, password_hash from account where office = $1 and username = $2',
      [office, username],
    );
    const account = rows[0];
    this.#decoy ??= hash(randomBytes(16));
    const matches = await verify(account?.password_hash ?? (await this.#decoy), password);
    if (!account || !matches) throw wrongCredentials();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + SESSION_MS);
    await this.pool.query(
      `with gone as (delete from session where expires_at < now())
       insert into session (office, token_hash, person_id, expires_at) values ($1, $2, $3, $4)`,
      [office, hashOf(token), account.person_id, expiresAt],
    );
    return {
      token,
      session: { office, personId: account.person_id, username, name: account.name, expiresAt },
    };
  }

  /** The person behind a token; refuses an unknown or expired one. */
  async authenticate(office: string, token: string): Promise<SignedIn> {
    const known = this.#known.get(token);
    if (known && known.until > Date.now() && known.session.expiresAt.getTime() > Date.now())
      return known.session;
    const { rows } = await this.pool.query<{
      person_id: string;
      username: string;
      name: string;
      expires_at: Date;
    }>(
      `select s.person_id, a.username, a.name, s.expires_at
       from session s join account a on a.office = s.office and a.person_id = s.person_id
       where s.office = $1 and s.token_hash = $2 and s.expires_at > now()`,
      [office, hashOf(token)],
    );
    if (!rows[0]) throw unauthenticated();
    const { person_id: personId, username, name, expires_at: expiresAt } = rows[0];
    const session = { office, personId, username, name, expiresAt };
    if (this.#known.size > 10_000) this.#known.clear();
    this.#known.set(token, { session, until: Date.now() + REMEMBER_MS });
    return session;
  }

  async signOut(office: string, token: string): Promise<void> {
    this.#known.delete(token);
    await this.pool.query('delete from session where office = $1 and token_hash = $2', [
      office,
      hashOf(token),
    ]);
  }

  /** The names of an office's people by id, for readable sentences. */
  async names(office: string): Promise<Map<string, string>> {
    const { rows } = await this.pool.query<{ person_id: string; name: string }>(
      'select person_id, name from account where office = $1',
      [office],
    );
    return new Map(rows.map((row) => [row.person_id, row.name]));
  }
}

import { refusal, unauthenticated } from '#kernel';
import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { SignInThrottle } from './sign-in-throttle.js';

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

/** A session as its person sees it. */
export interface SessionSeen {
  id: string;
  beganAt: Date;
  expiresAt: Date;
  address: string | null;
  current: boolean;
}

const SESSION_MS = 8 * 3_600_000;
const REMEMBER_MS = 5_000;
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Accounts and sessions (tài khoản, phiên đăng nhập). Sessions end by the server's real clock. */
export class Accounts {
  readonly #known = new Map<string, { session: Session; until: number }>();
  #decoy: Promise<string> | undefined;
  readonly #throttle: SignInThrottle;

  constructor(private readonly pool: Pool) {
    this.#throttle = new SignInThrottle(pool);
  }

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

  /**
   * Signs in; refuses `wrong_credentials` in the same time whether the name or the password is wrong, and
   * `too_many_tries` from an address that guesses.
   */
  async signIn(
    office: string,
    username: string,
    password: string,
    address: string,
  ): Promise<{ token: string; session: Session }> {
    await this.#throttle.admit(office, username, address);
    const { rows } = await this.pool.query<{ person_id: string; name: string; password_hash: string }>(
      'select person_id, name, password_hash from account where office = $1 and username = $2',
      [office, username],
    );
    const account = rows[0];
    this.#decoy ??= hash(randomBytes(16));
    const matches = await verify(account?.password_hash ?? (await this.#decoy), password);
    if (!account || !matches) {
      await this.#throttle.failed(office, username, address);
      throw wrongCredentials();
    }
    await this.#throttle.succeeded(office, username, address);
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + SESSION_MS);
    await this.pool.query(
      `with gone as (delete from session where expires_at < now())
       insert into session (office, token_hash, person_id, expires_at, client_address) values ($1, $2, $3, $4, $5)`,
      [office, hashOf(token), account.person_id, expiresAt, address],
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

  /** A person's sessions in force, the newest first; `current` is the one that asks. */
  async sessionsOf(office: string, personId: string, token: string): Promise<SessionSeen[]> {
    const { rows } = await this.pool.query<{
      id: string;
      began_at: Date;
      expires_at: Date;
      client_address: string | null;
      token_hash: string;
    }>(
      `select id, began_at, expires_at, client_address, token_hash from session
       where office = $1 and person_id = $2 and expires_at > now() order by began_at desc limit 100`,
      [office, personId],
    );
    return rows.map((row) => ({
      id: row.id,
      beganAt: row.began_at,
      expiresAt: row.expires_at,
      address: row.client_address,
      current: row.token_hash === hashOf(token),
    }));
  }

  /** Ends one of a person's sessions, wherever it is; false when it is not theirs. It is dead within seconds everywhere. */
  async endSession(office: string, personId: string, id: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ token_hash: string }>(
      'delete from session where office = $1 and person_id = $2 and id = $3 returning token_hash',
      [office, personId, id],
    );
    for (const token of this.#known.keys())
      if (hashOf(token) === rows[0]?.token_hash) this.#known.delete(token);
    return rows.length === 1;
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

import { Refusal, notFound, refusal } from '#kernel';
import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { wrongCredentials } from './credentials.js';
import { requireSafePassword } from './passwords.js';
import { secondFactorNeeded, type SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { SignInThrottle } from './sign-in-throttle.js';

export const usernameTaken = refusal(
  'username_taken',
  409,
  { vi: 'Tên đăng nhập đã có người dùng', en: 'This username is taken' },
  { vi: 'Chọn tên khác.', en: 'Choose another.' },
);

/** What a person proves who they are with. */
export interface Proof {
  username: string;
  password: string;
  code?: string | undefined;
}

interface AccountRow {
  person_id: string;
  name: string;
  password_hash: string;
  totp_since: Date | null;
}

/** In place of a hash: nobody has asked for this account's first password yet, so nobody can sign in with it. */
const NO_PASSWORD = '-';

/** Accounts (tài khoản): who may sign in, and with what. */
export class Accounts {
  readonly sessions: Sessions;
  #decoy: Promise<string> | undefined;
  readonly #throttle: SignInThrottle;

  constructor(private readonly pool: Pool) {
    this.sessions = new Sessions(pool);
    this.#throttle = new SignInThrottle(pool);
  }

  /** Opens an account; one that is there stays as it is. Refuses `username_taken`. */
  async open(
    office: string,
    personId: string,
    username: string,
    name: string,
    password: string,
  ): Promise<void> {
    await this.pool
      .query(
        `insert into account (office, person_id, username, name, password_hash) values ($1, $2, $3, $4, $5)
         on conflict (office, person_id) do nothing`,
        [office, personId, username, name, await hash(password)],
      )
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === '23505' ? usernameTaken() : error;
      });
  }

  /** Opens accounts that nobody can sign in with before they were given a first password; those that are there stay. */
  async openAwaitingPassword(
    office: string,
    people: readonly { personId: string; username: string; name: string }[],
  ): Promise<void> {
    await this.pool.query(
      `insert into account (office, person_id, username, name, password_hash)
       select $1, "personId", username, name, $3
       from json_to_recordset($2::json) as x("personId" uuid, username text, name text) on conflict do nothing`,
      [office, JSON.stringify(people), NO_PASSWORD],
    );
  }

  /** Gives an account its first password; false where it has had one, or there is no such account. */
  async giveFirstPassword(office: string, username: string, password: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update account set password_hash = $3
       where office = $1 and username = $2 and password_hash = $4 and ended_at is null`,
      [office, username, await hash(password), NO_PASSWORD],
    );
    return rowCount === 1;
  }

  /** Whose account a username is; refuses `not_found`. */
  async personOf(office: string, username: string): Promise<string> {
    const account = await this.#account(office, username);
    if (!account) throw notFound();
    return account.person_id;
  }

  /** Refuses `username_taken` where another person has the name. */
  async requireFree(office: string, username: string, personId: string): Promise<void> {
    const account = await this.#account(office, username);
    if (account && account.person_id !== personId) throw usernameTaken();
  }

  /** Nobody signs in with it any more, and whoever has is out. */
  async end(office: string, personId: string): Promise<void> {
    await this.pool.query(
      'update account set ended_at = coalesce(ended_at, now()) where office = $1 and person_id = $2',
      [office, personId],
    );
    await this.sessions.endAll(office, personId);
  }

  /**
   * Signs in; refuses `wrong_credentials` in the same time whether the name or the password is wrong,
   * `second_factor_needed`, `wrong_code`, and `too_many_tries` from an address that guesses.
   */
  async signIn(
    office: string,
    { username, password, code }: Proof,
    address: string,
    secondFactor: SecondFactor,
  ): Promise<{ token: string; expiresAt: Date; personId: string; name: string }> {
    await this.#throttle.admit(office, username, address);
    const account = await this.#account(office, username);
    const matches = await this.#proves(account, password);
    try {
      if (!account || !matches) throw wrongCredentials();
      if (account.totp_since !== null) {
        if (code === undefined) throw secondFactorNeeded();
        await secondFactor.check(office, account.person_id, code);
      }
    } catch (refused) {
      // A fault of ours is no wrong guess of theirs.
      if (refused instanceof Refusal) await this.#throttle.failed(office, username, address);
      throw refused;
    }
    await this.#throttle.succeeded(office, username, address);
    const proof = { address, secondFactor: account.totp_since !== null };
    const session = await this.sessions.begin(office, account.person_id, proof);
    return { ...session, personId: account.person_id, name: account.name };
  }

  /** A person sets a new password; every other session of theirs ends. */
  async changePassword(
    office: string,
    {
      personId,
      username,
      current,
      next,
    }: { personId: string; username: string; current: string; next: string },
    token: string,
  ): Promise<void> {
    const account = await this.#account(office, username);
    if (account?.person_id !== personId || !(await this.#proves(account, current))) throw wrongCredentials();
    await requireSafePassword(next, username);
    await this.pool.query('update account set password_hash = $3 where office = $1 and person_id = $2', [
      office,
      personId,
      await hash(next),
    ]);
    await this.sessions.endAll(office, personId, token);
  }

  /** The names of an office's people by id, for readable sentences. */
  async names(office: string): Promise<Map<string, string>> {
    const { rows } = await this.pool.query<{ person_id: string; name: string }>(
      'select person_id, name from account where office = $1',
      [office],
    );
    return new Map(rows.map((row) => [row.person_id, row.name]));
  }

  /** In the same time, whether there is such an account and a password or not. */
  async #proves(account: AccountRow | undefined, password: string): Promise<boolean> {
    const kept = account && account.password_hash !== NO_PASSWORD ? account.password_hash : undefined;
    this.#decoy ??= hash(randomBytes(16));
    return (await verify(kept ?? (await this.#decoy), password)) && kept !== undefined;
  }

  async #account(office: string, username: string): Promise<AccountRow | undefined> {
    const { rows } = await this.pool.query<AccountRow>(
      `select person_id, name, password_hash, totp_since from account
       where office = $1 and username = $2 and ended_at is null`,
      [office, username],
    );
    return rows[0];
  }
}

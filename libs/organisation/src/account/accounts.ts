import { Refusal, canonicalUsername, notFound, refusal } from '#kernel';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { wrongCredentials } from './credentials.js';
import { hashPassword, isOutdated, provesPassword } from './hashes.js';
import { passwordUnchanged, requireSafePassword } from './passwords.js';
import { secondFactorNeeded, type SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { SignInThrottle, type Try } from './sign-in-throttle.js';

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

/** A session that has begun, and what its person must do before anything else. */
interface SignedInAnew {
  token: string;
  expiresAt: Date;
  personId: string;
  username: string;
  name: string;
  passwordToChange: boolean;
  factorToEnrol: boolean;
}

interface AccountRow {
  person_id: string;
  username: string;
  name: string;
  password_hash: string;
  totp_since: Date | null;
  password_to_change: boolean;
  factor_to_enrol: boolean;
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

  /**
   * Opens an account; one that is there stays as it is. `toChange`: its owner must choose another password first. Refuses
   * `username_taken`.
   */
  async open(
    office: string,
    personId: string,
    username: string,
    name: string,
    password: string,
    { toChange }: { toChange: boolean },
  ): Promise<void> {
    await this.pool
      .query(
        `insert into account (office, person_id, username, name, password_hash, password_to_change)
         values ($1, $2, $3, $4, $5, $6) on conflict (office, person_id) do nothing`,
        [office, personId, username, name, await hashPassword(password), toChange],
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
      `update account set password_hash = $3, password_to_change = true
       where office = $1 and username = $2 and password_hash = $4 and ended_at is null`,
      [office, username, await hashPassword(password), NO_PASSWORD],
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
  ): Promise<SignedInAnew> {
    const account = await this.#countedFirst({ office, username, address }, async () => {
      const known = await this.#account(office, username);
      if (!(await this.#proves(known, password)) || !known) throw wrongCredentials();
      if (known.totp_since !== null) {
        if (code === undefined) throw secondFactorNeeded();
        await secondFactor.check(office, known.person_id, code);
      }
      return known;
    });
    await this.#renewHash(office, account, password);
    const passwordToChange = account.password_to_change;
    const proof = { address, secondFactor: account.totp_since !== null, passwordToChange };
    const session = await this.sessions.begin(office, account.person_id, proof);
    const { person_id: personId, username: own, name, factor_to_enrol: factorToEnrol } = account;
    return { ...session, personId, username: own, name, passwordToChange, factorToEnrol };
  }

  /** A person sets a new password; every other session of theirs ends. Guessing at the present one is slowed down as at the door. */
  async changePassword(
    office: string,
    {
      personId,
      username,
      current,
      next,
    }: { personId: string; username: string; current: string; next: string },
    address: string,
    token: string,
  ): Promise<void> {
    await this.#countedFirst({ office, username, address }, async () => {
      const account = await this.#account(office, username);
      if (!(await this.#proves(account, current)) || account?.person_id !== personId)
        throw wrongCredentials();
    });
    await requireSafePassword(next, username);
    if (next.normalize('NFKC') === current.normalize('NFKC')) throw passwordUnchanged();
    await this.pool.query(
      `with own as (update session set password_to_change = false where office = $1 and person_id = $2)
       update account set password_hash = $3, password_to_change = false where office = $1 and person_id = $2`,
      [office, personId, await hashPassword(next)],
    );
    await this.sessions.endAll(office, personId, token);
  }

  /** Who replaces a second factor shows the one in force; refuses `second_factor_needed`, `wrong_code`, `too_many_tries`. */
  async requireOldFactor(
    office: string,
    { personId, username, code }: { personId: string; username: string; code: string | undefined },
    address: string,
    secondFactor: SecondFactor,
  ): Promise<void> {
    const account = await this.#account(office, username);
    if (!account || account.totp_since === null) return;
    if (code === undefined) throw secondFactorNeeded();
    await this.#countedFirst({ office, username, address }, () => secondFactor.check(office, personId, code));
  }

  /** The names of an office's people and of its systems' tokens by id, for readable sentences. */
  async names(office: string): Promise<Map<string, string>> {
    const { rows } = await this.pool.query<{ person_id: string; name: string }>(
      `select person_id, name from account where office = $1
       union all select id, name from api_token where office = $1`,
      [office],
    );
    return new Map(rows.map((row) => [row.person_id, row.name]));
  }

  /** Looks at a proof after it was counted as a failure, which a right one takes back. */
  async #countedFirst<T>(by: Try, look: () => Promise<T>): Promise<T> {
    const tried = { ...by, username: canonicalUsername(by.username) };
    await this.#throttle.claim(tried);
    try {
      const proved = await look();
      await this.#throttle.succeeded(tried);
      return proved;
    } catch (error) {
      if (!(error instanceof Refusal)) await this.#throttle.forgiven(tried);
      throw error;
    }
  }

  /** What a hash of an earlier version was made by is no longer kept once the password is at hand. */
  async #renewHash(office: string, { person_id, password_hash }: AccountRow, password: string) {
    if (!(await isOutdated(password_hash, password))) return;
    await this.pool.query(
      'update account set password_hash = $4 where office = $1 and person_id = $2 and password_hash = $3',
      [office, person_id, password_hash, await hashPassword(password)],
    );
  }

  /** In the same time, whether there is such an account and a password or not. */
  async #proves(account: AccountRow | undefined, password: string): Promise<boolean> {
    const kept = account && account.password_hash !== NO_PASSWORD ? account.password_hash : undefined;
    this.#decoy ??= hashPassword(randomBytes(16).toString('hex'));
    return (await provesPassword(kept ?? (await this.#decoy), password)) && kept !== undefined;
  }

  /** By a name as somebody typed it: names that are given out are in small letters. */
  async #account(office: string, username: string): Promise<AccountRow | undefined> {
    const { rows } = await this.pool.query<AccountRow>(
      `select person_id, username, name, password_hash, totp_since, password_to_change, factor_to_enrol from account
       where office = $1 and username in ($2, $3) and ended_at is null order by username = $2 desc limit 1`,
      [office, username, canonicalUsername(username)],
    );
    return rows[0];
  }
}

import { LEASE_MS, leasesRunOut, unauthenticated } from '#kernel';
import type { Pool } from 'pg';
import { hashOfToken, newToken, officeOfToken, type SignedIn } from './credentials.js';

/** A session as its person sees it. */
export interface SessionSeen {
  id: string;
  beganAt: Date;
  expiresAt: Date;
  lastSeenAt: Date;
  address: string | null;
  secondFactor: boolean;
  current: boolean;
}

/** What was asked about a token: the answer, and until when it may be used, by the process's monotonic clock. */
interface Known {
  asked: Promise<SignedIn>;
  answer: SignedIn | undefined;
  leasedUntil: number;
}

const SESSION_MS = 8 * 3_600_000;
const MOST_KNOWN = 10_000;

/**
 * Sessions (phiên đăng nhập): they end after eight hours, after two without use, or when their person says so. They go by
 * the server's real clock, whatever the office's says. An ended one lets nobody in any more, in any process, once its ending
 * was answered.
 */
export class Sessions {
  readonly #known = new Map<string, Known>();

  constructor(private readonly pool: Pool) {}

  /** Begins a session under a token that nobody had before: one that a stranger planted is worth nothing. */
  async begin(
    office: string,
    personId: string,
    {
      address,
      secondFactor,
      passwordToChange = false,
    }: { address: string; secondFactor: boolean; passwordToChange?: boolean | undefined },
  ): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken(office);
    const expiresAt = new Date(Date.now() + SESSION_MS);
    await this.pool.query(
      `with gone as (delete from session where expires_at < now())
       insert into session (office, token_hash, person_id, expires_at, client_address, second_factor,
                            password_to_change, factor_to_enrol)
       select $1, $2, person_id, $4, $5, $6, $7, factor_to_enrol and not $6 from account
       where office = $1 and person_id = $3`,
      [office, hashOfToken(token), personId, expiresAt, address, secondFactor, passwordToChange],
    );
    return { token, expiresAt };
  }

  /** The person behind a token, without asking, where it was asked about within its lease. */
  leased(token: string): SignedIn | undefined {
    const known = this.#known.get(token);
    return known && known.leasedUntil > performance.now() ? known.answer : undefined;
  }

  /** The person behind a token; refuses an unknown, expired or idle one. Those who ask at once ask together. */
  authenticate(token: string): Promise<SignedIn> {
    const known = this.#known.get(token);
    if (known && known.leasedUntil > performance.now()) return known.asked;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const asking: Known = {
      asked: this.#ask(token),
      answer: undefined,
      leasedUntil: performance.now() + LEASE_MS,
    };
    this.#known.set(token, asking);
    asking.asked.then(
      (signedIn) => (asking.answer = signedIn),
      () => this.#known.get(token) === asking && this.#known.delete(token),
    );
    return asking.asked;
  }

  async #ask(token: string): Promise<SignedIn> {
    const office = officeOfToken(token);
    const { rows } = await this.pool.query<{
      id: string;
      person_id: string;
      username: string;
      name: string;
      second_factor: boolean;
      password_to_change: boolean;
      factor_to_enrol: boolean;
    }>({
      name: 'authenticate',
      text: `with live as (
               select s.*, a.username, a.name from session s
               join account a on a.office = s.office and a.person_id = s.person_id and a.ended_at is null
               where s.office = $1 and s.token_hash = $2 and s.expires_at > now()
                 and s.last_seen_at > now() - interval '2 hours'),
             seen as (
               update session s set last_seen_at = now() from live
               where s.office = live.office and s.token_hash = live.token_hash
                 and live.last_seen_at < now() - interval '1 minute')
             select id, person_id, username, name, second_factor, password_to_change, factor_to_enrol from live`,
      values: [office ?? '', hashOfToken(token)],
    });
    const row = rows[0];
    if (!row || office === undefined) throw unauthenticated();
    return {
      office,
      sessionId: row.id,
      personId: row.person_id,
      username: row.username,
      name: row.name,
      secondFactor: row.second_factor,
      passwordToChange: row.password_to_change,
      factorToEnrol: row.factor_to_enrol,
    };
  }

  /** Whether a token's session is open still; to ask is not to use it. */
  async isOpen(token: string): Promise<boolean> {
    const { rowCount } = await this.pool.query({
      name: 'session_open',
      text: `select from session s
             join account a on a.office = s.office and a.person_id = s.person_id and a.ended_at is null
             where s.office = $1 and s.token_hash = $2 and s.expires_at > now()
               and s.last_seen_at > now() - interval '2 hours'`,
      values: [officeOfToken(token) ?? '', hashOfToken(token)],
    });
    return rowCount === 1;
  }

  /** Ends the session of a token. */
  async end(office: string, token: string): Promise<void> {
    await this.pool.query('delete from session where office = $1 and token_hash = $2', [
      office,
      hashOfToken(token),
    ]);
    await leasesRunOut();
  }

  /** A person's sessions in force, the newest first; `current` is the one that asks. */
  async of(office: string, personId: string, token: string): Promise<SessionSeen[]> {
    const { rows } = await this.pool.query<{
      id: string;
      began_at: Date;
      expires_at: Date;
      last_seen_at: Date;
      client_address: string | null;
      second_factor: boolean;
      token_hash: string;
    }>(
      `select id, began_at, expires_at, last_seen_at, client_address, second_factor, token_hash from session
       where office = $1 and person_id = $2 and expires_at > now() order by began_at desc limit 100`,
      [office, personId],
    );
    return rows.map((row) => ({
      id: row.id,
      beganAt: row.began_at,
      expiresAt: row.expires_at,
      lastSeenAt: row.last_seen_at,
      address: row.client_address,
      secondFactor: row.second_factor,
      current: row.token_hash === hashOfToken(token),
    }));
  }

  /** Ends one of a person's sessions, wherever it is; false when it is not theirs. */
  async endOne(office: string, personId: string, id: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'delete from session where office = $1 and person_id = $2 and id = $3',
      [office, personId, id],
    );
    await leasesRunOut();
    return rowCount === 1;
  }

  /** Ends all of a person's sessions, save perhaps the one that asks. */
  async endAll(office: string, personId: string, except?: string): Promise<void> {
    await this.pool.query(
      'delete from session where office = $1 and person_id = $2 and token_hash is distinct from $3',
      [office, personId, except === undefined ? null : hashOfToken(except)],
    );
    await leasesRunOut();
  }
}

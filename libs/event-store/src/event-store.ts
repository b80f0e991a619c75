import { Gathering, inOffice } from '#kernel';
import { Pool, type PoolClient } from 'pg';
import type { Appended } from './appended.js';
import { LOG_START, type AppendRequest, type Change, type LogPosition, type StoredEvent } from './event.js';
import { GroupCommitter, findCommand, type GroupReport } from './group-committer.js';
import { LogAnnouncer } from './log-announcer.js';
import { LogReader } from './log-reader.js';
import { Origins } from './origins.js';
import { Upcasters } from './upcasters.js';

/** While one group is flushed to disk the other lane's is written; more lanes make the groups too small to pay. */
const LANES = 2;

/** Most questions are for one stream: that plan is made once, where the one for several is made anew each time and costs more than it finds. */
const LAST_VERSION = {
  name: 'last_version',
  text: 'select subject, version from event where office = $1 and subject = $2 order by version desc limit 1',
};
/** In order and one each: only the stream's key serves that, whatever the statistics were. */
const LAST_VERSIONS = {
  name: 'last_versions',
  text: `select s.subject, e.version from unnest($2::uuid[]) as s(subject)
         cross join lateral (
           select version from event where office = $1 and subject = s.subject
           order by version desc limit 1) e`,
};

/** The log of every office: append with an expected version, read a stream, read all in commit order. */
export class EventStore {
  readonly reader: LogReader;
  private readonly upcasters: Upcasters;
  readonly origins: Origins;
  readonly #announcer: LogAnnouncer;
  readonly #lanes: GroupCommitter[];
  readonly #versions = new Gathering((office, subjects: string[]) => this.#versionsOf(office, subjects));

  constructor(
    readonly pool: Pool | PoolClient,
    private readonly options: {
      upcasters?: Upcasters;
      onGroup?: (report: GroupReport) => void;
      origins?: Origins;
    } = {},
  ) {
    this.upcasters = options.upcasters ?? new Upcasters();
    this.reader = new LogReader(this.upcasters);
    this.#announcer = new LogAnnouncer(pool);
    this.origins = options.origins ?? new Origins(pool);
    this.#lanes = Array.from(
      { length: LANES },
      () => new GroupCommitter(pool, this.#announcer, this.origins, options.onGroup),
    );
  }

  /**
   * Appends a command's events. Those of other streams that go along go in with it or not at all; the command stands for
   * them, and is known again by its own id. Refuses with VersionConflict, CommandIdReused or StoreUnavailable; nothing is
   * written then.
   */
  append(request: AppendRequest, ...along: AppendRequest[]): Promise<Appended> {
    const lane = this.#lanes[laneOf((along[0] ?? request).subject)];
    if (!lane) throw new Error(`${request.subject} is no UUID`);
    return lane.submit(this.#stamped(request), along.map(this.#stamped));
  }

  readonly #stamped = (request: AppendRequest): AppendRequest => {
    const events = this.upcasters.stamped(request.events);
    return events === request.events ? request : { ...request, events };
  };

  /**
   * Runs `work` on a store that nobody else appends beside, for an act that loses every race for its stream.
   * Undefined where this store is such a one already.
   */
  async alone<T>(work: (store: EventStore) => Promise<T>): Promise<T | undefined> {
    if (!(this.pool instanceof Pool)) return undefined;
    const client = await this.pool.connect();
    let healthy = false;
    try {
      await client.query(`select pg_advisory_lock(hashtextextended('event_log', 0))`);
      const store = new EventStore(client, { ...this.options, origins: this.origins });
      try {
        return await work(store);
      } finally {
        await store.idle();
        await client.query(`select pg_advisory_unlock(hashtextextended('event_log', 0))`);
        healthy = true;
      }
    } finally {
      // Closing the connection gives the lock back where the statement could not.
      client.release(!healthy);
    }
  }

  /** How far a stream has come in what is committed, whichever process wrote it; 0 where there is none. */
  async versionOf(office: string, subject: string): Promise<number> {
    return (await this.#versions.get(office, subject)) ?? 0;
  }

  /** A stream's events after a version. */
  readStream(office: string, subject: string, after = 0): Promise<StoredEvent[]> {
    return inOffice(office, () => this.reader.readStreams(this.pool, office, [subject], after));
  }

  /** A stream's event of one version, however long the stream is. */
  async readVersion(office: string, subject: string, version: number): Promise<StoredEvent | undefined> {
    return (await inOffice(office, () => this.reader.readVersion(this.pool, office, subject, version)))[0];
  }

  /** What a stream's state as of an instant is folded from; of the types in `superseding` the last event says all. */
  readAsOf(
    office: string,
    subject: string,
    at: Date,
    superseding: readonly string[],
  ): Promise<StoredEvent[]> {
    return inOffice(office, () => this.reader.readAsOf(this.pool, office, subject, at, superseding));
  }

  /** A stream's last event, where it comes after a version; none otherwise. */
  readLast(office: string, subject: string, after = 0): Promise<StoredEvent[]> {
    return inOffice(office, () => this.reader.readLast(this.pool, office, subject, after));
  }

  readStreams(office: string, subjects: string[]): Promise<StoredEvent[]> {
    return inOffice(office, () => this.reader.readStreams(this.pool, office, subjects));
  }

  /** Streams of a kind, in the order of their ids, behind one. */
  async streams(office: string, kind: string, after: string | undefined, limit: number): Promise<string[]> {
    const { rows } = await inOffice(office, () =>
      this.pool.query<{ subject: string }>(
        `select subject from event where office = $1 and version = 1 and kind = $2 and subject > $3::uuid
         order by subject limit $4`,
        [office, kind, after ?? '00000000-0000-0000-0000-000000000000', limit],
      ),
    );
    return rows.map(({ subject }) => subject);
  }

  async readAll(office: string, after: LogPosition, limit: number): Promise<StoredEvent[]> {
    return (await inOffice(office, () => this.reader.readAll(this.pool, office, after, limit))).events;
  }

  /** What was changed behind a place of an office's log, in commit order and up to the horizon: no more than is asked for. */
  async changes(office: string, { transactionId, position }: LogPosition, limit: number): Promise<Change[]> {
    const { rows } = await inOffice(office, () =>
      this.pool.query<Omit<Change, 'position'> & { position: string }>({
        name: 'changes',
        text: `select transaction_id as "transactionId", position, kind, subject, version from event
               where office = $1 and (transaction_id, position) > ($2::xid8, $3::bigint)
                 and transaction_id < (select log_horizon(pg_current_snapshot()))
               order by transaction_id, position limit $4`,
        values: [office, transactionId, position, limit],
      }),
    );
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  }

  /** Up to where an office's log may be read. */
  async end(office: string): Promise<LogPosition> {
    const { rows } = await inOffice(office, () =>
      this.pool.query<{ transactionId: string; position: string }>({
        name: 'end_of_log',
        text: `select transaction_id as "transactionId", position from event
               where office = $1 and transaction_id < (select log_horizon(pg_current_snapshot()))
               order by transaction_id desc, position desc limit 1`,
        values: [office],
      }),
    );
    const [last] = rows;
    return last ? { ...last, position: Number(last.position) } : LOG_START;
  }

  /** The first answer to a command, if it is known. */
  findCommand(office: string, commandId: string) {
    return findCommand(this.pool, office, commandId);
  }

  /** Those of some commands that the log knows. */
  async knownCommands(office: string, commandIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await inOffice(office, () =>
      this.pool.query<{ command_id: string }>({
        name: 'known_commands',
        // In order, and one each: only the key of commands serves that, whatever the statistics were.
        text: `select k.command_id from unnest($2::uuid[]) as k(command_id)
               cross join lateral (
                 select from event where office = $1 and command_id = k.command_id order by ordinal limit 1) e`,
        values: [office, commandIds],
      }),
    );
    return new Set(rows.map(({ command_id }) => command_id));
  }

  async #versionsOf(office: string, subjects: string[]): Promise<Map<string, number>> {
    const { rows } = await this.pool.query<{ subject: string; version: number }>(
      subjects.length === 1
        ? { ...LAST_VERSION, values: [office, ...subjects] }
        : { ...LAST_VERSIONS, values: [office, subjects] },
    );
    return new Map(rows.map(({ subject, version }) => [subject, version]));
  }

  /** Resolves when every submitted append has its verdict. */
  async idle(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.idle()));
    await this.#announcer.idle();
    await this.origins.flush();
  }
}

/**
 * A stream keeps to one lane, so its acts do not overtake each other: one that comes along in another's lane and is
 * overtaken loses its version, and is decided anew.
 */
function laneOf(subject: string): number {
  return Number.parseInt(subject.slice(-2), 16) % LANES;
}

import type { Pool } from 'pg';
import type { AppendRequest, Appended, LogPosition, StoredEvent } from './event.js';
import { GroupCommitter, findCommand, type GroupReport } from './group-committer.js';
import { LogReader } from './log-reader.js';
import { Upcasters } from './upcasters.js';

/** While one group is being flushed to disk the next is already written. */
const LANES = Number(process.env.LANES ?? 2);

/** The log of every office: append with an expected version, read a stream, read all in commit order. */
export class EventStore {
  readonly reader: LogReader;
  readonly #lanes: GroupCommitter[];

  constructor(
    readonly pool: Pool,
    options: { upcasters?: Upcasters; onGroup?: (report: GroupReport) => void } = {},
  ) {
    this.reader = new LogReader(options.upcasters ?? new Upcasters());
    this.#lanes = Array.from({ length: LANES }, () => new GroupCommitter(pool, options.onGroup));
  }

  /** Refuses with VersionConflict, CommandIdReused or StoreUnavailable; nothing is written then. */
  append(request: AppendRequest): Promise<Appended> {
    // A stream keeps to one lane, so its acts never overtake each other.
    const lane = Number.parseInt(request.subject.slice(-2), 16) % LANES;
    return (this.#lanes[lane] ?? this.#lanes[0]!).submit(request);
  }

  /** A stream's events after a version. */
  readStream(office: string, subject: string, after = 0): Promise<StoredEvent[]> {
    return this.reader.readStreams(this.pool, office, [subject], after);
  }

  readStreams(office: string, subjects: string[]): Promise<StoredEvent[]> {
    return this.reader.readStreams(this.pool, office, subjects);
  }

  async readAll(office: string, after: LogPosition, limit: number): Promise<StoredEvent[]> {
    return (await this.reader.readAll(this.pool, office, after, limit)).events;
  }

  /** The first answer to a command, if it is known (R35). */
  findCommand(office: string, commandId: string) {
    return findCommand(this.pool, office, commandId);
  }

  /** Resolves when every submitted append has its verdict. */
  async idle(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.idle()));
  }
}

import type { Pool } from 'pg';
import type { AppendRequest, Appended, LogPosition, StoredEvent } from './event.js';
import { GroupCommitter, findCommand, type GroupReport } from './group-committer.js';
import { LogReader } from './log-reader.js';
import { Upcasters } from './upcasters.js';

/** The log of every office: append with an expected version, read a stream, read all in commit order. */
export class EventStore {
  readonly reader: LogReader;
  readonly #committer: GroupCommitter;

  constructor(
    readonly pool: Pool,
    options: { upcasters?: Upcasters; onGroup?: (report: GroupReport) => void } = {},
  ) {
    this.reader = new LogReader(options.upcasters ?? new Upcasters());
    this.#committer = new GroupCommitter(pool, options.onGroup);
  }

  /** Refuses with VersionConflict, CommandIdReused or StoreUnavailable; nothing is written then. */
  append(request: AppendRequest): Promise<Appended> {
    return this.#committer.submit(request);
  }

  /** A stream's events after a version. */
  readStream(office: string, subject: string, after = 0): Promise<StoredEvent[]> {
    return this.reader.readStreams(this.pool, office, [subject], after);
  }

  readStreams(office: string, subjects: string[]): Promise<StoredEvent[]> {
    return this.reader.readStreams(this.pool, office, subjects);
  }

  readAll(office: string, after: LogPosition, limit: number): Promise<StoredEvent[]> {
    return this.reader.readAll(this.pool, office, after, limit);
  }

  /** The first answer to a command, if it is known (R35). */
  findCommand(office: string, commandId: string) {
    return findCommand(this.pool, office, commandId);
  }

  /** Resolves when every submitted append has its verdict. */
  idle(): Promise<void> {
    return this.#committer.idle();
  }
}

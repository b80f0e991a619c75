import { inOffice, newId, type Enclosure } from '#kernel';
import type { Pool, PoolClient } from 'pg';
import { CommandIdReused, StoreUnavailable, VersionConflict, isConnectionError, sqlState } from './errors.js';
import type { Appended } from './appended.js';
import type { AppendRequest } from './event.js';
import type { LogAnnouncer } from './log-announcer.js';
import type { Origins } from './origins.js';

interface Waiting {
  request: AppendRequest;
  /** What goes in with it or not at all, on other streams. */
  along: AppendRequest[];
  since: number;
  resolve(appended: Appended): void;
  reject(error: Error): void;
}

/** What one commit did; for metrics. */
export interface GroupReport {
  commands: number;
  events: number;
  /** Milliseconds each command waited for its verdict. */
  latencies: number[];
}

const GROUP_LIMIT = 512;
const APPEND = {
  name: 'append_events',
  text: 'select command, at_position from append_events($1::json, $2)',
};

const requestsOf = ({ request, along }: Waiting): AppendRequest[] => [...along, request];

/**
 * Commands that arrive while a commit is under way go together in the next one: one statement, one fsync, each
 * with its own verdict. Only one group is in flight, so a decision made on top of an unfinished one is never sent
 * before its predecessor's verdict is known.
 */
export class GroupCommitter {
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool | PoolClient,
    private readonly announcer: LogAnnouncer,
    private readonly origins: Origins,
    private readonly onGroup: (report: GroupReport) => void = () => undefined,
  ) {}

  submit(request: AppendRequest, along: AppendRequest[] = []): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, along, since: performance.now(), resolve, reject });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    await Promise.resolve(); // lets the commands of this turn of the event loop join
    while (this.#waiting.length > 0) {
      const group = this.#takeGroup();
      if (group.length > 0) await this.#commit(group);
    }
    this.#running = undefined;
  }

  #takeGroup(): Waiting[] {
    return this.#waiting.splice(0, GROUP_LIMIT).filter((waiting) => !this.#failIfBroken(waiting));
  }

  #failIfBroken(waiting: Waiting): boolean {
    if (!requestsOf(waiting).some(({ lineage }) => lineage?.broken)) return false;
    fail(waiting, new VersionConflict(waiting.request.subject));
    return true;
  }

  async #commit(group: Waiting[]): Promise<void> {
    try {
      const positions = await this.#append(group);
      for (const waiting of group) succeed(waiting, positions.get(waiting.request.commandId) ?? 0);
    } catch (error) {
      if (isConnectionError(error)) for (const waiting of group) fail(waiting, new StoreUnavailable(error));
      else if (group.length === 1 && group[0]) await this.#verdict(group[0], error);
      else await this.#oneByOne(group);
    }
    this.#report(group);
  }

  async #oneByOne(group: Waiting[]): Promise<void> {
    for (const waiting of group) {
      if (this.#failIfBroken(waiting)) continue;
      try {
        const positions = await this.#append([waiting]);
        succeed(waiting, positions.get(waiting.request.commandId) ?? 0);
      } catch (error) {
        await this.#verdict(waiting, error);
      }
    }
  }

  /** Why one command did not go in: known already, overtaken, unreachable database, or a bad event. */
  async #verdict(waiting: Waiting, error: unknown): Promise<void> {
    const { office, commandId, digest, subject } = waiting.request;
    try {
      if (isConnectionError(error)) throw error;
      const first = await findCommand(this.pool, office, commandId);
      if (first) {
        breakLineages(waiting);
        if (first.digest !== digest) waiting.reject(new CommandIdReused(commandId));
        else
          waiting.resolve({ version: first.version, position: first.position, repeated: true, written: 0 });
      } else if (['MB409', '23505', '40P01'].includes(sqlState(error)))
        fail(waiting, new VersionConflict(subject));
      else fail(waiting, error instanceof Error ? error : new Error(String(error)));
    } catch (unreachable) {
      fail(waiting, new StoreUnavailable(unreachable));
    }
  }

  async #append(group: Waiting[]): Promise<Map<string, number>> {
    const requests = group.flatMap(requestsOf);
    const rows = rowsOf(requests);
    const enclosed = enclosedIn(requests);
    const result = await this.pool.query<{ command: string; at_position: string }>({
      ...(enclosed?.statement ?? APPEND),
      values: [JSON.stringify(rows), rows.length, ...(enclosed ? [JSON.stringify(enclosed.rows)] : [])],
    });
    for (const { request } of group) {
      this.announcer.announce(request.office);
      this.origins.note(request);
    }
    const positions = new Map<string, number>();
    for (const { command, at_position } of result.rows)
      positions.set(command, Math.max(Number(at_position), positions.get(command) ?? 0));
    return positions;
  }

  #report(group: Waiting[]): void {
    const now = performance.now();
    this.onGroup({
      commands: group.length,
      events: group.flatMap(requestsOf).reduce((sum, { events }) => sum + events.length, 0),
      latencies: group.map(({ since }) => now - since),
    });
  }
}

/** What the log keeps of a command that was carried out: its first answer, and the digest of its body. */
export interface FirstAnswer {
  version: number;
  position: number;
  digest: string;
  subject: string;
}

/** The first answer to a command, if the log knows it; asked within its own office, whoever's request is at hand. */
export async function findCommand(
  pool: Pool | PoolClient,
  office: string,
  commandId: string,
): Promise<FirstAnswer | undefined> {
  const { rows } = await inOffice(office, () =>
    pool.query<Omit<FirstAnswer, 'position'> & { position: string }>({
      name: 'find_command',
      text: `select version, position, subject, meta ->> 'digest' as digest from event
             where office = $1 and command_id = $2 order by ordinal desc limit 1`,
      values: [office, commandId],
    }),
  );
  return rows[0] && { ...rows[0], position: Number(rows[0].position) };
}

function rowsOf(requests: AppendRequest[]): object[] {
  const next = new Map<string, number>();
  return requests.flatMap((request) => {
    const { attribution, office, subject } = request;
    const chained = next.get(office + subject) === request.expectedVersion;
    next.set(office + subject, request.expectedVersion + request.events.length);
    return request.events.map((event, ordinal) => ({
      o: office,
      id: newId(),
      k: request.kind,
      s: subject,
      v: request.expectedVersion + ordinal + 1,
      t: event.type,
      sv: event.schemaVersion ?? 1,
      at: request.recordedAt,
      a: attribution.actor,
      b: attribution.onBehalfOf,
      c: request.commandId,
      n: ordinal,
      cor: attribution.correlationId,
      cau: attribution.causationId,
      r: attribution.rule,
      m: { ...attribution.meta, digest: request.digest },
      d: event.data,
      ch: chained || ordinal > 0,
    }));
  });
}

/** What goes in beside the events of a group; most groups have nothing of the kind. */
function enclosedIn(requests: AppendRequest[]): Enclosure | undefined {
  const enclosures = requests.flatMap(({ enclosure }) => enclosure ?? []);
  const [first] = enclosures;
  return first && { statement: first.statement, rows: enclosures.flatMap(({ rows }) => rows) };
}

function succeed({ request, resolve }: Waiting, position: number): void {
  const written = request.events.length;
  resolve({ version: request.expectedVersion + written, position, repeated: false, written });
}

function fail(waiting: Waiting, error: Error): void {
  breakLineages(waiting);
  waiting.reject(error);
}

function breakLineages(waiting: Waiting): void {
  for (const { lineage } of requestsOf(waiting)) if (lineage) lineage.broken = true;
}

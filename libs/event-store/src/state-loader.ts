import type { NewEvent, StoredEvent } from './event.js';
import type { EventStore } from './event-store.js';
import { LEASE_MS } from '#kernel';
import { StateCache, type CachedState, type CommittedState } from './state-cache.js';

/** A kind of stream: its state is the fold of its events. Both functions are pure. */
export interface Aggregate<S, E extends NewEvent> {
  kind: string;
  initial: S;
  /** `at` is when the event was recorded. */
  evolve(state: S, event: E, at: Date): S;
  /** Its last event alone gives its state: a stream that grows without end is not read whole. */
  fromLastEvent?: true;
  /** Nearly every act looks at it and few change it: it is asked for once in `LEASE_MS`, not by each act. */
  widelyRead?: true;
}

/** Of whatever kind: who brings its states into memory need not know what is in them. */
type AnyAggregate = Aggregate<unknown, NewEvent>;

/** Brings streams' states into memory and keeps them current; many askers share one read. */
export class StateLoader {
  readonly cache: StateCache;
  readonly #loading = new Map<string, Promise<CachedState>>();

  constructor(
    private readonly store: EventStore,
    states?: number,
    private readonly leases = true,
  ) {
    this.cache = new StateCache(states);
  }

  /** The committed state of a stream, no older than this call, whichever process wrote it last. */
  async current(aggregate: AnyAggregate, office: string, subject: string): Promise<CommittedState> {
    const leased = this.leased(aggregate, office, subject);
    if (leased) return leased;
    const askedAt = performance.now();
    const [entry, version] = await Promise.all([
      this.entry(aggregate, office, subject),
      this.store.versionOf(office, subject),
    ]);
    const committed = await this.#reaching(aggregate, entry, version);
    const kept = this.cache.get(aggregate, office, subject);
    if (kept && kept.committed.version >= version) kept.currentAt = Math.max(kept.currentAt, askedAt);
    return committed;
  }

  /** The state of a widely read stream that was asked for within its lease; undefined where it must be asked for. */
  leased(aggregate: AnyAggregate, office: string, subject: string): CommittedState | undefined {
    if (!this.leases || !aggregate.widelyRead) return undefined;
    const entry = this.cache.get(aggregate, office, subject);
    return entry && performance.now() - entry.currentAt < LEASE_MS ? entry.committed : undefined;
  }

  /** The committed state of a stream once a version of it has been seen. */
  async reaching(
    aggregate: AnyAggregate,
    office: string,
    subject: string,
    version: number,
  ): Promise<CommittedState> {
    return this.#reaching(aggregate, await this.entry(aggregate, office, subject), version);
  }

  async #reaching(aggregate: AnyAggregate, entry: CachedState, version: number): Promise<CommittedState> {
    if (entry.committed.version >= version) return entry.committed;
    await entry.pending; // what this process is committing at this moment may be what is missing
    const known = this.cache.get(entry, entry.office, entry.subject) ?? entry;
    if (known.committed.version < version) await this.refresh(aggregate, known);
    if (known.committed.version >= version) return known.committed;
    // Acts follow each other without a pause, each decided on the one before: what is committed is put together apart.
    const { committed } = known;
    return folded(
      aggregate,
      committed,
      await this.#read(aggregate, entry.office, entry.subject, committed.version),
    );
  }

  /** Loads many streams with one query, so that a batch of acts does not read one by one. */
  async warm(aggregate: AnyAggregate, office: string, subjects: string[]): Promise<void> {
    const missing = subjects.filter((subject) => !this.cache.get(aggregate, office, subject));
    if (missing.length === 0) return;
    const bySubject = Map.groupBy(await this.store.readStreams(office, missing), (event) => event.subject);
    for (const subject of missing) this.#put(aggregate, office, subject, bySubject.get(subject) ?? []);
  }

  /** The state of a stream that is taken for new. */
  begin(aggregate: AnyAggregate, office: string, subject: string): CachedState {
    return this.#put(aggregate, office, subject, []);
  }

  /**
   * After a lost race: reads what others have added on top of what is known to be committed. Whoever asks for the stream
   * meanwhile waits for that one read; deciding on what is known to be old would only lose again.
   */
  async catchUp(aggregate: AnyAggregate, office: string, subject: string): Promise<void> {
    const entry = this.cache.get(aggregate, office, subject);
    if (!entry) return;
    await this.#once(aggregate.kind, office, subject, async () => {
      const { committed } = entry;
      const events = await this.#read(aggregate, office, subject, committed.version);
      const current: CachedState = {
        ...entry,
        ...committed,
        lineage: { broken: false },
        pending: Promise.resolve(),
      };
      fold(aggregate, current, events);
      this.cache.set(current);
      return current;
    });
  }

  /** Reads only what others have added: a hot stream is never read whole again. */
  async refresh(aggregate: AnyAggregate, entry: CachedState): Promise<void> {
    await entry.pending;
    if (entry.lineage.broken) return;
    const from = entry.version;
    const events = await this.#read(aggregate, entry.office, entry.subject, from);
    // Never on top of what was decided meanwhile and is not committed yet.
    if (entry.version === from && entry.committed.version === from) fold(aggregate, entry, events);
  }

  /** Those who ask for the same stream at once wait for one read; what is known is answered at once. */
  entry(aggregate: AnyAggregate, office: string, subject: string): CachedState | Promise<CachedState> {
    const loading = this.#loading.size > 0 && this.#loading.get(`${aggregate.kind}/${office}/${subject}`);
    if (loading) return loading;
    const cached = this.cache.get(aggregate, office, subject);
    if (cached && !cached.lineage.broken) return cached;
    return this.#once(aggregate.kind, office, subject, async () =>
      this.#put(aggregate, office, subject, await this.#read(aggregate, office, subject)),
    );
  }

  #read({ fromLastEvent }: AnyAggregate, office: string, subject: string, after = 0): Promise<StoredEvent[]> {
    return fromLastEvent
      ? this.store.readLast(office, subject, after)
      : this.store.readStream(office, subject, after);
  }

  /** One read of a stream at a time, shared by all who ask. */
  #once(
    kind: string,
    office: string,
    subject: string,
    read: () => Promise<CachedState>,
  ): Promise<CachedState> {
    const key = `${kind}/${office}/${subject}`;
    const running = this.#loading.get(key);
    if (running) return running;
    const loading = read().finally(() => this.#loading.delete(key));
    this.#loading.set(key, loading);
    return loading;
  }

  #put(aggregate: AnyAggregate, office: string, subject: string, events: StoredEvent[]) {
    const already = this.cache.get(aggregate, office, subject);
    if (already && !already.lineage.broken) return already;
    const entry: CachedState = {
      kind: aggregate.kind,
      widelyRead: aggregate.widelyRead,
      office,
      subject,
      state: aggregate.initial,
      version: 0,
      position: 0,
      recordedAt: 0,
      lineage: { broken: false },
      pending: Promise.resolve(),
      committed: { state: aggregate.initial, version: 0, position: 0, recordedAt: 0 },
      currentAt: -Infinity,
    };
    fold(aggregate, entry, events);
    this.cache.set(entry);
    return entry;
  }
}

/** Takes in what is committed; nothing may be decided on top of the entry that is not. */
function fold(aggregate: AnyAggregate, entry: CachedState, events: readonly StoredEvent[]): void {
  entry.committed = folded(aggregate, entry, events);
  Object.assign(entry, entry.committed);
}

function folded(
  aggregate: AnyAggregate,
  { state, version, position, recordedAt }: CommittedState,
  events: readonly StoredEvent[],
): CommittedState {
  const last = events.at(-1);
  return {
    state: events.reduce(
      (before, event) =>
        event.kind === aggregate.kind ? aggregate.evolve(before, event, event.recordedAt) : before,
      state,
    ),
    version: last?.version ?? version,
    position: last?.position ?? position,
    recordedAt: last?.recordedAt.getTime() ?? recordedAt,
  };
}

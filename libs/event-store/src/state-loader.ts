import type { NewEvent, StoredEvent } from './event.js';
import type { EventStore } from './event-store.js';
import { StateCache, type CachedState } from './state-cache.js';

/** A kind of stream: its state is the fold of its events. Both functions are pure. */
export interface Aggregate<S, E extends NewEvent> {
  kind: string;
  initial: S;
  /** `at` is when the event was recorded. */
  evolve(state: S, event: E, at: Date): S;
  /** Its last event alone gives its state: a stream that grows without end is not read whole. */
  fromLastEvent?: true;
}

/** Brings streams' states into memory and keeps them current; many askers share one read. */
export class StateLoader {
  readonly cache: StateCache;
  readonly #loading = new Map<string, Promise<CachedState>>();

  constructor(
    private readonly store: EventStore,
    states?: number,
  ) {
    this.cache = new StateCache(states);
  }

  /** Loads many streams with one query, so that a batch of acts does not read one by one. */
  async warm<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subjects: string[],
  ): Promise<void> {
    const missing = subjects.filter((subject) => !this.cache.get(office, subject));
    if (missing.length === 0) return;
    const bySubject = Map.groupBy(await this.store.readStreams(office, missing), (event) => event.subject);
    for (const subject of missing) this.#put(aggregate, office, subject, bySubject.get(subject) ?? []);
  }

  /** The state of a stream that is taken for new. */
  begin<S, E extends NewEvent>(aggregate: Aggregate<S, E>, office: string, subject: string): CachedState {
    return this.#put(aggregate, office, subject, []);
  }

  /**
   * After a lost race: reads what others have added on top of what is known to be committed. Whoever asks for the stream
   * meanwhile waits for that one read; deciding on what is known to be old would only lose again.
   */
  async catchUp<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
  ): Promise<void> {
    const entry = this.cache.get(office, subject);
    if (!entry) return;
    await this.#once(office, subject, async () => {
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
  async refresh<S, E extends NewEvent>(aggregate: Aggregate<S, E>, entry: CachedState): Promise<void> {
    await entry.pending;
    if (entry.lineage.broken) return;
    const from = entry.version;
    const events = await this.#read(aggregate, entry.office, entry.subject, from);
    // Never on top of what was decided meanwhile and is not committed yet.
    if (entry.version === from && entry.committed.version === from) fold(aggregate, entry, events);
  }

  /** Those who ask for the same stream at once wait for one read. */
  async entry<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
  ): Promise<CachedState> {
    const loading = this.#loading.get(`${office}/${subject}`);
    if (loading) return loading;
    const cached = this.cache.get(office, subject);
    if (cached && !cached.lineage.broken) return cached;
    return this.#once(office, subject, async () =>
      this.#put(aggregate, office, subject, await this.#read(aggregate, office, subject)),
    );
  }

  #read<S, E extends NewEvent>(
    { fromLastEvent }: Aggregate<S, E>,
    office: string,
    subject: string,
    after = 0,
  ): Promise<StoredEvent[]> {
    return fromLastEvent
      ? this.store.readLast(office, subject, after)
      : this.store.readStream(office, subject, after);
  }

  /** One read of a stream at a time, shared by all who ask. */
  #once(office: string, subject: string, read: () => Promise<CachedState>): Promise<CachedState> {
    const key = `${office}/${subject}`;
    const running = this.#loading.get(key);
    if (running) return running;
    const loading = read().finally(() => this.#loading.delete(key));
    this.#loading.set(key, loading);
    return loading;
  }

  #put<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
    events: StoredEvent[],
  ) {
    const already = this.cache.get(office, subject);
    if (already && !already.lineage.broken) return already;
    const entry: CachedState = {
      office,
      subject,
      state: aggregate.initial,
      version: 0,
      position: 0,
      recordedAt: 0,
      lineage: { broken: false },
      pending: Promise.resolve(),
      committed: { state: aggregate.initial, version: 0, position: 0, recordedAt: 0 },
    };
    fold(aggregate, entry, events);
    this.cache.set(entry);
    return entry;
  }
}

function fold<S, E extends NewEvent>(
  aggregate: Aggregate<S, E>,
  entry: CachedState,
  events: StoredEvent[],
): void {
  for (const event of events) {
    entry.state = aggregate.evolve(entry.state as S, event as unknown as E, event.recordedAt);
    entry.version = event.version;
    entry.position = event.position;
    entry.recordedAt = event.recordedAt.getTime();
  }
  const { state, version, position, recordedAt } = entry;
  entry.committed = { state, version, position, recordedAt };
}

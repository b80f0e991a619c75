import { Refusal, conflict, keyReused, staleVersion, unavailable } from '#kernel';
import { CommandIdReused, StoreUnavailable, VersionConflict, isConnectionError } from './errors.js';
import type { Appended, Attribution, NewEvent, StoredEvent } from './event.js';
import type { EventStore } from './event-store.js';
import { StateCache, type CachedState } from './state-cache.js';

/** A kind of stream: its state is the fold of its events. Both functions are pure. */
export interface Aggregate<S, E extends NewEvent> {
  kind: string;
  initial: S;
  /** `at` is when the event was recorded. */
  evolve(state: S, event: E, at: Date): S;
}

/** One act on one stream. */
export interface Act {
  office: string;
  subject: string;
  commandId: string;
  digest: string;
  attribution: Attribution;
  /** The server's clock at this moment (R37). */
  now: Date;
  /** The version the client has seen; absent when the act does not depend on it. */
  ifMatch?: number;
}

/** An act that lost its stream this often to another process gets the log for itself. */
const ATTEMPTS = 8;

/** Runs pure decisions against streams and appends what they give. */
export class AggregateStore {
  readonly #cache = new StateCache();
  readonly #loading = new Map<string, Promise<CachedState>>();

  constructor(private readonly store: EventStore) {}

  /** The state of a stream; cached, so it may trail another process by one act until it is next written. */
  async load<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
    options: { fresh?: boolean } = {},
  ): Promise<{ state: S; version: number }> {
    const entry = await this.#entry(aggregate, office, subject);
    if (options.fresh) await this.#refresh(aggregate, entry);
    const { state, version } = this.#cache.get(office, subject) ?? entry;
    return { state: state as S, version };
  }

  /** Loads many streams with one query, so that a batch of acts does not read one by one. */
  async warm<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subjects: string[],
  ): Promise<void> {
    const missing = subjects.filter((subject) => !this.#cache.get(office, subject));
    if (missing.length === 0) return;
    const bySubject = Map.groupBy(await this.store.readStreams(office, missing), (event) => event.subject);
    for (const subject of missing) this.#put(aggregate, office, subject, bySubject.get(subject) ?? []);
  }

  /**
   * Decides and appends. Acts on one stream that arrive together are decided one after another in memory and go
   * into one commit. Refuses with what `decide` throws, 412 (R36), 409, 422 (R35) or 503.
   */
  async execute<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    act: Act,
    decide: (state: S, version: number) => E[],
  ): Promise<Appended> {
    try {
      return await this.#attempt(aggregate, act, decide);
    } catch (error) {
      if (error instanceof CommandIdReused) throw keyReused();
      if (error instanceof StoreUnavailable || isConnectionError(error)) throw unavailable();
      throw error;
    }
  }

  async #attempt<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    act: Act,
    decide: (state: S, version: number) => E[],
  ): Promise<Appended> {
    for (let attempt = 1; ; attempt += 1) {
      const entry = await this.#entry(aggregate, act.office, act.subject);
      let events: E[];
      try {
        if (act.ifMatch !== undefined && act.ifMatch !== entry.version)
          throw staleVersion({ current: entry.version });
        events = decide(entry.state as S, entry.version);
      } catch (refused) {
        if (!(refused instanceof Refusal)) throw refused;
        if (await this.#mayHaveChanged(aggregate, entry)) continue;
        return await this.#firstAnswerOr(act, refused);
      }
      if (events.length === 0)
        return { version: entry.version, position: entry.position, repeated: false, written: 0 };
      try {
        return await this.#append(aggregate, act, entry, events);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        if (attempt === ATTEMPTS) return await this.#alone(aggregate, act, decide);
        await this.#catchUp(aggregate, act.office, act.subject);
      }
    }
  }

  async #alone<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    act: Act,
    decide: (state: S, version: number) => E[],
  ): Promise<Appended> {
    const appended = await this.store.alone((store) =>
      new AggregateStore(store).execute(aggregate, act, decide),
    );
    if (!appended) throw conflict();
    return appended;
  }

  async #append<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    act: Act,
    entry: CachedState,
    events: E[],
  ): Promise<Appended> {
    const expectedVersion = entry.version;
    const recordedAt = new Date(Math.max(act.now.getTime(), entry.recordedAt));
    // The next act on this stream decides on this state, before this one is committed.
    entry.state = events.reduce<S>(
      (state, event) => aggregate.evolve(state, event, recordedAt),
      entry.state as S,
    );
    entry.version += events.length;
    entry.recordedAt = recordedAt.getTime();
    const { office, subject, commandId, digest, attribution } = act;
    const appending = this.store.append({
      office,
      kind: aggregate.kind,
      subject,
      expectedVersion,
      commandId,
      digest,
      recordedAt,
      attribution,
      events,
      lineage: entry.lineage,
    });
    entry.pending = appending.catch(() => undefined);
    const after = { state: entry.state, version: entry.version, recordedAt: entry.recordedAt };
    try {
      const appended = await appending;
      entry.position = Math.max(entry.position, appended.position);
      if (appended.repeated) this.#cache.rollBack(entry);
      else entry.committed = { ...after, position: entry.position };
      return appended;
    } catch (error) {
      this.#cache.rollBack(entry);
      throw error;
    }
  }

  /** A refusal stands only on what is committed and current: true when the state has changed meanwhile. */
  async #mayHaveChanged<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    entry: CachedState,
  ): Promise<boolean> {
    const before = entry.version;
    await entry.pending;
    if (entry.lineage.broken) {
      this.#cache.rollBack(entry);
      return true;
    }
    await this.#refresh(aggregate, entry);
    return entry.version !== before;
  }

  async #firstAnswerOr(act: Act, refused: Refusal): Promise<Appended> {
    const first = await this.store.findCommand(act.office, act.commandId);
    if (!first) throw refused;
    if (first.digest !== act.digest) throw keyReused();
    return { version: first.version, position: first.position, repeated: true, written: 0 };
  }

  /** Reads only what others have added: a hot stream is never read whole again. */
  async #catchUp<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
  ): Promise<void> {
    const entry = this.#cache.get(office, subject);
    if (entry) await this.#refresh(aggregate, entry);
  }

  async #refresh<S, E extends NewEvent>(aggregate: Aggregate<S, E>, entry: CachedState): Promise<void> {
    await entry.pending;
    if (entry.lineage.broken) return;
    const from = entry.version;
    const events = await this.store.readStream(entry.office, entry.subject, from);
    // Never on top of what was decided meanwhile and is not committed yet.
    if (entry.version === from && entry.committed.version === from) fold(aggregate, entry, events);
  }

  /** Those who ask for the same stream at once wait for one read. */
  async #entry<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
  ): Promise<CachedState> {
    const cached = this.#cache.get(office, subject);
    if (cached && !cached.lineage.broken) return cached;
    const key = `${office}/${subject}`;
    const loading =
      this.#loading.get(key) ??
      this.store
        .readStream(office, subject)
        .then((events) => this.#put(aggregate, office, subject, events))
        .finally(() => this.#loading.delete(key));
    this.#loading.set(key, loading);
    return loading;
  }

  #put<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
    events: StoredEvent[],
  ) {
    const already = this.#cache.get(office, subject);
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
    this.#cache.set(entry);
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

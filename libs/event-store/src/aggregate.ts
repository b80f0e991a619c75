import { Refusal, conflict, keyReused, staleVersion, unavailable } from '#kernel';
import { CommandIdReused, StoreUnavailable, VersionConflict, isConnectionError } from './errors.js';
import type { Appended, Attribution, Lineage, NewEvent, StoredEvent } from './event.js';
import type { EventStore } from './event-store.js';
import type { CachedState } from './state-cache.js';
import { StateLoader, type Aggregate } from './state-loader.js';

/** One act on one stream. */
export interface Act {
  office: string;
  subject: string;
  commandId: string;
  digest: string;
  attribution: Attribution;
  /** The server's clock at this moment (R37). */
  now: Date;
  /** The stream is taken for new and not read first; where it is not, it is read after all. */
  begins?: boolean;
  /** The act stands on another one that is on its way: it goes in only if that one does, and is not tried again alone. */
  after?: Lineage;
  /** Called as the act is sent to be committed, so that another can go along in the same commit (`after`). */
  submitted?: (lineage: Lineage) => void;
  /** The version the client has seen; absent when the act does not depend on it. */
  ifMatch?: number;
}

/** An act that lost its stream this often to another process gets the log for itself. */
const ATTEMPTS = 8;

/** Runs pure decisions against streams and appends what they give. */
export class AggregateStore {
  readonly #states: StateLoader;

  constructor(private readonly store: EventStore) {
    this.#states = new StateLoader(store);
  }

  /** The state of a stream; cached, so it may trail another process by one act until it is next written. */
  async load<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
    options: { fresh?: boolean } = {},
  ): Promise<{ state: S; version: number }> {
    const entry = await this.#states.entry(aggregate, office, subject);
    if (options.fresh) await this.#states.refresh(aggregate, entry);
    const { state, version } = this.#states.cache.get(office, subject) ?? entry;
    return { state: state as S, version };
  }

  /** Loads many streams with one query, so that a batch of acts does not read one by one. */
  warm<S, E extends NewEvent>(aggregate: Aggregate<S, E>, office: string, subjects: string[]): Promise<void> {
    return this.#states.warm(aggregate, office, subjects);
  }

  /**
   * The states of the streams that some events belong to, at least as far as those events: one query for those that are
   * not known, one for each that is known and trails.
   */
  async loadBehind<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    events: readonly StoredEvent[],
  ): Promise<Map<string, S>> {
    const wanted = new Map<string, number>();
    for (const { subject, version } of events)
      wanted.set(subject, Math.max(version, wanted.get(subject) ?? 0));
    await this.#states.warm(aggregate, office, [...wanted.keys()]);
    const states = await Promise.all(
      [...wanted].map(async ([subject, version]) => {
        const known = await this.load(aggregate, office, subject);
        const { state } =
          known.version >= version ? known : await this.load(aggregate, office, subject, { fresh: true });
        return [subject, state] as const;
      }),
    );
    return new Map(states);
  }

  /** Streams of a kind, by their ids, from one id on. */
  streams(office: string, kind: string, after: string | undefined, limit: number): Promise<string[]> {
    return this.store.streams(office, kind, after, limit);
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
      const entry =
        act.begins && attempt === 1
          ? this.#states.begin(aggregate, act.office, act.subject)
          : await this.#states.entry(aggregate, act.office, act.subject);
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
        if (!(error instanceof VersionConflict) || act.after?.broken) throw error;
        if (attempt === ATTEMPTS) return await this.#alone(aggregate, act, decide);
        await this.#states.catchUp(aggregate, act.office, act.subject);
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
    await this.#states.catchUp(aggregate, act.office, act.subject);
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
      ...(act.after === undefined ? {} : { after: act.after }),
    });
    act.submitted?.(entry.lineage);
    entry.pending = appending.catch(() => undefined);
    const after = { state: entry.state, version: entry.version, recordedAt: entry.recordedAt };
    try {
      const appended = await appending;
      entry.position = Math.max(entry.position, appended.position);
      if (appended.repeated) {
        this.#states.cache.rollBack(entry);
        // The act was done by another process, or before this one began: what it did is not known here yet.
        if (appended.version > entry.committed.version)
          await this.#states.catchUp(aggregate, office, subject);
      } else entry.committed = { ...after, position: entry.position };
      return appended;
    } catch (error) {
      this.#states.cache.rollBack(entry);
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
      this.#states.cache.rollBack(entry);
      return true;
    }
    await this.#states.refresh(aggregate, entry);
    return entry.version !== before;
  }

  async #firstAnswerOr(act: Act, refused: Refusal): Promise<Appended> {
    const first = await this.store.findCommand(act.office, act.commandId);
    if (!first) throw refused;
    if (first.digest !== act.digest) throw keyReused();
    return { version: first.version, position: first.position, repeated: true, written: 0 };
  }
}

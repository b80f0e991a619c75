import { Refusal, conflict, keyReused, leasesRunOut, staleVersion, unavailable } from '#kernel';
import { decision, type Act, type DecideOn, type Decision, type Outcome } from './act.js';
import { CommandIdReused, StoreUnavailable, VersionConflict, isConnectionError } from './errors.js';
import type { Appended } from './appended.js';
import type { AppendRequest, NewEvent, StoredEvent } from './event.js';
import type { EventStore } from './event-store.js';
import type { CachedState, CommittedState } from './state-cache.js';
import { StateLoader, type Aggregate } from './state-loader.js';

/** A decision on the state it is taken on, and what it came to. */
interface Taken extends Decision {
  entry: CachedState;
  /** The version of the state it was taken on. */
  decidedOn: number;
  events: NewEvent[];
}

/** An act that lost its stream this often to another process, or could not be refused on a current state, gets the log for itself. */
const ATTEMPTS = 8;

/** Runs pure decisions against streams and appends what they give. */
export class AggregateStore {
  readonly #states: StateLoader;

  /**
   * `states`: how many streams' states are kept at least. `leases`: whether widely read states are held under a lease; not
   * by who reacts to events, which come before the answer that waits for leases to run out.
   */
  constructor(
    private readonly store: EventStore,
    states?: number,
    leases = true,
  ) {
    this.#states = new StateLoader(store, states, leases);
  }

  /** The state of a stream as it is committed, no older than this call, whichever process wrote it last. */
  async load<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
  ): Promise<{ state: S; version: number }> {
    const committed = await this.#states.current(aggregate, office, subject);
    return { state: stateOf(aggregate, committed), version: committed.version };
  }

  /** The state of a widely read stream without asking, where it was asked for within `LEASE_MS`. */
  leased<S, E extends NewEvent>(aggregate: Aggregate<S, E>, office: string, subject: string): S | undefined {
    const committed = this.#states.leased(aggregate, office, subject);
    return committed && stateOf(aggregate, committed);
  }

  /** The state of a stream once an act on it is done that was answered with this version; others may have followed. */
  async loadAfter<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    subject: string,
    version: number,
  ): Promise<S> {
    return stateOf(aggregate, await this.#states.reaching(aggregate, office, subject, version));
  }

  /** Loads many streams with one query, so that a batch of acts does not read one by one. */
  warm<S, E extends NewEvent>(aggregate: Aggregate<S, E>, office: string, subjects: string[]): Promise<void> {
    return this.#states.warm(aggregate, office, subjects);
  }

  /**
   * The states of the streams that some events belong to, at least as far as those events. Streams that begin with them
   * are neither read nor kept; the others that are unknown are read with one query, and each that is known and trails with
   * one.
   */
  async loadBehind<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    office: string,
    events: readonly StoredEvent[],
  ): Promise<Map<string, S>> {
    const states = new Map<string, S>();
    const wanted = new Map<string, number>();
    for (const [subject, own] of Map.groupBy(events, (event) => event.subject))
      if (own.every(({ version }, i) => version === i + 1)) states.set(subject, foldOf(aggregate, own));
      else wanted.set(subject, Math.max(...own.map(({ version }) => version)));
    await this.#states.warm(aggregate, office, [...wanted.keys()]);
    await Promise.all(
      [...wanted].map(async ([subject, version]) => {
        states.set(subject, await this.loadAfter(aggregate, office, subject, version));
      }),
    );
    return states;
  }

  /** Those of some commands that were carried out. */
  known(office: string, commandIds: readonly string[]): Promise<Set<string>> {
    return this.store.knownCommands(office, commandIds);
  }

  /** Streams of a kind, by their ids, from one id on. */
  streams(office: string, kind: string, after: string | undefined, limit: number): Promise<string[]> {
    return this.store.streams(office, kind, after, limit);
  }

  /**
   * Decides and appends. Acts on one stream that arrive together are decided one after another in memory and go
   * into one commit. What is to be done on another stream `before` is decided first, and goes in with the act or not at
   * all. Refuses with what `decide` throws, 412, 409, 422 or 503.
   */
  async execute<S, E extends NewEvent>(
    aggregate: Aggregate<S, E>,
    act: Act,
    decide: DecideOn<S, E>,
    ...before: Decision[]
  ): Promise<Appended> {
    const decisions = [...before, decision(aggregate, act, decide)];
    try {
      const appended = await this.#attempt(decisions);
      const seenWidely = decisions.some((one) => one.aggregate.widelyRead);
      if (seenWidely && (appended.written > 0 || appended.repeated)) await leasesRunOut();
      return appended;
    } catch (error) {
      if (error instanceof CommandIdReused) throw keyReused();
      if (error instanceof StoreUnavailable || isConnectionError(error)) throw unavailable(error);
      throw error;
    }
  }

  /** The last decision is the act; those before it go along. */
  async #attempt(decisions: readonly Decision[]): Promise<Appended> {
    const askedSince: number[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const open = await Promise.all(decisions.map((one) => this.#open(one, attempt === 1)));
      const own = open.at(-1);
      if (!own) throw new Error('nothing to decide');
      const refused = decideAll(open);
      if (refused || own.events.length === 0) {
        // Also that there is nothing to do is a decision: like a refusal it stands on what is committed and current.
        if (await this.#isCurrent(open, askedSince)) return await this.#withoutEvents(own, refused);
        if (attempt >= ATTEMPTS) return await this.#alone(decisions);
        continue;
      }
      try {
        return await this.#append(own, open.slice(0, -1));
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        if (attempt >= ATTEMPTS) return await this.#alone(decisions);
        await this.#catchUp(decisions);
      }
    }
  }

  /** What an act came to that wrote nothing: the first answer where it is a repetition, its refusal, or nothing to do. */
  async #withoutEvents({ act, decidedOn, entry }: Taken, refused: Refusal | undefined): Promise<Appended> {
    const first = await this.store.findCommand(act.office, act.commandId);
    if (first && first.digest !== act.digest) throw keyReused();
    if (first) return { version: first.version, position: first.position, repeated: true, written: 0 };
    if (refused) throw refused;
    return { version: decidedOn, position: entry.committed.position, repeated: false, written: 0 };
  }

  async #open(one: Decision, first: boolean): Promise<Taken> {
    const { aggregate, act } = one;
    const entry =
      act.begins && first
        ? this.#states.begin(aggregate, act.office, act.subject)
        : await this.#states.entry(aggregate, act.office, act.subject);
    return { ...one, entry, decidedOn: entry.version, events: [] };
  }

  async #alone(decisions: readonly Decision[]): Promise<Appended> {
    const appended = await this.store.alone((store) => new AggregateStore(store).#attempt(decisions));
    if (!appended) throw conflict();
    await this.#catchUp(decisions);
    return appended;
  }

  async #catchUp(decisions: readonly Decision[]): Promise<void> {
    for (const { aggregate, act } of decisions)
      await this.#states.catchUp(aggregate, act.office, act.subject);
  }

  async #append(own: Taken, before: Taken[]): Promise<Appended> {
    const along = before.filter(({ events }) => events.length > 0);
    const all = [...along, own];
    const appending = this.store.append(anticipate(own), ...along.map(anticipate));
    const ahead = all.map(({ entry }) => {
      entry.pending = appending.catch(() => undefined);
      const { state, version, recordedAt } = entry;
      return { entry, state, version, recordedAt };
    });
    try {
      const appended = await appending;
      const { position } = appended;
      for (const { entry, ...after } of ahead) {
        entry.position = Math.max(entry.position, position);
        if (appended.repeated) this.#states.cache.rollBack(entry);
        else entry.committed = { ...after, position: entry.position };
      }
      // The act was done by another process, or before this one began: what it did is not known here yet.
      if (appended.repeated && appended.version > own.entry.committed.version) await this.#catchUp([own]);
      return appended;
    } catch (error) {
      for (const { entry } of all) this.#states.cache.rollBack(entry);
      throw error;
    }
  }

  /**
   * Whether each state that was decided on is committed, and was all there was at some moment since the act came in.
   * `askedSince`: how far each stream had come when it was first asked for this act; others may add to it without end.
   */
  async #isCurrent(open: readonly Taken[], askedSince: number[]): Promise<boolean> {
    const current = await Promise.all(
      open.map(async ({ aggregate, entry, decidedOn }, index) => {
        await entry.pending;
        if (entry.lineage.broken) {
          this.#states.cache.rollBack(entry);
          return false;
        }
        const { office, subject } = entry;
        const asked = (askedSince[index] ??= await this.store.versionOf(office, subject));
        if (decidedOn >= asked) return true;
        await this.#states.reaching(aggregate, office, subject, asked);
        return false;
      }),
    );
    return !current.includes(false);
  }
}

/** Decides one after another; answers the refusal of the first that is refused. */
function decideAll(open: readonly Taken[]): Refusal | undefined {
  const before: Outcome[] = [];
  try {
    for (const one of open) {
      take(one, before);
      before.push({ state: one.entry.state, events: one.events });
    }
    return undefined;
  } catch (refused) {
    if (refused instanceof Refusal) return refused;
    throw refused;
  }
}

/** Decides; a version that the client has not seen is refused. */
function take(one: Taken, before: readonly Outcome[]): void {
  const { act, entry, decide } = one;
  one.decidedOn = entry.version;
  if (act.ifMatch && !act.ifMatch.includes(entry.version)) throw staleVersion({ current: entry.version });
  one.events = decide(entry.state, entry.version, before);
}

/** What is to be appended. The next act on the stream decides on this state, before this one is committed. */
function anticipate({ aggregate, act, entry, events }: Taken): AppendRequest {
  const expectedVersion = entry.version;
  const recordedAt = new Date(Math.max(act.now.getTime(), entry.recordedAt));
  entry.state = events.reduce((state, event) => aggregate.evolve(state, event, recordedAt), entry.state);
  entry.version += events.length;
  entry.recordedAt = recordedAt.getTime();
  const { office, subject, commandId, digest, attribution, enclosure } = act;
  return {
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
    ...(enclosure === undefined ? {} : { enclosure: enclosure(entry.version) }),
  };
}

const foldOf = <S>({ initial, evolve }: Aggregate<S, NewEvent>, events: readonly StoredEvent[]): S =>
  events.reduce<S>((state, event) => evolve(state, event, event.recordedAt), initial);

/** The one place where a state that was kept among those of all kinds becomes its aggregate's: the cache keeps each under its kind. */
const stateOf = <S>(_: Aggregate<S, never>, { state }: CommittedState): S => state as S;

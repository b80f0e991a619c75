import { conflict, keyReused, leasesRunOut, unavailable, type Refusal } from '#kernel';
import type { Decision } from './act.js';
import { anticipate, broughtBy, decideAll, undisturbed, type Taken } from './deciding.js';
import { CommandIdReused, StoreUnavailable, VersionConflict, isConnectionError } from './errors.js';
import type { Appended } from './appended.js';
import type { NewEvent, StoredEvent } from './event.js';
import type { EventStore } from './event-store.js';
import type { CachedState, CommittedState } from './state-cache.js';
import { StateLoader, type Aggregate } from './state-loader.js';

/** What an act came to, and whether any of it changed a state that is held under a lease. */
interface Done {
  appended: Appended;
  seenWidely: boolean;
}

const isTaken = (opened: Taken | Promise<Taken>): opened is Taken => !(opened instanceof Promise);

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
   * into one commit. What is to be done on another stream `before` is decided first, what the act `brings` after it; all of
   * it goes in with the act or not at all. Refuses with what the decisions throw, 412, 409, 422 or 503.
   */
  async execute(own: Decision, ...before: readonly Decision[]): Promise<Appended> {
    try {
      const { appended, seenWidely } = await this.#attempt(own, before);
      if (seenWidely && (appended.written > 0 || appended.repeated)) await leasesRunOut();
      return appended;
    } catch (error) {
      if (error instanceof CommandIdReused) throw keyReused();
      if (error instanceof StoreUnavailable || isConnectionError(error)) throw unavailable(error);
      throw error;
    }
  }

  async #attempt(act: Decision, before: readonly Decision[]): Promise<Done> {
    const askedSince = new Map<string, number>();
    for (let attempt = 1; ; attempt += 1) {
      const first = attempt === 1;
      const opened = this.#openAll([act, ...before], first);
      const [own, ...ahead] = opened instanceof Promise ? await opened : opened;
      if (!own) throw new Error('nothing to decide');
      let refused = decideAll([...ahead, own]);
      const brought = refused ? [] : broughtBy(own);
      // Between a decision and its append nobody waits, lest the next act be decided on the same state; who must, decides anew.
      const after = brought.length === 0 ? [] : await this.#openAll(brought, first);
      if (after.length > 0) refused = decideAll([...ahead, own, ...after]);
      const all = [...ahead, own, ...after];
      const done = (appended: Appended): Done => ({
        appended,
        seenWidely: all.some(({ aggregate }) => aggregate.widelyRead),
      });
      const isIdle = refused !== undefined || own.events.length === 0;
      // Also that there is nothing to do is a decision: like a refusal it stands on what is committed and current.
      const toBeCurrent = isIdle ? all : all.filter(({ events }) => events.length === 0);
      const isCurrent = toBeCurrent.length === 0 || (await this.#areCurrent(toBeCurrent, askedSince));
      if (isCurrent && isIdle) return done(await this.#withoutEvents(own, refused));
      if (isCurrent && undisturbed(all))
        try {
          return done(await this.#append(own, [...ahead, ...after]));
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
          if (attempt < ATTEMPTS) await this.#catchUp(all);
        }
      if (attempt >= ATTEMPTS) return done(await this.#alone(act, before, all));
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

  /** At once where the streams' states are in memory. */
  #openAll(all: readonly Decision[], first: boolean): Taken[] | Promise<Taken[]> {
    const opened = all.map((one) => this.#open(one, first));
    return opened.every(isTaken) ? opened : Promise.all(opened.map((one) => Promise.resolve(one)));
  }

  #open(one: Decision, first: boolean): Taken | Promise<Taken> {
    const { aggregate, act } = one;
    const taken = (entry: CachedState): Taken => ({ ...one, entry, decidedOn: entry.version, events: [] });
    const entry =
      act.begins && first
        ? this.#states.begin(aggregate, act.office, act.subject)
        : this.#states.entry(aggregate, act.office, act.subject);
    return entry instanceof Promise ? entry.then(taken) : taken(entry);
  }

  async #alone(act: Decision, before: readonly Decision[], all: readonly Taken[]): Promise<Appended> {
    const done = await this.store.alone((store) => new AggregateStore(store).#attempt(act, before));
    if (!done) throw conflict();
    await this.#catchUp(all);
    return done.appended;
  }

  async #catchUp(decisions: readonly Decision[]): Promise<void> {
    for (const { aggregate, act } of decisions)
      await this.#states.catchUp(aggregate, act.office, act.subject);
  }

  async #append(own: Taken, others: readonly Taken[]): Promise<Appended> {
    const along = others.filter(({ events }) => events.length > 0);
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
  async #areCurrent(taken: readonly Taken[], askedSince: Map<string, number>): Promise<boolean> {
    const current = await Promise.all(
      taken.map(async ({ aggregate, entry, decidedOn }) => {
        await entry.pending;
        if (entry.lineage.broken) {
          this.#states.cache.rollBack(entry);
          return false;
        }
        const { office, subject } = entry;
        const asked = askedSince.get(subject) ?? (await this.store.versionOf(office, subject));
        askedSince.set(subject, asked);
        if (decidedOn >= asked) return true;
        await this.#states.reaching(aggregate, office, subject, asked);
        return false;
      }),
    );
    return !current.includes(false);
  }
}

const foldOf = <S>({ initial, evolve }: Aggregate<S, NewEvent>, events: readonly StoredEvent[]): S =>
  events.reduce<S>((state, event) => evolve(state, event, event.recordedAt), initial);

/** The one place where a state that was kept among those of all kinds becomes its aggregate's: the cache keeps each under its kind. */
const stateOf = <S>(_: Aggregate<S, never>, { state }: CommittedState): S => state as S;

import type { Lineage } from './event.js';

/** A stream's state as far as it is known to be committed. */
export interface CommittedState {
  state: unknown;
  version: number;
  position: number;
  recordedAt: number;
}

/** Whose fold a state is: an id may be asked for as what it is not. */
interface Kept {
  kind: string;
  widelyRead?: true | undefined;
}

/** A stream's state as this process knows it, perhaps with acts that are still being committed. */
export interface CachedState extends Kept {
  office: string;
  subject: string;
  state: unknown;
  version: number;
  position: number;
  recordedAt: number;
  lineage: Lineage;
  pending: Promise<unknown>;
  /** The last state known to be committed: where to go on from when what was decided on top fails. */
  committed: CommittedState;
  /** When it was last asked whether `committed` is all there is, by this process's monotonic clock in milliseconds. */
  currentAt: number;
}

/** How many states a process keeps at least, where it is not told. */
const CAPACITY = 10_000;

/** What a whole office is looked at by (its organisation, its catalogue) is as large as fifty of a subject’s states. */
const WIDE = 50;

/**
 * The states used lately; a hot stream is not read again. Widely read ones have a smaller room of their own, so that what is
 * kept does not grow with the number of offices, and subjects drive out no office.
 */
export class StateCache {
  readonly #subjects: Generations;
  readonly #offices: Generations;

  constructor(capacity = CAPACITY) {
    this.#subjects = new Generations(capacity);
    this.#offices = new Generations(Math.ceil(capacity / WIDE));
  }

  get({ kind, widelyRead }: Kept, office: string, subject: string): CachedState | undefined {
    return this.#room(widelyRead).get(`${kind}/${office}/${subject}`);
  }

  set(entry: CachedState): void {
    this.#room(entry.widelyRead).set(`${entry.kind}/${entry.office}/${entry.subject}`, entry);
  }

  /** Goes back to what is committed, without what was decided on top; an entry made anew meanwhile stays. */
  rollBack(entry: CachedState): void {
    entry.lineage.broken = true;
    if (this.get(entry, entry.office, entry.subject) !== entry) return;
    this.set({ ...entry, ...entry.committed, lineage: { broken: false }, pending: Promise.resolve() });
  }

  #room(widelyRead: true | undefined): Generations {
    return widelyRead ? this.#offices : this.#subjects;
  }
}

/**
 * Two generations: what is used moves to the young one, and when that is full, the old one goes. So a look-up costs no
 * reordering, and between one and two capacities are kept.
 */
class Generations {
  #young = new Map<string, CachedState>();
  #old = new Map<string, CachedState>();

  constructor(private readonly capacity: number) {}

  get(key: string): CachedState | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const entry = this.#old.get(key);
    if (entry) this.set(key, entry);
    return entry;
  }

  set(key: string, entry: CachedState): void {
    this.#young.set(key, entry);
    if (this.#young.size <= this.capacity) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}

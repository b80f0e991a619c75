import type { Lineage } from './event.js';

/** A stream's state as far as it is known to be committed. */
export interface CommittedState {
  state: unknown;
  version: number;
  position: number;
  recordedAt: number;
}

/** A stream's state as this process knows it, perhaps with acts that are still being committed. */
export interface CachedState {
  /** Whose fold it is: an id may be asked for as what it is not. */
  kind: string;
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

/**
 * The states used lately; a hot stream is not read again. Two generations: what is used moves to the young one, and when
 * that is full, the old one goes. So a look-up costs no reordering, and between one and two capacities are kept.
 */
export class StateCache {
  #young = new Map<string, CachedState>();
  #old = new Map<string, CachedState>();

  constructor(private readonly capacity = CAPACITY) {}

  get(kind: string, office: string, subject: string): CachedState | undefined {
    const key = `${kind}/${office}/${subject}`;
    const young = this.#young.get(key);
    if (young) return young;
    const entry = this.#old.get(key);
    if (entry) this.set(entry);
    return entry;
  }

  set(entry: CachedState): void {
    this.#young.set(`${entry.kind}/${entry.office}/${entry.subject}`, entry);
    if (this.#young.size <= this.capacity) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  /** Goes back to what is committed, without what was decided on top; an entry made anew meanwhile stays. */
  rollBack(entry: CachedState): void {
    entry.lineage.broken = true;
    if (this.get(entry.kind, entry.office, entry.subject) !== entry) return;
    this.set({ ...entry, ...entry.committed, lineage: { broken: false }, pending: Promise.resolve() });
  }
}

import type { Lineage } from './event.js';

/** A stream's state as this process knows it, perhaps with acts that are still being committed. */
export interface CachedState {
  office: string;
  subject: string;
  state: unknown;
  version: number;
  position: number;
  recordedAt: number;
  lineage: Lineage;
  pending: Promise<unknown>;
  /** The last state known to be committed: where to go on from when what was decided on top fails. */
  committed: { state: unknown; version: number; position: number; recordedAt: number };
}

const CAPACITY = 20_000;

/** The most recently used states; a hot stream is not read again. */
export class StateCache {
  readonly #entries = new Map<string, CachedState>();

  get(office: string, subject: string): CachedState | undefined {
    const key = `${office}/${subject}`;
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  set(entry: CachedState): void {
    this.#entries.set(`${entry.office}/${entry.subject}`, entry);
    if (this.#entries.size <= CAPACITY) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  /** Goes back to what is committed, without what was decided on top; an entry made anew meanwhile stays. */
  rollBack(entry: CachedState): void {
    entry.lineage.broken = true;
    if (this.#entries.get(`${entry.office}/${entry.subject}`) !== entry) return;
    this.set({ ...entry, ...entry.committed, lineage: { broken: false }, pending: Promise.resolve() });
  }
}

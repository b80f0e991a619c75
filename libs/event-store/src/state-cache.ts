/** A stream's state as this process knows it, perhaps with acts that are still being committed. */
export interface CachedState {
  office: string;
  subject: string;
  state: unknown;
  version: number;
  position: number;
  recordedAt: number;
  lineage: { broken: boolean };
  pending: Promise<unknown>;
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

  /** Forgets this very entry; one that was loaded anew meanwhile stays. */
  drop(office: string, subject: string, entry: CachedState): void {
    const key = `${office}/${subject}`;
    entry.lineage.broken = true;
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}

const LONGEST_MS = 400;
/** After a run a reader rests this many times as long: whoever writes has the processor meanwhile. */
const REST = 2;

/**
 * How often an office's readers look at the log. Alone they look at once; the more there is, the longer they work, and the
 * longer they rest, so that what is derived takes a third of a processor at most and each look covers more.
 */
export class Pace {
  readonly #running = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #resting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly wakeNow: (office: string) => void) {}

  /** Wakes the readers of an office: at once, or when they have rested. */
  wake(office: string): void {
    if (this.#running.has(office) || this.#resting.has(office)) this.#asked.add(office);
    else this.wakeNow(office);
  }

  async run<T>(office: string, read: () => Promise<T>): Promise<T> {
    const began = performance.now();
    this.#running.add(office);
    try {
      return await read();
    } finally {
      this.#running.delete(office);
      this.#rest(office, Math.min(LONGEST_MS, REST * (performance.now() - began)));
    }
  }

  stop(): void {
    for (const timer of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }

  #rest(office: string, ms: number): void {
    clearTimeout(this.#resting.get(office));
    this.#resting.set(
      office,
      setTimeout(() => {
        this.#resting.delete(office);
        if (this.#asked.delete(office)) this.wakeNow(office);
      }, ms),
    );
  }
}

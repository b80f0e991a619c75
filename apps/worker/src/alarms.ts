/** What is further off is looked at again before it comes near. */
const HORIZON_MS = 60_000;

/** Rings for each office when its next step falls due; one alarm an office, the last one set. */
export class Alarms {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly ring: (office: string) => void) {}

  /** Rings at once where the time has come. */
  set(office: string, inMs: number): void {
    this.clear(office);
    if (inMs <= 0) return this.ring(office);
    if (inMs >= HORIZON_MS) return;
    const timer = setTimeout(() => {
      this.#timers.delete(office);
      this.ring(office);
    }, inMs);
    this.#timers.set(office, timer);
  }

  /** Nothing is to come in an office. */
  clear(office: string): void {
    clearTimeout(this.#timers.get(office));
    this.#timers.delete(office);
  }

  stop(): void {
    for (const office of this.#timers.keys()) this.clear(office);
  }
}

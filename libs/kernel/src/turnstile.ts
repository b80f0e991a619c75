/** Lets so many through at once; so many more wait for their turn, and whoever comes then is told so. */
export class Turnstile {
  #within = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
    private readonly full: () => Error,
  ) {}

  /** Does the work when its turn has come; refuses by `full` where too many wait already. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#within < this.atOnce) this.#within += 1;
    else {
      if (this.#waiting.length >= this.mostWaiting) throw this.full();
      await new Promise<void>((resolve) => this.#waiting.push(resolve)); // it takes over the place of whoever leaves
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#within -= 1;
    }
  }
}

interface Asker<V> {
  resolve(answer: V | undefined): void;
  reject(error: unknown): void;
}

/**
 * Asks once for what many ask for: whoever comes while a question is under way goes into the next one. Alone, one asks at
 * once; under load a question serves dozens, at the cost of one.
 */
export class Gathering<K, V> {
  #waiting = new Map<K, Asker<V>[]>();
  #asking = false;

  /** `most`: how many keys one question may hold. */
  constructor(
    private readonly ask: (keys: K[]) => Promise<ReadonlyMap<K, V>>,
    private readonly most = 100,
  ) {}

  get idle(): boolean {
    return !this.#asking;
  }

  /** What the answer holds for the key; undefined where it holds nothing. */
  get(key: K): Promise<V | undefined> {
    return new Promise((resolve, reject) => {
      const askers = this.#waiting.get(key);
      if (askers) askers.push({ resolve, reject });
      else this.#waiting.set(key, [{ resolve, reject }]);
      if (!this.#asking) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#asking = true;
    while (this.#waiting.size > 0) {
      const round = [...this.#waiting].slice(0, this.most);
      for (const [key] of round) this.#waiting.delete(key);
      try {
        const answers = await this.ask(round.map(([key]) => key));
        for (const [key, askers] of round) for (const { resolve } of askers) resolve(answers.get(key));
      } catch (error) {
        for (const [, askers] of round) for (const { reject } of askers) reject(error);
      }
    }
    this.#asking = false;
  }
}

import { inOffice } from './office-scope.js';

interface Asker<V> {
  resolve(answer: V | undefined): void;
  reject(error: unknown): void;
}

/** What waits in one office for the next question; it is there while a question is under way. */
interface Queue<K, V> {
  waiting: Map<K, Asker<V>[]>;
}

/**
 * Asks once for what many ask for in an office: whoever comes while a question is under way goes into the next one, so no
 * answer is older than its asking. Alone, one asks at once; under load a question serves dozens, at the cost of one. Each
 * question is asked within its own office, whoever's request began it.
 */
export class Gathering<K, V> {
  readonly #queues = new Map<string, Queue<K, V>>();

  /** `most`: how many keys one question may hold. */
  constructor(
    private readonly ask: (office: string, keys: K[]) => Promise<ReadonlyMap<K, V>>,
    private readonly most = 100,
  ) {}

  /** What the answer holds for the key; undefined where it holds nothing. */
  get(office: string, key: K): Promise<V | undefined> {
    return new Promise((resolve, reject) => {
      const running = this.#queues.get(office);
      const queue = running ?? { waiting: new Map<K, Asker<V>[]>() };
      const askers = queue.waiting.get(key);
      if (askers) askers.push({ resolve, reject });
      else queue.waiting.set(key, [{ resolve, reject }]);
      if (running) return;
      this.#queues.set(office, queue);
      void inOffice(office, () => this.#drain(office, queue));
    });
  }

  async #drain(office: string, { waiting }: Queue<K, V>): Promise<void> {
    while (waiting.size > 0) {
      const round = [...waiting].slice(0, this.most);
      for (const [key] of round) waiting.delete(key);
      try {
        const answers = await this.ask(
          office,
          round.map(([key]) => key),
        );
        for (const [key, askers] of round) for (const { resolve } of askers) resolve(answers.get(key));
      } catch (error) {
        for (const [, askers] of round) for (const { reject } of askers) reject(error);
      }
    }
    this.#queues.delete(office);
  }
}

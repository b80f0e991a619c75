import { createRequire } from 'node:module';
import { Piscina } from 'piscina';
import type { TemporaryFailure } from './refusal.js';

const MOST_WAITING = 100;
const IDLE_MS = 30_000;
const resolve = createRequire(import.meta.url).resolve;

/**
 * A thread for work that would hold the event loop for long: one at a time, there only while there is something to do.
 * Its script is named as package.json's `imports` name it.
 */
export class OwnThread<Given, Answer> {
  readonly #script: string;
  #threads: Piscina<Given, Answer> | undefined;

  /** `busy` is what to say to whoever comes when many wait. Without `mostMemoryMb` its memory is bounded by what is given to it. */
  constructor(
    script: `#${string}`,
    private readonly busy: () => TemporaryFailure,
    private readonly mostMemoryMb?: number,
  ) {
    this.#script = resolve(script);
  }

  async run(given: Given): Promise<Answer> {
    const threads = (this.#threads ??= new Piscina<Given, Answer>({
      filename: this.#script,
      minThreads: 0,
      maxThreads: 1,
      maxQueue: MOST_WAITING,
      idleTimeout: IDLE_MS,
      ...(this.mostMemoryMb === undefined
        ? {}
        : { resourceLimits: { maxOldGenerationSizeMb: this.mostMemoryMb } }),
    }));
    if (threads.queueSize >= MOST_WAITING) throw this.busy();
    return threads.run(given);
  }
}

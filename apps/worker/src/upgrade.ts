import { bringUpToDate, hasTodaysShape, outdatedModels, type Projection } from '#projection';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { projections, type Runtime } from '../../runtime/src/index.js';
import type { InSight } from './in-sight.js';

/** Under which name an upgrade that fails is parked; its subject is the read model. */
export const UPGRADE = 'upgrade';
const LOOK_AGAIN_MS = 500;

/**
 * Brings read models that an earlier version of the program made up to date, one after the other: built anew beside the
 * serving ones, in every office, and swapped. Those that today's program can read go on serving and following meanwhile.
 */
export class Upgrade {
  #outdated: readonly Projection[] = [];
  #round: Promise<void> | undefined;
  readonly #ending = new AbortController();

  constructor(
    private readonly runtime: Runtime,
    private readonly inSight: InSight,
    private readonly log: Logger,
  ) {}

  /** Before anything is read or written: those whose tables have another shape, which this program can do neither with. */
  async begin(): Promise<void> {
    const { pool } = this.runtime;
    for (const model of await outdatedModels(pool, projections)) {
      if (await hasTodaysShape(pool, model)) continue;
      while (!(await this.#bring(model))) await sleep(LOOK_AGAIN_MS);
    }
    this.#outdated = await outdatedModels(pool, projections);
  }

  /** Sets out for the others, without being waited for. */
  look(): void {
    if (this.#outdated.length === 0 || this.#round || this.#ending.signal.aborted) return;
    this.#round = this.#bringAll()
      .catch((error: unknown) => this.log.error({ err: error }, 'read models are not brought up to date'))
      .finally(() => (this.#round = undefined));
  }

  /** Whatever is under way is broken off, and taken up by whoever starts next. */
  end(): void {
    this.#ending.abort();
  }

  async ended(): Promise<void> {
    await this.#round;
  }

  async #bringAll(): Promise<void> {
    const { office } = this.runtime;
    for (const model of this.#outdated)
      await this.inSight.do({ office, worker: UPGRADE, subject: model.name }, UPGRADE, async () => {
        const isToday = await this.#bring(model).catch((error: unknown) => {
          if (this.#ending.signal.aborted) return false;
          throw error;
        });
        if (isToday) this.#outdated = this.#outdated.filter((one) => one !== model);
      });
  }

  /** False while another process is at it. */
  async #bring(model: Projection): Promise<boolean> {
    const { pool, projector } = this.runtime;
    const began = performance.now();
    let events = 0;
    const isToday = await bringUpToDate(pool, projector, model, (taken) => {
      this.#ending.signal.throwIfAborted();
      events += taken;
    });
    if (isToday)
      this.log.info(
        { model: model.name, version: model.version, events, seconds: (performance.now() - began) / 1_000 },
        'read model brought up to date',
      );
    return isToday;
  }
}

import { inOffice } from '#kernel';
import type { Parked, Work } from '#parked';

/** A worker never gives up its own duties: what is parked is still tried this often. */
const LONGEST_REST_MS = 60_000;

/**
 * Does a worker's duties so that none fails unseen: a failure is noted with its office, rests for a growing while, at most
 * a minute, and is settled once it goes well.
 */
export class InSight {
  readonly #restsUntil = new Map<string, number>();
  /** What nothing is noted of any more, as far as this process knows. */
  readonly #well = new Set<string>();

  constructor(private readonly parked: Pick<Parked, 'note' | 'settle'>) {}

  /** Does it unless it rests. Throws only what could not even be noted, as when the database is away. */
  async do(work: Work, what: string, act: () => Promise<unknown>): Promise<void> {
    const key = [work.office, work.worker, work.subject].join('/');
    if ((this.#restsUntil.get(key) ?? 0) > Date.now()) return;
    await inOffice(work.office, async () => {
      try {
        await act();
      } catch (error) {
        return this.#failed(key, work, what, error);
      }
      this.#restsUntil.delete(key);
      if (this.#well.has(key)) return;
      await this.parked.settle(work);
      this.#well.add(key);
    });
  }

  /** Somebody asked for them, or another worker failed at them: they are done and settled anew. */
  again(office: string, worker: string): void {
    const beginning = `${office}/${worker}/`;
    for (const key of this.#restsUntil.keys()) if (key.startsWith(beginning)) this.#restsUntil.delete(key);
    for (const key of this.#well) if (key.startsWith(beginning)) this.#well.delete(key);
  }

  async #failed(key: string, work: Work, what: string, error: unknown): Promise<void> {
    this.#well.delete(key);
    const noted = await this.parked.note(work, what, error).catch(() => undefined);
    if (!noted) throw error;
    const pause = (noted.nextTry?.getTime() ?? Number.POSITIVE_INFINITY) - noted.lastFailedAt.getTime();
    this.#restsUntil.set(key, Date.now() + Math.min(pause, LONGEST_REST_MS));
  }
}

import type { Change, LogPosition } from '#event-store';

/** Whatever was told up to here now stands in every list as well. */
export interface Listed {
  listedUpTo: LogPosition;
}

/** So much may wait for whoever reads slowly; who falls behind further reads anew what is shown. */
export const MOST_WAITING = 1_000;

/** `missed`: there was more than can be told one by one. */
export type Told = readonly (Change | Listed)[] | 'missed' | 'over';

/** One who follows an office's changes: what is to be told waits here, up to a bound. */
export class Follower {
  #waiting: (Change | Listed)[] = [];
  #state: 'missed' | 'over' | undefined;
  #wake: (() => void) | undefined;

  tell(changes: readonly (Change | Listed)[]): void {
    if (this.#waiting.length + changes.length > MOST_WAITING) this.#state ??= 'missed';
    else this.#waiting.push(...changes);
    this.#wake?.();
  }

  /** What was before all that waits by now. */
  tellFirst(changes: readonly Change[]): void {
    this.#waiting.unshift(...changes);
  }

  /** There is more than can be told one by one. */
  miss(): void {
    this.#state ??= 'missed';
    this.#wake?.();
  }

  end(): void {
    this.#state = 'over';
    this.#wake?.();
  }

  /** What is to be told next; nothing where there was nothing for so long (ms). */
  async next(patienceMs: number): Promise<Told> {
    if (this.#waiting.length === 0 && this.#state === undefined) await this.#until(patienceMs);
    if (this.#state !== undefined) return this.#state;
    return this.#waiting.splice(0);
  }

  #until(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

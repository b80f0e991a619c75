import { SWEEP, forgetSettledSteps, nextAlarms, officesAwaiting } from '#deadline';
import { isConnectionError } from '#event-store';
import { inOffice } from '#kernel';
import { Subscriptions } from '#notification';
import { READS, unreadOffices } from '#projection';
import type { Runtime } from '../../runtime/src/index.js';
import { InTurn, outOf } from './in-turn.js';
import type { InSight } from './in-sight.js';

/** Under which names a worker's duties are parked; `DIGEST`: a subscription that could not be served. */
export const SEALING = 'seal';
export const SEND_DIGESTS = 'send-digests';
export const DIGEST = 'digest';
const REMEMBER_EVERY_MS = 10_000;
/** What falls due by then is waited for; the next look comes before. */
const AHEAD_MS = 2_500;

/** What the lookout has done where it finds something. */
export interface Waker {
  read(office: string): void;
  sweep(office: string, inMs: number): void;
  /** What is sent of the trail; absent: this worker sends none. */
  digest?: ((office: string) => void) | undefined;
  errands(): Promise<void>;
  upgrade(): void;
  /** Those who see to what failed under this name need not wait for their time. */
  errandsAgain(worker: string): void;
}

/**
 * Looks for what a lost wake-up or a dead worker left undone. Each look asks the same few questions for all offices at
 * once and answers with at most 200 of them: its cost follows what there is to do, not how many offices there are.
 */
export class Lookout {
  #rememberedAt = 0;
  readonly #unread = new InTurn(async (after, limit) =>
    named(await unreadOffices(this.runtime.pool, after, limit)),
  );
  readonly #alarms = new InTurn((after, limit) =>
    nextAlarms(this.runtime.pool, this.runtime.clock.now(), AHEAD_MS, after, limit),
  );
  readonly #awaiting = new InTurn(async (after, limit) =>
    named(await officesAwaiting(this.runtime.pool, this.runtime.calendar.years, after, limit)),
  );
  readonly #digests = new InTurn(async (after, limit) =>
    named(await new Subscriptions(this.runtime.pool).officesDue(this.runtime.clock.now(), after, limit)),
  );
  readonly #failed = new InTurn(async (after, limit) => {
    const byOffice = Map.groupBy(await this.runtime.parked.due(), ({ office }) => office);
    const offices = [...byOffice].map(([office, due]) => ({
      office,
      workers: due.map(({ worker }) => worker),
    }));
    return outOf(offices, after, limit);
  });
  readonly #failedSteps = new InTurn(async (after, limit) => {
    const figures = await this.runtime.parked.figures();
    return outOf(
      figures.filter(({ worker }) => worker === SWEEP),
      after,
      limit,
    );
  });

  constructor(
    private readonly runtime: Runtime,
    private readonly inSight: InSight,
    private readonly wake: Waker,
    private readonly complain: (error: unknown) => void,
  ) {}

  /** What fails keeps nothing else from being seen. */
  async look(): Promise<void> {
    const looks = [
      () => this.runtime.clock.refresh(),
      () => this.runtime.calendars.refresh(),
      () => this.#rememberTime(),
      () => this.#takeUpAgain(),
      async () => {
        for (const { office } of await this.#unread.next()) this.wake.read(office);
      },
      async () => {
        for (const { office, inMs } of await this.#alarms.next()) this.wake.sweep(office, inMs);
      },
      async () => {
        for (const { office } of await this.#awaiting.next()) this.wake.sweep(office, 0);
      },
      () => this.wake.errands(),
      () => Promise.resolve(this.wake.upgrade()),
      async () => {
        if (!this.wake.digest) return;
        for (const { office } of await this.#digests.next()) this.wake.digest(office);
      },
    ];
    for (const look of looks) {
      try {
        await look();
      } catch (error) {
        this.complain(error);
        if (isConnectionError(error)) return; // the others would only say the same
      }
    }
  }

  async #rememberTime(): Promise<void> {
    if (Date.now() - this.#rememberedAt < REMEMBER_EVERY_MS) return;
    this.#rememberedAt = Date.now();
    await this.runtime.clock.remember();
    await this.runtime.calendars.bring(); // a year that was laid into the folder meanwhile
  }

  /** What failed and is due again; failed steps that nothing waits for any more are forgotten. */
  async #takeUpAgain(): Promise<void> {
    for (const { office, workers } of await this.#failed.next())
      for (const worker of workers) {
        this.inSight.again(office, worker);
        if (worker === SEALING || worker.startsWith(READS)) this.wake.read(office);
        else if (worker === SWEEP) this.wake.sweep(office, 0);
        else if (worker === DIGEST || worker === SEND_DIGESTS) this.wake.digest?.(office);
        else this.wake.errandsAgain(worker);
      }
    for (const { office } of await this.#failedSteps.next())
      await inOffice(office, () => forgetSettledSteps(this.runtime.pool, office));
  }
}

const named = (offices: string[]) => offices.map((office) => ({ office }));

import type { Errand } from '#capability';
import type { Deliveries } from '#outbox';
import type { InSight } from './in-sight.js';
import { InTurn, outOf } from './in-turn.js';

/** So many offices' messages are set out for in a look. */
const DELIVERIES_AT_ONCE = 50;

/** What goes out of the house and comes in, beside all other work: other systems may take their time. */
export class Errands {
  readonly #under = new Set<Promise<void>>();
  readonly #toDeliver = new InTurn(async (after, limit) => {
    const due = (await this.duties.deliveries?.due()) ?? [];
    return outOf(
      due.map((office) => ({ office })),
      after,
      limit,
    );
  }, DELIVERIES_AT_ONCE);
  /** Errands that go from office to office, under way. */
  readonly #rounds = new Set<string>();
  readonly #ending = new AbortController();
  readonly #setOutAt = new Map<Errand, number>();

  constructor(
    private readonly inSight: InSight,
    private readonly duties: { deliveries?: Deliveries | undefined; errands?: readonly Errand[] | undefined },
    /** Hears of what could not even be noted as failed. */
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Delivers what waits in an office, without being waited for. */
  deliver(office: string): void {
    const { deliveries } = this.duties;
    if (deliveries) this.#run(() => this.#do(office, 'deliver', 'outbox', () => deliveries.deliver(office)));
  }

  /** Sets out for what is due. */
  async look(): Promise<void> {
    for (const { office } of await this.#toDeliver.next()) this.deliver(office);
    for (const errand of this.duties.errands ?? []) this.#setOut(errand);
  }

  /** What failed under this name is due again: whoever sees to it sets out at the next look. */
  again(worker: string): void {
    for (const errand of this.duties.errands ?? [])
      if (errand.name === worker || errand.parkedAs === worker) this.#setOutAt.delete(errand);
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.duties.deliveries?.stop();
    await Promise.all(this.#under);
  }

  /** Sets out for one where it is time for it, from office to office. */
  #setOut(errand: Errand): void {
    const { name, subject, everyMs } = errand;
    const now = Date.now();
    if (now - (this.#setOutAt.get(errand) ?? 0) < everyMs) return;
    this.#setOutAt.set(errand, now);
    this.#inRound(`${name} ${subject}`, async () => {
      for (const office of await errand.offices())
        await this.#do(office, name, subject, () => errand.run(office, this.#ending.signal));
    });
  }

  /** From office to office, one after the other: however many there are, one connection is held. */
  #inRound(name: string, round: () => Promise<void>): void {
    if (this.#rounds.has(name)) return;
    this.#rounds.add(name);
    this.#run(() => round().finally(() => this.#rounds.delete(name)));
  }

  #do(office: string, worker: string, subject: string, act: () => Promise<unknown>): Promise<void> {
    return this.inSight.do({ office, worker, subject }, worker, act);
  }

  #run(errand: () => Promise<void>): void {
    const under = errand()
      .catch(this.onError)
      .finally(() => this.#under.delete(under));
    this.#under.add(under);
  }
}

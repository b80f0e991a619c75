import { inOffice } from '#kernel';
import { followedOffices } from '#projection';
import type { ProvinceInbox } from '#integration';
import type { Deliveries } from '#outbox';
import type { ReadingSeals } from '#persons';
import type { FileStore } from '#vault';
import { missCalendar, missingYears, type Runtime } from '../../runtime/src/index.js';
import type { InSight } from './in-sight.js';

const FETCH_EVERY_MS = 60_000;
const READINGS_EVERY_MS = 60_000;
const SWEEP_FILES_EVERY_MS = 3_600_000;

/** What goes out of the house and comes in, beside all other work: other systems may take their time. */
export class Errands {
  readonly #under = new Set<Promise<void>>();
  /** Offices and years whose missing calendar is known to be recorded. */
  readonly #missed = new Set<string>();
  #fetchedAt = 0;
  #readingsSealedAt = Date.now();
  #filesSweptAt = 0;

  constructor(
    private readonly runtime: Runtime,
    private readonly inSight: InSight,
    private readonly duties: {
      deliveries?: Deliveries | undefined;
      inbox?: ProvinceInbox | undefined;
      readings?: ReadingSeals | undefined;
      files?: FileStore | undefined;
    },
    /** Hears of what could not even be noted as failed. */
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Delivers what waits in an office, without being waited for. */
  deliver(office: string): void {
    const { deliveries } = this.duties;
    if (deliveries) this.#run(office, 'deliver', 'outbox', () => deliveries.deliver(office));
  }

  /** Sets out for what is due. */
  async look(): Promise<void> {
    for (const office of (await this.duties.deliveries?.due()) ?? []) this.deliver(office);
    this.#fetch();
    await this.#missCalendars();
    await this.#sealReadings();
    await this.#sweepFiles();
  }

  async stop(): Promise<void> {
    await this.duties.deliveries?.stop();
    await Promise.all(this.#under);
  }

  /** What was handed in elsewhere, once a minute. */
  #fetch(): void {
    const { inbox } = this.duties;
    const now = Date.now();
    if (!inbox || now - this.#fetchedAt < FETCH_EVERY_MS) return;
    this.#fetchedAt = now;
    const { office, offices } = this.runtime;
    this.#run(office, 'fetch', 'province', async () => {
      if (await offices.has(office)) await inbox.pull(office);
    });
  }

  /** Says once in each office that a year's calendar is wanted, from 90 days before it begins. */
  async #missCalendars(): Promise<void> {
    const { calendar, clock, commands, offices, pool } = this.runtime;
    const years = missingYears(calendar, clock.now());
    if (years.length === 0) return;
    for (const office of await followedOffices(pool))
      for (const year of years) {
        const missed = `${office}/${year}`;
        if (this.#missed.has(missed)) continue;
        this.#run(office, 'calendar', String(year), async () => {
          if (!(await offices.has(office))) return;
          await missCalendar(commands, office, year);
          this.#missed.add(missed);
        });
      }
  }

  /** Who read whose data, once a minute: a reading does not stay unsealed for longer. */
  async #sealReadings(): Promise<void> {
    const { readings } = this.duties;
    if (!readings || Date.now() - this.#readingsSealedAt < READINGS_EVERY_MS) return;
    this.#readingsSealedAt = Date.now();
    for (const office of await followedOffices(this.runtime.pool))
      this.#run(office, 'seal', 'readings', () => readings.seal(office));
  }

  /** What was laid down and never came to be covered by an event, once an hour. */
  async #sweepFiles(): Promise<void> {
    const { files } = this.duties;
    if (!files || Date.now() - this.#filesSweptAt < SWEEP_FILES_EVERY_MS) return;
    this.#filesSweptAt = Date.now();
    for (const office of await followedOffices(this.runtime.pool))
      this.#run(office, 'sweep', 'files', () => inOffice(office, () => files.sweep(office)));
  }

  #run(office: string, worker: string, subject: string, act: () => Promise<unknown>): void {
    const errand = this.inSight
      .do({ office, worker, subject }, worker, act)
      .catch(this.onError)
      .finally(() => this.#under.delete(errand));
    this.#under.add(errand);
  }
}

import {
  byName,
  forgetYearsThatCame,
  nextAlarmOf,
  setAlarmAnew,
  sweep,
  sweepAwaited,
  type StepTaker,
} from '#deadline';
import type { Errand } from '#capability';
import { LOG_START, LogListener, isConnectionError, type LogSlice } from '#event-store';
import { inOffice } from '#kernel';
import { findHead, type Sealer } from '#ledger';
import { tellSuccessorOfEnd } from '#organisation';
import { ReadTogether, isBehind, markUnbegun, type Follower, type Reaction, type Readers } from '#projection';
import type { Deliveries } from '#outbox';
import type { WakeQueue } from '#queue';
import { type WakeUp } from '#queue';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { allOf, mergedOf, projections, type Runtime } from '../../runtime/src/index.js';
import { Alarms } from './alarms.js';
import { Errands } from './errands.js';
import { InSight } from './in-sight.js';
import { Lookout, SEALING, SEND_DIGESTS } from './lookout.js';
import { Pace } from './pace.js';
import type { TrailDigest } from './trail-digest.js';
import { Upgrade } from './upgrade.js';

const POLL_MS = 1_000;
const LONGEST_WAIT_MS = 1_000;

/**
 * Does by itself what nobody must forget: read models, reactions, reminders, missed deadlines, escalation. Wake-ups
 * come from the log and the clock through the queue; a poll makes good whatever wake-up was lost.
 */
export class OfficeWorker {
  readonly #reactions: Reaction[];
  readonly #readers: Readers;
  readonly #takeSteps: StepTaker;
  readonly #together: ReadTogether;
  /** Seals what the readers look at; what it refuses to seal is no reason for them to stop. */
  readonly #sealing: Follower = {
    follow: (office, read) =>
      this.#inSight.do({ office, worker: SEALING, subject: 'ledger' }, SEALING, () =>
        this.seal(office, read),
      ),
    placeIn: async (office) => {
      if (!this.duties.sealer) return undefined;
      const head = await findHead(this.runtime.pool, office);
      return head?.alarm ? undefined : (head?.place ?? LOG_START);
    },
  };
  readonly #inSight: InSight;
  readonly #errands: Errands;
  readonly #lookout: Lookout;
  readonly #pace: Pace;
  readonly #upgrade: Upgrade;
  /** Offices whose end is known to be recorded by their successors, where they have one: a crash may have come before it. */
  readonly #endRecorded = new Set<string>();
  readonly #listener: LogListener;
  #poll: NodeJS.Timeout | undefined;
  readonly #alarms = new Alarms((office) => this.queue.wake({ kind: 'sweep', name: 'agenda', office }));
  #looking = Promise.resolve();
  #sweeping = new Map<string, Promise<number>>();

  constructor(
    private readonly runtime: Runtime,
    private readonly queue: WakeQueue,
    private readonly log: Logger,
    /** What is absent, this worker leaves to others. */
    private readonly duties: {
      sealer?: Sealer;
      digest?: TrailDigest | undefined;
      deliveries?: Deliveries | undefined;
      errands?: readonly Errand[] | undefined;
    } = {},
  ) {
    this.#inSight = new InSight(runtime.parked);
    this.#upgrade = new Upgrade(runtime, this.#inSight, log);
    this.#errands = new Errands(this.#inSight, duties, (error) => this.#complain(error));
    this.#lookout = new Lookout(
      runtime,
      this.#inSight,
      {
        read: (office) => this.#pace.wake(office),
        sweep: (office, inMs) => this.#alarms.set(office, inMs),
        digest: duties.digest && ((office) => queue.wake({ kind: 'digest', name: 'trail', office })),
        errands: () => this.#errands.look(),
        upgrade: () => this.#upgrade.look(),
        errandsAgain: (worker) => this.#errands.again(worker),
      },
      (error) => this.#complain(error),
    );
    this.#takeSteps = byName(
      mergedOf(({ steps = {} }) =>
        Object.fromEntries(Object.entries(steps).map(([name, taker]) => [name, runtime.make(taker)])),
      ),
    );
    this.#pace = new Pace((office) => this.queue.wake({ kind: 'read', name: 'together', office }));
    this.#together = new ReadTogether(runtime.pool, runtime.store, runtime.projector);
    this.#reactions = allOf(({ reactions }) => reactions).flatMap((one) => runtime.make(one) ?? []);
    this.#readers = { projections, reactions: this.#reactions, followers: [this.#sealing] };
    this.#listener = new LogListener(
      { connectionString: runtime.databaseUrl },
      ['event_log', 'office_clock'],
      (channel, office) => {
        if (channel === 'office_clock') void this.#look();
        else if (office) this.#pace.wake(office);
      },
    );
  }

  async start(): Promise<void> {
    await this.#upgrade.begin();
    await this.#listener.start();
    await this.queue.work(
      (wakeUp) => this.run(wakeUp),
      4,
      (error) => this.log.warn({ err: error }, 'wake-up failed'),
    );
    await markUnbegun(this.runtime.pool, namesOf(this.#readers));
    this.#poll = setInterval(() => void this.#look(), POLL_MS);
    await this.#look();
  }

  /** Breaks off what takes long; what is at work ends in order. */
  hurry(): void {
    this.#upgrade.end();
  }

  async stop(): Promise<void> {
    this.hurry();
    clearInterval(this.#poll);
    this.#alarms.stop();
    this.#pace.stop();
    await this.#listener.stop();
    await this.#looking.catch(() => undefined); // it said what was wrong, and sets out for nothing any more
    await this.queue.close();
    await this.#errands.stop();
    await this.#upgrade.ended();
    await Promise.allSettled(this.#sweeping.values());
  }

  /** Does one wake-up's work; none for an office that was never founded. */
  async run(wakeUp: WakeUp): Promise<void> {
    if (await this.runtime.offices.has(wakeUp.office)) await inOffice(wakeUp.office, () => this.#run(wakeUp));
  }

  async #run({ kind, office }: WakeUp): Promise<void> {
    // What it decides must carry the office's time, even if the clock was set a moment ago (R37).
    await this.runtime.clock.refresh();
    if (kind === 'read') await this.#read(office);
    if (kind === 'sweep')
      await this.#inSight.do({ office, worker: 'agenda', subject: 'sweep' }, kind, () => this.sweep(office));
    if (kind === 'digest')
      await this.#inSight.do({ office, worker: SEND_DIGESTS, subject: 'trail' }, kind, async () =>
        this.duties.digest?.send(office),
      );
  }

  /** Lets read models and reactions see what is new; what they came to goes out, and is waited for by the clock. */
  async #read(office: string): Promise<void> {
    // What has fallen due is recorded first; what is derived from it can wait for that.
    const due = this.#sweeping.get(office)?.catch(() => undefined);
    if (due) await Promise.race([due, sleep(LONGEST_WAIT_MS, undefined, { ref: false })]);
    const counts = await this.#pace.run(office, () => this.#together.run(office, this.#readers));
    await this.#together.forgetRead(office, this.#readers);
    if ((counts.get('agenda') ?? 0) > 0) await this.#setAlarm(office);
    if (
      (counts.get('notify') ?? 0) +
        (counts.get('tell_subscribers') ?? 0) +
        (counts.get('sync_province') ?? 0) +
        (counts.get('export_reports') ?? 0) >
      0
    )
      this.#errands.deliver(office);
  }

  /** Seals an office's log; the end of one that handed everything over is recorded by its successor. */
  seal(office: string, read?: LogSlice): Promise<void> {
    return inOffice(office, () => this.#seal(office, read));
  }

  async #seal(office: string, read: LogSlice | undefined): Promise<void> {
    const sealed = await this.duties.sealer?.seal(office, undefined, read);
    if (!sealed && this.#endRecorded.has(office)) return;
    const { organisation, commands, pool } = this.runtime;
    const { succession } = await organisation.current(office);
    const head = succession && (await findHead(pool, office));
    if (head) await tellSuccessorOfEnd(organisation, commands, office, head);
    this.#endRecorded.add(office);
  }

  /** Takes what is due now; a second call meanwhile joins the first. */
  sweep(office: string): Promise<number> {
    const running = this.#sweeping.get(office);
    if (running) return running;
    const mine = this.#takeDue(office).finally(() => this.#sweeping.delete(office));
    this.#sweeping.set(office, mine);
    return mine;
  }

  /** What is due, and what waited for a calendar that is known by now. */
  async #takeDue(office: string): Promise<number> {
    const { pool, clock, officeCalendars, parked } = this.runtime;
    const due = await sweep(pool, office, clock.now(), this.#takeSteps, parked);
    const { years } = await officeCalendars.current(office);
    const came = await sweepAwaited(pool, office, years, this.#takeSteps, parked);
    await setAlarmAnew(pool, office);
    await forgetYearsThatCame(pool, office, years);
    return due + came;
  }

  /** Runs everything until nothing is left to do: simulations and tests step with it. */
  settle(office: string): Promise<void> {
    return inOffice(office, () => this.#settle(office));
  }

  async #settle(office: string): Promise<void> {
    for (;;) {
      const steps = await this.#together.run(office, { projections, reactions: this.#reactions });
      let done = [...steps.values()].reduce((sum, n) => sum + n, 0);
      done += await this.sweep(office);
      if (done > 0) continue;
      if (!(await isBehind(this.runtime.pool, office))) return;
      await sleep(10); // the worker of the background is at it
    }
  }

  /** Looks once more, after whoever is looking now. */
  #look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookout.look());
    return this.#looking;
  }

  #complain(error: unknown): void {
    if (isConnectionError(error)) this.log.warn({ err: error }, 'the database can’t be reached');
    else this.log.error({ err: error }, 'looking for work failed');
  }

  async #setAlarm(office: string): Promise<void> {
    const { pool, clock } = this.runtime;
    const inMs = await nextAlarmOf(pool, clock.now(), office);
    if (inMs === undefined) this.#alarms.clear(office);
    else this.#alarms.set(office, inMs);
  }
}

const namesOf = ({ projections: models, reactions }: Readers) =>
  [...models, ...reactions].map(({ name }) => name);

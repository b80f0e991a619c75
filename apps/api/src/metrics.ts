import type { AwaitedCalendar } from '#deadline';
import type { GroupReport } from '#event-store';
import { ledgersInAll } from '#ledger';
import type { Outbox } from '#outbox';
import type { Parked, ParkedFigure } from '#parked';
import { howManyOffices, standings, unreadOffices, type Standing } from '#projection';
import type { Pool } from 'pg';
import type { OfficeClock } from '../../runtime/src/index.js';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export const registry = new Registry();

const appended = new Counter({
  name: 'minh_bach_events_appended_total',
  help: 'Events committed',
  registers: [registry],
});
const groupSize = new Histogram({
  name: 'minh_bach_append_group_commands',
  help: 'Commands in one commit',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
  registers: [registry],
});
const appendSeconds = new Histogram({
  name: 'minh_bach_append_seconds',
  help: 'From submitting an append to its verdict',
  buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
  registers: [registry],
});
export const refusals = new Counter({
  name: 'minh_bach_refusals_total',
  help: 'Refusals by code',
  labelNames: ['code'],
  registers: [registry],
});

export function observeGroup({ commands, events, latencies }: GroupReport): void {
  groupSize.observe(commands);
  appended.inc(events);
  for (const ms of latencies) appendSeconds.observe(ms / 1_000);
}

/** What can't be asked now is left out: the other figures are still wanted, then more than ever. */
const answered = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);

type Figure<T> = (of: T) => number;

/** However many offices there are, so many series of a kind at most; all of one office are told by `mb doctor`. */
const WORST = 20;
const MOST_COUNTED = 10_000;
const worst = <T>(all: readonly T[], figure: Figure<T>): T[] =>
  all.toSorted((a, b) => figure(b) - figure(a)).slice(0, WORST);
const WAYS_TO_FAIL = ['failing', 'stuck', 'refused', 'givenUp'] as const;

/** Gauges that are read when the metrics are: lag, failed work, lateness. */
export function watch(
  pool: Pool,
  { parked, outbox }: { parked: Pick<Parked, 'figures'>; outbox: Pick<Outbox, 'figures'> },
  queueCounts: () => Promise<Record<string, number>>,
  clock: Pick<OfficeClock, 'now' | 'doubt'>,
  awaited: () => Promise<AwaitedCalendar[]>,
): void {
  if (registry.getSingleMetric('minh_bach_queue_jobs')) return; // a second API of this process
  collectDefaultMetrics({ register: registry });
  const ofAll = (name: string, help: string, figure: () => Promise<number>) =>
    new Gauge({
      name: `minh_bach_${name}`,
      help,
      registers: [registry],
      async collect() {
        this.set((await answered(figure())) ?? Number.NaN);
      },
    });
  ofAll('offices', 'Offices that were founded', () => howManyOffices(pool));
  const unread = () => unreadOffices(pool, '', MOST_COUNTED);
  ofAll('offices_unread', 'Offices in which a reader has not seen all yet, 10,000 at most', async () => {
    return (await unread()).length;
  });
  const ofReaders = (
    name: string,
    help: string,
    which: () => Promise<Standing[]>,
    figure: Figure<Standing>,
  ) =>
    new Gauge({
      name: `minh_bach_projection_${name}`,
      help: `${help}; of the worst ${WORST}`,
      labelNames: ['office', 'projection'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const standing of worst((await answered(which())) ?? [], figure))
          this.set({ office: standing.office, projection: standing.projection }, figure(standing));
      },
    });
  ofReaders(
    'lag_events',
    'Events a projection is behind, where it is',
    async () => standings(pool, { offices: (await unread()).slice(0, WORST) }),
    ({ behind }) => behind,
  );
  ofReaders(
    'stopped',
    '1 when a projection stands at an event it can’t handle',
    () => standings(pool, { stopped: true, limit: WORST }),
    () => 1,
  );
  ofAll('ledger_size', 'Events under signed checkpoints, of all offices', async () => {
    return (await ledgersInAll(pool, 0)).size;
  });
  ofAll('ledger_alarm', 'Offices where sealing has stopped at what no honest service writes', async () => {
    return (await ledgersInAll(pool, 0)).stopped;
  });
  const failed = (name: string, help: string, figure: Figure<ParkedFigure>) =>
    new Gauge({
      name: `minh_bach_failed_work_${name}`,
      help: `${help}; of the worst ${WORST}`,
      labelNames: ['office', 'worker'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const one of worst((await answered(parked.figures())) ?? [], figure))
          this.set({ office: one.office, worker: one.worker }, figure(one));
      },
    });
  failed('waiting', 'Work that failed and is tried again by itself', ({ waiting }) => waiting);
  failed('parked', 'Work that failed so often that it waits for an operator', (one) => one.parked);
  new Gauge({
    name: 'minh_bach_clock_doubted_seconds',
    help: 'How far the database’s clock is ahead of the time that is believed; 0 where it is believed',
    registers: [registry],
    collect() {
      this.set((clock.doubt?.aheadMs ?? 0) / 1_000);
    },
  });
  new Gauge({
    name: 'minh_bach_undelivered_messages',
    help: 'Messages that do not get out: failing, stuck, refused, given up; of all offices',
    labelNames: ['channel', 'how'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const figure of (await answered(outbox.figures(clock.now()))) ?? [])
        for (const how of WAYS_TO_FAIL) this.inc({ channel: figure.channel, how }, figure[how]);
    },
  });
  new Gauge({
    name: 'minh_bach_queue_jobs',
    help: 'Wake-ups by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries((await answered(queueCounts())) ?? {}))
        this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'minh_bach_calendar_awaited',
    help: 'Occurrences that wait for the calendar of a year, in the first 20 offices where some do',
    labelNames: ['office', 'year'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { office, year, occurrences } of (await answered(awaited())) ?? [])
        this.set({ office, year }, occurrences);
    },
  });
  new Gauge({
    name: 'minh_bach_deadline_lateness_seconds',
    help: 'How long the oldest due step of all offices has waited for a worker',
    registers: [registry],
    async collect() {
      const found = await answered(
        pool.query<{ at: Date | null }>(`select min(at) as at from next_alarm where at > '-infinity'`),
      );
      const at = found?.rows[0]?.at;
      if (!found) this.set(Number.NaN);
      else this.set(at ? Math.max(0, (clock.now().getTime() - at.getTime()) / 1_000) : 0);
    },
  });
}

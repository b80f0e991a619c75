import type { AwaitedCalendar } from '#deadline';
import type { GroupReport } from '#event-store';
import { allHeads, type Head } from '#ledger';
import type { Outbox } from '#outbox';
import type { Parked, ParkedFigure } from '#parked';
import { standings, type Standing } from '#projection';
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
  const perProjection = (name: string, help: string, figure: (standing: Standing) => number) =>
    new Gauge({
      name: `minh_bach_projection_${name}`,
      help,
      labelNames: ['office', 'projection'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const standing of (await answered(standings(pool))) ?? [])
          this.set({ office: standing.office, projection: standing.projection }, figure(standing));
      },
    });
  perProjection('lag_events', 'Events a projection is behind', ({ behind }) => behind);
  perProjection('stopped', '1 when a projection stands at an event it can’t handle', ({ stoppedAt }) =>
    stoppedAt === null ? 0 : 1,
  );
  const ledger = (name: string, help: string, figure: (head: Head) => number) =>
    new Gauge({
      name: `minh_bach_ledger_${name}`,
      help,
      labelNames: ['office'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const head of (await answered(allHeads(pool))) ?? [])
          this.set({ office: head.office }, figure(head));
      },
    });
  ledger('size', 'Events under the signed checkpoint', ({ size }) => size);
  ledger('alarm', '1 when sealing has stopped at what no honest service writes', ({ alarm }) =>
    alarm === null ? 0 : 1,
  );
  const failed = (name: string, help: string, figure: (of: ParkedFigure) => number) =>
    new Gauge({
      name: `minh_bach_failed_work_${name}`,
      help,
      labelNames: ['office', 'worker'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const one of (await answered(parked.figures())) ?? [])
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
    help: 'Messages that do not get out: failing, stuck, refused, given up',
    labelNames: ['office', 'channel', 'how'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { office, channel, ...figures } of (await answered(outbox.figures(clock.now()))) ?? [])
        for (const [how, count] of Object.entries(figures)) this.set({ office, channel, how }, count);
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
    help: 'Occurrences that wait for the calendar of a year',
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
    help: 'How long the oldest due step has waited for a worker',
    registers: [registry],
    async collect() {
      const found = await answered(
        pool.query<{ at: Date | null }>('select min(wake_at) as at from rm_agenda.occurrence'),
      );
      const at = found?.rows[0]?.at;
      if (!found) this.set(Number.NaN);
      else this.set(at ? Math.max(0, (clock.now().getTime() - at.getTime()) / 1_000) : 0);
    },
  });
}

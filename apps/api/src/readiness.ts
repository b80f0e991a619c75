import { isoOffset } from '#kernel';
import { ledgersInAll } from '#ledger';
import type { OutboxFigure } from '#outbox';
import type { ParkedFigure } from '#parked';
import { howManyStopped, standings, type Standing } from '#projection';
import type { WakeQueue } from '#queue';
import { calendarOutlook, type CalendarOutlook, type Runtime } from '../../runtime/src/index.js';

/** No list is longer, however much is wrong. */
const MOST = 20;
/** A worker shows itself every ten seconds. */
export const WORKER_GONE_S = 60;

/** Whether this process serves, and what is wrong behind it, in lists of at most 20. Figures alone: anybody may ask. */
export interface Readiness {
  /** `degraded`: it serves, but something waits for an operator (`mb doctor` says what). */
  status: 'ready' | 'degraded';
  clock: string;
  simulatedClock: boolean;
  /** The database's clock has jumped by so much, and the time goes on as before until it is confirmed (`mb confirm-clock`). */
  clockDoubt: { aheadSeconds: number; since: string | null } | null;
  /** For how long no worker has shown itself, seconds; null: none ever did. Without one nothing is recorded when it is due. */
  workerUnseenFor: number | null;
  /** Readers that stand at an event. */
  stopped: Standing[];
  /** Offices whose ledger refuses what no honest service writes. */
  ledgerAlarms: { office: string; alarm: string }[];
  /** Work that failed, by office and worker. */
  failing: ParkedFigure[];
  /** Years without a calendar that have begun or begin within 90 days, and what waits for one. */
  calendars: CalendarOutlook;
  /** What does not get out of the house, by office and channel. */
  undelivered: OutboxFigure[];
  /** How many entries the lists leave out. */
  leftOut: number;
  queue: Record<string, number> | 'unreachable';
}

/**
 * Of a process that has begun to serve; fails where the database does not answer: then it can't. A worker that begins along
 * with it has `workerGraceS` seconds to show itself.
 */
export async function readiness(
  { pool, clock, calendar, parked, outbox }: Runtime,
  wakeUps: Pick<WakeQueue, 'counts'>,
  workerGraceS: number,
): Promise<Readiness> {
  const stopped = await standings(pool, { stopped: true, limit: MOST });
  const ledgers = await ledgersInAll(pool, MOST);
  const failing = await parked.figures();
  // What a recipient refuses or can't receive is no fault of this service; it stays in the log of deliveries.
  const undelivered = (await outbox.figures(clock.now())).filter(
    ({ failing, stuck, givenUp }) => failing + stuck + givenUp > 0,
  );
  const queue = await wakeUps.counts().catch(() => 'unreachable' as const); // it is told so
  const calendars = await calendarOutlook({ pool, clock, calendar });
  const lengths = [
    await howManyStopped(pool),
    ledgers.stopped,
    ...[failing, undelivered, calendars.missingYears].map(({ length }) => length),
  ];
  const workerUnseenFor = await clock.secondsWithoutWorker();
  const { doubt } = clock;
  const atWork =
    process.uptime() <= workerGraceS || (workerUnseenFor !== null && workerUnseenFor <= WORKER_GONE_S);
  const fine =
    atWork && doubt === undefined && lengths.every((length) => length === 0) && queue !== 'unreachable';
  return {
    status: fine ? 'ready' : 'degraded',
    clock: isoOffset(clock.now()),
    simulatedClock: clock.simulated,
    clockDoubt: doubt
      ? { aheadSeconds: Math.round(doubt.aheadMs / 1_000), since: doubt.since && isoOffset(doubt.since) }
      : null,
    workerUnseenFor,
    stopped,
    ledgerAlarms: ledgers.alarms,
    failing: failing.slice(0, MOST),
    calendars,
    undelivered: undelivered.slice(0, MOST),
    leftOut: lengths.reduce((sum, length) => sum + Math.max(0, length - MOST), 0),
    queue,
  };
}

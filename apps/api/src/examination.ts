import { missingYears } from '#calendar';
import { isoOffset } from '#kernel';
import { findHead } from '#ledger';
import { standings } from '#projection';
import type { WakeQueue } from '#queue';
import type { Runtime } from '../../runtime/src/index.js';
import type { FINDINGS } from './office-care.shapes.js';
import { WORKER_GONE_S } from './readiness.js';

interface Finding {
  code: (typeof FINDINGS)[number];
  /** Which reader, channel, worker or year. */
  about: string | null;
  /** How much, or for how many seconds. */
  figure: number | null;
  said: string | null;
}

/** What is broken, missing or waiting in an office, as `mb doctor --office` says it, and the figures behind (khám hệ thống). */
export async function examine(
  { pool, clock, officeCalendars, parked, outbox }: Runtime,
  wakeUps: Pick<WakeQueue, 'counts'>,
  office: string,
) {
  const now = clock.now();
  const [calendar, readers, parkedAll, undelivered, head, workerUnseenFor, queue] = await Promise.all([
    officeCalendars.current(office),
    standings(pool, { offices: [office] }),
    parked.figures(),
    outbox.figures(now),
    findHead(pool, office),
    clock.secondsWithoutWorker(),
    wakeUps.counts().catch(() => null), // that it does not answer is a finding
  ]);
  const failed = parkedAll.filter((figure) => figure.office === office);
  const channels = undelivered.filter((figure) => figure.office === office);
  const finding = (code: Finding['code'], more: Partial<Finding> = {}): Finding => ({
    code,
    about: null,
    figure: null,
    said: null,
    ...more,
  });
  const findings: Finding[] = [
    ...(workerUnseenFor === null || workerUnseenFor > WORKER_GONE_S
      ? [finding('worker_unseen', { figure: workerUnseenFor })]
      : []),
    ...(clock.doubt
      ? [finding('clock_doubted', { figure: Math.round(Math.abs(clock.doubt.aheadMs) / 1_000) })]
      : []),
    ...(head?.alarm ? [finding('ledger_alarm', { said: head.alarm })] : []),
    ...(queue === null ? [finding('queue_unreachable')] : []),
    ...readers.flatMap(({ projection, stoppedAt, error }) =>
      stoppedAt === null
        ? []
        : [finding('reader_stopped', { about: projection, figure: stoppedAt, said: error })],
    ),
    ...failed.flatMap(({ worker, waiting, parked: given }) => [
      ...(given > 0 ? [finding('work_parked', { about: worker, figure: given })] : []),
      ...(waiting > 0 ? [finding('work_failing', { about: worker, figure: waiting })] : []),
    ]),
    ...missingYears(calendar, now).map((year) => finding('calendar_missing', { about: String(year) })),
    ...channels.flatMap(({ channel, failing, stuck, givenUp }) =>
      failing + stuck + givenUp > 0
        ? [finding('undelivered', { about: channel, figure: failing + stuck + givenUp })]
        : [],
    ),
  ];
  return {
    at: isoOffset(now),
    fine: findings.length === 0,
    findings,
    readers: readers.map(({ projection: name, behind, stoppedAt }) => ({
      name,
      behind,
      stopped: stoppedAt !== null,
    })),
    failed: failed.map(({ worker, waiting, parked: given, failingSince }) => ({
      worker,
      waiting,
      parked: given,
      failingSince: isoOffset(failingSince),
    })),
    outbox: channels.map(({ channel, failing, stuck, refused, givenUp }) => ({
      channel,
      failing,
      stuck,
      refused,
      givenUp,
    })),
    ledger: head ? { size: head.size, sealedAt: head.sealedAt && isoOffset(head.sealedAt) } : null,
    workerUnseenFor,
    queue,
  };
}

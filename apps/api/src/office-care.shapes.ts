import { is } from '#kernel';

export const FINDINGS = [
  'worker_unseen',
  'clock_doubted',
  'reader_stopped',
  'work_parked',
  'work_failing',
  'calendar_missing',
  'undelivered',
  'ledger_alarm',
  'queue_unreachable',
] as const;

/** What is broken, missing or waiting in an office's service (khám hệ thống). */
export const Examination = is.named('Examination', {
  at: is.instant,
  fine: is.flag,
  findings: is.list(
    is.object({
      code: is.oneOf(FINDINGS),
      about: is.orNull(is.line),
      figure: is.orNull(is.position),
      said: is.orNull(is.prose),
    }),
  ),
  readers: is.list(is.object({ name: is.code, behind: is.count, stopped: is.flag })),
  failed: is.list(
    is.object({ worker: is.code, waiting: is.count, parked: is.count, failingSince: is.instant }),
  ),
  outbox: is.list(
    is.object({
      channel: is.code,
      failing: is.count,
      stuck: is.count,
      refused: is.count,
      givenUp: is.count,
    }),
  ),
  ledger: is.orNull(is.object({ size: is.position, sealedAt: is.orNull(is.instant) })),
  workerUnseenFor: is.orNull(is.count),
  /** Wake-ups of the whole installation, by state; null where the queue does not answer. */
  queue: is.orNull(is.byName(is.count)),
});

/** Work that failed, and when it is tried again; null: no more by itself. */
export const ParkedList = is.all(
  is.named('ParkedWork', {
    worker: is.code,
    subject: is.code,
    item: is.code,
    what: is.line,
    error: is.prose,
    attempts: is.count,
    firstFailedAt: is.instant,
    lastFailedAt: is.instant,
    nextTry: is.orNull(is.instant),
  }),
);
export const Retried = is.named('Retried', { count: is.count });

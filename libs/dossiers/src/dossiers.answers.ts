import { dueAnswer } from '#deadline';
import { isoOffset } from '#kernel';
import { hasPassed } from '#overdue';
import type { Archive } from './archive/archive.js';
import { paymentStanding, type Fee, type Refund } from './dossier/payments.js';
import { isLate, lateBy, type Dossier } from './dossier/dossier.js';
import { rulesOf } from './rules/one-stop-rules.js';
import type { ShownDossier } from './read/dossiers.queries.js';

const instant = (at: Date | string | null): string | null => (at === null ? null : isoOffset(new Date(at)));

/** Until when a dossier is paused, and whether that has passed by the times, recorded or not. */
export interface PauseShown {
  until: string | null;
  overdue: boolean;
}

export const pauseShown = ({ status, work }: Dossier, now: Date): PauseShown | null =>
  status === 'paused' && work?.pause
    ? { until: instant(work.pause.until), overdue: hasPassed(work.pause.until, now) }
    : null;

/** A dossier in a list, with the working minutes left to it. */
export function listAnswer(row: ShownDossier, leftMinutes: number | null, pause: PauseShown | null) {
  const { submitted_at, received_at, due, ended_at, returned_at, apologised_at, reappointed, ...rest } = row;
  return {
    id: rest.id,
    version: rest.version,
    code: rest.code,
    status: rest.status,
    procedure: { code: rest.procedure_code, name: rest.procedure_name, field: rest.field },
    channel: rest.channel,
    applicantId: rest.applicant_id,
    submittedAt: instant(submitted_at),
    receivedAt: instant(received_at),
    due: instant(due),
    awaitsCalendar: rest.awaits_calendar,
    remainingWorkingMinutes: leftMinutes,
    pause,
    endedAt: instant(ended_at),
    returnedAt: instant(returned_at),
    step: rest.step,
    stepName: rest.step_name,
    holder: { personId: rest.holder, postId: rest.holder_post },
    offeredTo: rest.offered,
    overdue: rest.overdue,
    late: rest.late,
    apology: rest.apology,
    apologisedAt: instant(apologised_at),
    reappointed: instant(reappointed),
    supplement: rest.supplement,
    fee: rest.fee,
    paidBy: rest.paid_by,
    digitised: rest.digitised,
  };
}

/** A dossier whole, with its clock. */
export function dossierAnswer(state: Dossier, leftMinutes: number | null, now: Date) {
  const { work, said: _said, ...rest } = lateBy(state, now);
  if (!work) return { ...rest, work: null };
  const {
    ran: _ran,
    turns: _turns,
    askedAt: _askedAt,
    due,
    awaits,
    receivedAt,
    startedAt,
    stepDue,
    stepStartedAt,
    pause: _pause,
    paid: _paid,
    payments: _payments,
    refunds = [],
    archive,
    parcels = [],
    ...others
  } = work;
  const { reappointed, apologyOwedAt, ...facts } = others;
  const late = isLate(state, now);
  return {
    ...rest,
    ...facts,
    overdue: late,
    late,
    ...dueAnswer(awaits === undefined ? { due } : { due, awaits }),
    receivedAt: instant(receivedAt),
    startedAt: instant(startedAt),
    stepDue: instant(stepDue),
    stepStartedAt: instant(stepStartedAt),
    reappointed: instant(reappointed),
    apologyOwedAt: instant(apologyOwedAt),
    rules: rulesOf(state, now).basis.mechanism,
    remainingWorkingMinutes: leftMinutes,
    pause: pauseShown(state, now),
    payment: paymentShown(work, now),
    refunds: refunds.map(refundShown),
    archive: archive ? archiveShown(archive) : null,
    parcels: [...parcels],
  };
}

const archiveShown = ({ packed: { at, sha256, bytes }, handedOver }: Archive) => ({
  ...{ at: isoOffset(new Date(at)), sha256, bytes },
  handedOver: handedOver && {
    ...{ receiver: handedOver.receiver, receipt: handedOver.receipt, day: handedOver.day, by: handedOver.by },
  },
});

const refundShown = ({ refundId, amount, receipt, at, returned }: Refund) => ({
  ...{ refundId, amount, receipt, at: isoOffset(new Date(at)) },
  returned: returned && { ...returned, at: isoOffset(new Date(returned.at)) },
});

/** How it stands with a payment online. */
export function paymentShown(fee: Fee, now: Date) {
  const standing = paymentStanding(fee, now);
  return standing && { ...standing, at: isoOffset(new Date(standing.at)) };
}

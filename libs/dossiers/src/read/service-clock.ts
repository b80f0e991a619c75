import { hasPassed } from '#overdue';
import type { Dossier } from '../dossier/dossier.js';
import type { DossierEvent } from '../dossier/dossier.events.js';

/**
 * A dossier's time as set 766 counts it (đồng hồ của Bộ chỉ số 766), beside R16: what a supplement took is taken off, where
 * R14 starts the full time again, and a second request for one makes it late. Instants as ISO texts.
 */
export interface ServiceClock {
  /** When its time is over; while it stands still, what that was before. */
  due: string | null;
  stoodSince: string | null;
  /** From when on it is late, once an event has found it so. */
  lateAt: string | null;
}

export const NO_CLOCK: ServiceClock = { due: null, stoodSince: null, lateAt: null };

/** The clock after an event on a dossier that stood like this before it. */
export function serviceClockAfter(
  clock: ServiceClock,
  before: Dossier,
  event: DossierEvent,
  at: Date,
): ServiceClock {
  const ranOut = before.status === 'in_progress' && clock.lateAt === null && hasPassed(clock.due, at);
  return changed(ranOut ? { ...clock, lateAt: clock.due } : clock, before, event, at.toISOString());
}

function changed(
  clock: ServiceClock,
  { work }: Dossier,
  { type, data }: DossierEvent,
  at: string,
): ServiceClock {
  switch (type) {
    case 'DossierReceived':
      return { ...NO_CLOCK, due: data.due };
    case 'SupplementRequested': {
      const second = work !== null && work.supplement !== 'never';
      return { ...clock, stoodSince: at, lateAt: clock.lateAt ?? (second ? at : null) };
    }
    case 'SupplementAnswered': {
      const { due, stoodSince } = clock;
      const took = due === null ? data.due : later(due, stoodSince ?? at, at);
      return { ...clock, stoodSince: null, due: took };
    }
    case 'DossierPaused':
      return { ...clock, stoodSince: at };
    case 'DossierResumed':
      return { ...clock, stoodSince: null, due: resumed(clock, work?.due ?? null, data.due, at) };
    case 'DossierDueMoved':
    case 'DossierDueSet':
      return { ...clock, due: moved(clock.due, work?.due ?? null, data.due, at) };
    case 'DossierTakenOver': {
      const { status, work: taken } = data.dossier;
      if (!taken) return NO_CLOCK;
      const stands = status === 'awaiting_supplement' || status === 'paused';
      return {
        due: taken.due,
        stoodSince: stands ? at : null,
        lateAt: taken.late || taken.overdue ? at : null,
      };
    }
    case 'ApologyGiven':
    case 'ApologyOwed':
    case 'ArchivePackageMade':
    case 'ContactLogged':
    case 'DossierArchived':
    case 'DossierEscalated':
    case 'DossierOverdue':
    case 'DossierRated':
    case 'DossierRefused':
    case 'DossierRejected':
    case 'DossierStopped':
    case 'DossierSubmitted':
    case 'DossierTransferred':
    case 'DossierWarned':
    case 'DossierWithdrawn':
    case 'FeeExempted':
    case 'FeePaid':
    case 'FeeRefunded':
    case 'RefundOwed':
    case 'HandOverDeclined':
    case 'PauseEscalated':
    case 'PauseOverdue':
    case 'PauseReminded':
    case 'PaymentBegun':
    case 'PostStateRecorded':
    case 'PaymentFailed':
    case 'ResultDigitised':
    case 'ResultReturned':
    case 'ResultSigned':
    case 'StepAccepted':
    case 'StepHandedOver':
    case 'StepOverdue':
      return clock;
  }
}

/** After a pause it is the new appointment or, where a supplement has parted the two, later by as long as it stood. */
function resumed(
  { due, stoodSince }: ServiceClock,
  appointed: string | null,
  to: string | null,
  at: string,
): string | null {
  return due === null || due === appointed ? to : later(due, stoodSince ?? at, at);
}

/** Moved by as much as the appointment, never to before the act that moves it; what was not known yet is known by it. */
function moved(due: string | null, from: string | null, to: string | null, at: string): string | null {
  if (due === null) return to;
  if (from === null || to === null) return due;
  const end = later(due, from, to);
  return end < at ? at : end;
}

/** An instant, later by what lies between two others. */
const later = (instant: string, from: string, to: string): string =>
  new Date(Date.parse(instant) + Date.parse(to) - Date.parse(from)).toISOString();

import { isOf, type StoredEvent } from '#event-store';
import type { DossierEvent } from '../dossier/dossier.events.js';
import { dossier, type Dossier } from '../dossier/dossier.js';
import type { Answers } from '../survey/satisfaction.js';
import { NO_PAPERS, papersAfter, type Papers } from './papers.js';
import { NO_CLOCK, serviceClockAfter, type ServiceClock } from './service-clock.js';
import { pastDossier, type PastDossier, type PastDossierEvent } from '../history/past-dossier.js';

/** A dossier as its events leave it for lists and figures: its state, and what they need besides. */
export interface SeenDossier {
  id: string;
  version: number;
  state: Dossier;
  /** One of another system's log: its times are what that log says. */
  past: PastSeen | null;
  submittedAt: string | null;
  /** When the office's own part ended: signed, refused, rejected, withdrawn or stopped. */
  endedAt: string | null;
  returnedAt: string | null;
  apologisedAt: string | null;
  apologyLate: boolean;
  supplementLate: boolean;
  paidBy: string | null;
  /** How many times money that came in is owed back. */
  refundsOwed: number;
  /** A file of the result is held; its duty may be done without one, with a reason. */
  digitised: boolean;
  /** The archive has it, by its record. */
  archived: boolean;
  score: number | null;
  ratedAt: string | null;
  /** What was answered to the survey's questions. */
  answers: Answers | null;
  papers: Papers;
  /** Its time as set 766 counts it. */
  service: ServiceClock;
}

/** What lists show of a dossier of another system's log. */
export interface PastSeen extends Omit<PastDossier, 'caseId' | 'source' | 'steps'> {
  code: string;
  steps: number;
  lastStep: string | null;
}

/** A dossier before anything is known of it. */
export const unseen = (id: string): SeenDossier => ({
  id,
  version: 0,
  state: dossier.initial,
  past: null,
  submittedAt: null,
  endedAt: null,
  returnedAt: null,
  apologisedAt: null,
  apologyLate: false,
  supplementLate: false,
  paidBy: null,
  refundsOwed: 0,
  digitised: false,
  archived: false,
  score: null,
  ratedAt: null,
  answers: null,
  papers: NO_PAPERS,
  service: NO_CLOCK,
});

/** Folds one event of a dossier. */
export function foldSeen(known: SeenDossier | undefined, event: StoredEvent): SeenDossier {
  const seen = { ...(known ?? unseen(event.subject)), version: event.version };
  if (isPast(event)) return { ...seen, past: pastAfter(seen.past, event) };
  if (!isOf(dossier, event)) return seen;
  const state = dossier.evolve(seen.state, event, event.recordedAt);
  return {
    ...seen,
    state,
    ...besides(seen, event, event.recordedAt.toISOString()),
    papers: papersAfter(seen.papers, event),
    service: serviceClockAfter(seen.service, seen.state, event, event.recordedAt),
  };
}

const isPast = (event: StoredEvent): event is StoredEvent & PastDossierEvent =>
  isOf(pastDossier, event) && (event.type === 'PastDossierImported' || event.type === 'PastStepsAdded');

function pastAfter(past: PastSeen | null, { type, data }: PastDossierEvent): PastSeen | null {
  if (type === 'PastStepsAdded')
    return past && { ...past, steps: past.steps + data.steps.length, lastStep: data.lastStep };
  const { source, caseId, procedure, unit, channel, startedAt, due, endedAt, late, steps } = data;
  return {
    ...{ code: `${source}/${caseId}`, procedure, unit, channel, startedAt, due, endedAt, late },
    steps: steps.length,
    lastStep: steps.at(-1)?.activity ?? null,
  };
}

/** What lists and figures need of an event that a dossier's state has no need of. */
function besides(seen: SeenDossier, { type, data }: DossierEvent, at: string): Partial<SeenDossier> {
  switch (type) {
    case 'DossierSubmitted':
      return { submittedAt: at };
    case 'DossierRefused':
    case 'DossierRejected':
    case 'DossierWithdrawn':
    case 'DossierStopped':
      return { endedAt: at };
    case 'SupplementRequested':
      return { supplementLate: data.late };
    case 'ResultSigned':
      return { endedAt: at, digitised: seen.digitised || data.fileId !== null };
    case 'ResultDigitised':
      return { digitised: seen.digitised || data.fileId !== null };
    case 'FeePaid':
      return { paidBy: data.method };
    case 'FeeExempted':
      return { paidBy: 'exempt' };
    case 'RefundOwed':
      return { refundsOwed: seen.refundsOwed + 1 };
    case 'FeeRefunded':
      return { refundsOwed: seen.refundsOwed - 1 };
    case 'DossierArchived':
      return { archived: true };
    case 'ResultReturned':
      return { returnedAt: at };
    case 'DossierRated':
      return { score: data.score, ratedAt: at, answers: data.answers ?? null };
    case 'ApologyGiven':
      return { apologisedAt: seen.apologisedAt ?? at, apologyLate: seen.apologyLate || data.late };
    case 'DossierTakenOver':
      return {
        digitised: data.dossier.work?.digitised ?? false,
        refundsOwed: data.dossier.work?.refunds?.filter(({ returned }) => returned === null).length ?? 0,
      };
    case 'DossierTransferred':
      return { refundsOwed: 0 };
    case 'ApologyOwed':
    case 'ArchivePackageMade':
    case 'ContactLogged':
    case 'DossierDueMoved':
    case 'DossierDueSet':
    case 'DossierEscalated':
    case 'DossierOverdue':
    case 'DossierPaused':
    case 'DossierReceived':
    case 'DossierResumed':
    case 'DossierWarned':
    case 'HandOverDeclined':
    case 'PaymentBegun':
    case 'PaymentFailed':
    case 'PostStateRecorded':
    case 'PauseReminded':
    case 'PauseOverdue':
    case 'PauseEscalated':
    case 'StepAccepted':
    case 'StepHandedOver':
    case 'StepOverdue':
    case 'SupplementAnswered':
      return {};
  }
}

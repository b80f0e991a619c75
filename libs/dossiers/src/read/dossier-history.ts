import { isOf, type StoredEvent } from '#event-store';
import { hasPassed } from '#overdue';
import { isOver } from '../dossier/over.js';
import { dossier } from '../dossier/dossier.js';
import { papersAfter } from './papers.js';
import type { DossierEvent, Of } from '../dossier/dossier.events.js';

/**
 * How a dossier stands for whoever counts: its time runs, it waits (for a supplement, another office, a pause), it ended in
 * one of four ways; `elsewhere`: it was not received here, or is another office's by now.
 */
export type Standing = 'running' | 'waiting' | 'signed' | 'rejected' | 'withdrawn' | 'stopped' | 'elsewhere';

/** What reports count of a dossier, as an event left it; instants as ISO texts. */
export interface CountedDossier {
  code: string | null;
  procedure_code: string;
  field: string;
  channel: string;
  received_at: string | null;
  due: string | null;
  ended_at: string | null;
  standing: Standing;
  /** A time of it ran out before it ended: so it stays, recorded or not (R16). */
  late: boolean;
  /** All papers that it came with are held digitised; one was used again; its result is held. */
  papers_held: boolean;
  papers_reused: boolean;
  result_held: boolean;
}

/** The types after which a dossier may be counted otherwise than before. */
export const COUNTED_EVENTS: readonly DossierEvent['type'][] = [
  'DossierSubmitted',
  'DossierReceived',
  'SupplementRequested',
  'SupplementAnswered',
  'DossierPaused',
  'DossierResumed',
  'DossierDueMoved',
  'DossierDueSet',
  'DossierRejected',
  'DossierWithdrawn',
  'DossierStopped',
  'ResultSigned',
  'ResultDigitised',
  'DossierTransferred',
  'DossierTakenOver',
];

const UNKNOWN: CountedDossier = {
  code: null,
  procedure_code: '',
  field: '',
  channel: 'counter',
  received_at: null,
  due: null,
  ended_at: null,
  standing: 'elsewhere',
  late: false,
  papers_held: false,
  papers_reused: false,
  result_held: false,
};

/** Folds one event of a dossier into what is counted of it. */
export function countedAfter(known: CountedDossier | undefined, event: StoredEvent): CountedDossier {
  const before = noticed(known ?? UNKNOWN, event.recordedAt);
  return isOf(dossier, event)
    ? digitised(changed(before, event, event.recordedAt.toISOString()), event)
    : before;
}

/** What of it is held digitised after an event (số hóa hồ sơ, kết quả). */
function digitised(counted: CountedDossier, event: DossierEvent): CountedDossier {
  const { held, reused } = papersAfter({ held: counted.papers_held, reused: counted.papers_reused }, event);
  const { type, data } = event;
  const result = (type === 'ResultSigned' || type === 'ResultDigitised') && data.fileId !== null;
  return {
    ...counted,
    papers_held: held,
    papers_reused: reused,
    result_held: counted.result_held || result,
  };
}

const noticed = (counted: CountedDossier, at: Date): CountedDossier =>
  counted.standing === 'running' && hasPassed(counted.due, at) ? { ...counted, late: true } : counted;

function changed(counted: CountedDossier, { type, data }: DossierEvent, at: string): CountedDossier {
  switch (type) {
    case 'DossierSubmitted':
      return { ...counted, channel: 'online' };
    case 'DossierReceived': {
      const { code, procedure, due } = data;
      const channel = counted.channel === 'online' ? 'online' : data.channel;
      const { code: procedure_code, field } = procedure;
      return { ...counted, code, procedure_code, field, channel, due, received_at: at, standing: 'running' };
    }
    case 'SupplementRequested':
    case 'DossierPaused':
      return { ...counted, standing: 'waiting' };
    case 'SupplementAnswered':
    case 'DossierResumed':
      return { ...counted, due: data.due, standing: 'running' };
    case 'DossierDueMoved':
    case 'DossierDueSet':
      return { ...counted, due: data.due };
    case 'ResultSigned':
      return { ...counted, ended_at: at, standing: 'signed' };
    case 'DossierRejected':
      return { ...counted, ended_at: at, standing: 'rejected' };
    case 'DossierWithdrawn':
      return { ...counted, ended_at: at, standing: 'withdrawn' };
    case 'DossierStopped':
      return { ...counted, ended_at: at, standing: 'stopped' };
    case 'DossierTransferred':
      return isOver(data.was) ? counted : { ...counted, standing: 'elsewhere' };
    case 'DossierTakenOver':
      return takenOver(data.dossier);
    case 'ApologyGiven':
    case 'ApologyOwed':
    case 'ArchivePackageMade':
    case 'ContactLogged':
    case 'DossierArchived':
    case 'DossierEscalated':
    case 'DossierOverdue':
    case 'DossierRated':
    case 'DossierRefused':
    case 'DossierWarned':
    case 'FeeExempted':
    case 'FeePaid':
    case 'FeeRefunded':
    case 'RefundOwed':
    case 'PaymentBegun':
    case 'PaymentFailed':
    case 'HandOverDeclined':
    case 'ResultDigitised':
    case 'ResultReturned':
    case 'StepAccepted':
    case 'StepHandedOver':
    case 'PostStateRecorded':
    case 'PauseReminded':
    case 'PauseOverdue':
    case 'PauseEscalated':
    case 'StepOverdue':
      return counted;
  }
}

/** What was ended by an office before is counted by that office. */
function takenOver({ status, channel, work }: Of<'DossierTakenOver'>['dossier']): CountedDossier {
  if (!work) return { ...UNKNOWN, channel };
  const { code, procedure, receivedAt, due, late, overdue } = work;
  const open = status === 'in_progress' ? 'running' : 'waiting';
  const ended = status === 'result_ready' || isOver(status);
  return {
    code,
    procedure_code: procedure.code,
    field: procedure.field,
    channel,
    received_at: receivedAt,
    due,
    ended_at: null,
    standing: ended ? 'elsewhere' : open,
    late: late || overdue,
    // By `digitised`, as of every event.
    papers_held: false,
    papers_reused: false,
    result_held: work.digitised,
  };
}

import type { StoredEvent } from '#event-store';
import type { Dossier } from '../dossier/dossier.js';
import type { Of } from '../dossier/dossier.events.js';
import type { PastDossier } from '../history/past-dossier.js';
import { lateBy } from './late-row.js';

/** A dossier as lists and figures need it; instants as ISO texts. No name or number of a person is in it. */
export interface DossierRow {
  id: string;
  version: number;
  code: string | null;
  status: string;
  procedure_code: string;
  procedure_name: string;
  field: string;
  channel: string;
  applicant_id: string | null;
  submitted_at: string | null;
  received_at: string | null;
  due: string | null;
  ended_at: string | null;
  returned_at: string | null;
  step: number;
  step_name: string | null;
  holder: string | null;
  holder_post: string | null;
  offered: string | null;
  overdue: boolean;
  late: boolean;
  apology: string;
  apologised_at: string | null;
  apology_late: boolean;
  reappointed: string | null;
  supplement: string;
  supplement_late: boolean;
  fee: number;
  paid_by: string | null;
  digitised: boolean;
  score: number | null;
  past: boolean;
  /** The names of its steps, for the one at hand. */
  steps: string[];
}

const blank = (id: string): DossierRow => ({
  id,
  version: 0,
  code: null,
  status: 'none',
  procedure_code: '',
  procedure_name: '',
  field: '',
  channel: 'counter',
  applicant_id: null,
  submitted_at: null,
  received_at: null,
  due: null,
  ended_at: null,
  returned_at: null,
  step: 0,
  step_name: null,
  holder: null,
  holder_post: null,
  offered: null,
  overdue: false,
  late: false,
  apology: 'none',
  apologised_at: null,
  apology_late: false,
  reappointed: null,
  supplement: 'never',
  supplement_late: false,
  fee: 0,
  paid_by: null,
  digitised: false,
  score: null,
  past: false,
  steps: [],
});

/** Folds one event of a dossier into its row. */
export function foldRow(known: DossierRow | undefined, event: StoredEvent): DossierRow {
  const row = lateBy(known ?? blank(event.subject), event.recordedAt);
  return { ...row, ...changed(row, event), version: event.version };
}

function changed(row: DossierRow, { type, data, recordedAt }: StoredEvent): Partial<DossierRow> {
  const at = recordedAt.toISOString();
  switch (type) {
    case 'DossierSubmitted': {
      const { procedureCode, applicantId, channel } = data as Of<'DossierSubmitted'>;
      return {
        status: 'submitted',
        procedure_code: procedureCode,
        applicant_id: applicantId,
        channel,
        submitted_at: at,
      };
    }
    case 'DossierReceived':
      return received(data as unknown as Of<'DossierReceived'>, row, at);
    case 'DossierRefused':
      return { status: 'refused', ended_at: at };
    case 'StepHandedOver':
      return { offered: (data as Of<'StepHandedOver'>).to.personId };
    case 'HandOverDeclined':
      return { offered: null };
    case 'StepAccepted': {
      const { step, holder } = data as unknown as Of<'StepAccepted'>;
      return {
        offered: null,
        step,
        step_name: row.steps[step] ?? row.step_name,
        holder: holder.personId,
        holder_post: holder.postId,
      };
    }
    case 'SupplementRequested':
      return {
        status: 'awaiting_supplement',
        supplement: 'asked',
        supplement_late: (data as { late: boolean }).late,
      };
    case 'SupplementAnswered':
      return {
        status: 'in_progress',
        supplement: 'answered',
        due: dueColumn(data),
        apology: row.late && row.apology === 'owed' ? 'owed' : 'none',
      };
    case 'DossierPaused':
      return { status: 'paused' };
    case 'DossierResumed':
      return { status: 'in_progress', due: dueColumn(data) };
    case 'DossierDueMoved':
    case 'DossierDueSet':
      return { due: dueColumn(data) };
    case 'DossierOverdue':
      return { overdue: true, late: true };
    case 'DossierRejected':
      return { status: 'rejected', ended_at: at };
    case 'DossierWithdrawn':
      return { status: 'withdrawn', ended_at: at };
    case 'DossierStopped':
      return { status: 'stopped', ended_at: at };
    case 'ResultSigned': {
      const { fileId, late } = data as unknown as Of<'ResultSigned'>;
      return {
        status: 'result_ready',
        ended_at: at,
        late: row.late || late,
        digitised: row.digitised || fileId !== null,
      };
    }
    case 'ResultDigitised':
      return { digitised: row.digitised || (data as Of<'ResultDigitised'>).fileId !== null };
    case 'FeePaid':
      return { paid_by: (data as Of<'FeePaid'>).method };
    case 'FeeExempted':
      return { paid_by: 'exempt' };
    case 'ResultReturned':
      return { status: 'returned', returned_at: at };
    case 'DossierRated':
      return { score: (data as unknown as Of<'DossierRated'>).score };
    case 'ApologyOwed':
      return row.apology === 'none' ? { apology: 'owed' } : {};
    case 'ApologyGiven': {
      const { newDue, late } = data as Of<'ApologyGiven'>;
      return {
        apology: 'given',
        apologised_at: row.apologised_at ?? at,
        apology_late: row.apology_late || late,
        reappointed: newDue ?? row.reappointed,
      };
    }
    case 'DossierTransferred':
      return { status: 'transferred', offered: null };
    case 'DossierTakenOver':
      return takenOver((data as unknown as Of<'DossierTakenOver'>).dossier);
    case 'PastDossierImported':
      return imported(data as unknown as PastDossier);
    default:
      return {};
  }
}

/** `infinity` while it waits for a calendar: such a one is late at no instant and comes last in every order. */
const dueColumn = ({ due }: { due?: unknown }): string => (typeof due === 'string' ? due : 'infinity');

function received(
  { code, procedure, applicantId, channel, due, holder }: Of<'DossierReceived'>,
  row: DossierRow,
  at: string,
): Partial<DossierRow> {
  return {
    status: 'in_progress',
    code,
    procedure_code: procedure.code,
    procedure_name: procedure.name,
    field: procedure.field,
    channel: row.submitted_at === null ? channel : 'online',
    applicant_id: applicantId,
    received_at: at,
    due: dueColumn({ due }),
    fee: procedure.fee,
    holder: holder.personId,
    holder_post: holder.postId,
    step: 0,
    step_name: procedure.steps[0]?.name ?? null,
    steps: procedure.steps.map(({ name }) => name),
  };
}

function takenOver({ status, work, ...facts }: Dossier): Partial<DossierRow> {
  const known = {
    status,
    procedure_code: facts.procedureCode,
    applicant_id: facts.applicantId,
    channel: facts.channel,
  };
  if (!work) return known;
  const { procedure } = work;
  return {
    ...known,
    code: work.code,
    procedure_name: procedure.name,
    field: procedure.field,
    received_at: work.receivedAt,
    due: dueColumn(work),
    fee: procedure.fee,
    step: work.step,
    step_name: procedure.steps[work.step]?.name ?? null,
    steps: procedure.steps.map(({ name }) => name),
    holder: work.holder.personId,
    holder_post: work.holder.postId,
    overdue: work.overdue || work.late === true,
    late: work.overdue || work.late === true || (work.signed?.late ?? false),
    apology: work.apology,
    reappointed: work.reappointed,
    supplement: work.supplement,
    digitised: work.digitised,
  };
}

const imported = (past: PastDossier): Partial<DossierRow> => ({
  status: past.endedAt === null ? 'past_open' : 'past_ended',
  code: `${past.source}/${past.caseId}`,
  procedure_name: past.procedure,
  field: past.unit,
  channel: past.channel,
  received_at: past.startedAt,
  due: past.due,
  ended_at: past.endedAt,
  late: past.late,
  overdue: past.late,
  step: past.steps.length,
  step_name: past.steps.at(-1)?.activity ?? null,
  past: true,
});

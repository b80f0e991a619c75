import { begun } from '../dossier/begun-work.js';
import { CHANNELS, type UnderProcedure } from '../dossier/dossier.events.js';
import type { Dossier, Work } from '../dossier/dossier.js';
import type { DossierRow } from './dossier-row.types.js';
import { satisfactionOf } from '../survey/satisfaction.js';
import { unseen, type PastSeen, type SeenDossier } from './seen-dossier.js';

/** A dossier as lists and figures need it. */
export function rowOf(seen: SeenDossier): DossierRow {
  const { state, past } = seen;
  return {
    ...ofWork(state),
    id: seen.id,
    version: seen.version,
    status: state.status,
    procedure_code: state.procedureCode,
    channel: seen.submittedAt === null ? state.channel : 'online',
    applicant_id: state.applicantId,
    submitted_at: seen.submittedAt,
    ended_at: seen.endedAt,
    returned_at: seen.returnedAt,
    apologised_at: seen.apologisedAt,
    apology_late: seen.apologyLate,
    supplement_late: seen.supplementLate,
    paid_by: seen.paidBy,
    refunds_owed: seen.refundsOwed,
    digitised: seen.digitised,
    archived: seen.archived,
    ...rated(seen),
    papers_held: seen.papers.held,
    papers_reused: seen.papers.reused,
    service_due: seen.service.due,
    stood_since: seen.service.stoodSince,
    service_late_at: seen.service.lateAt,
    past: past !== null,
    ...(past && imported(past)),
  };
}

/** What was said of the service; nothing where nobody rated it. */
function rated({ score, ratedAt, answers }: SeenDossier) {
  const { service, procedures } = score === null ? NOTHING_SAID : satisfactionOf(score, answers);
  return {
    ...{ score, rated_at: ratedAt, answers },
    ...{ satisfied_service: service, satisfied_procedures: procedures },
  };
}

const NOTHING_SAID = { service: null, procedures: null };

type OfWork = Pick<
  DossierRow,
  | 'code'
  | 'procedure_name'
  | 'field'
  | 'received_at'
  | 'due'
  | 'step'
  | 'step_name'
  | 'steps'
  | 'holder'
  | 'holder_post'
  | 'offered'
  | 'overdue'
  | 'late'
  | 'apology'
  | 'reappointed'
  | 'supplement'
  | 'fee'
>;

const NO_WORK: OfWork = {
  code: null,
  procedure_name: '',
  field: '',
  received_at: null,
  due: null,
  step: 0,
  step_name: null,
  steps: [],
  holder: null,
  holder_post: null,
  offered: null,
  overdue: false,
  late: false,
  apology: 'none',
  reappointed: null,
  supplement: 'never',
  fee: 0,
};

function ofWork({ status, work }: Dossier): OfWork {
  if (!work) return NO_WORK;
  const { procedure, holder, offered } = work;
  // In a row it has been overdue once its time ran out, whatever new time it was given since (R16).
  const overdue = work.overdue || work.late;
  return {
    code: work.code,
    procedure_name: procedure.name,
    field: procedure.field,
    received_at: work.receivedAt,
    // Such a one is late at no instant and comes last in every order.
    due: work.due ?? 'infinity',
    step: work.step,
    step_name: procedure.steps[work.step]?.name ?? null,
    steps: procedure.steps.map(({ name }) => name),
    holder: holder.personId,
    holder_post: holder.postId,
    offered: status === 'transferred' ? null : (offered?.personId ?? null),
    overdue,
    late: overdue || (work.signed?.late ?? false),
    apology: work.apology,
    reappointed: work.reappointed,
    supplement: work.supplement,
    fee: procedure.fee,
  };
}

/**
 * What a row was made of, as far as it shows: a row loses nothing that the next row needs. What it doesn't show is left as
 * at the reception.
 */
export function seenOf(row: DossierRow): SeenDossier {
  const { procedure_code: procedureCode, applicant_id: applicantId } = row;
  // Of another system's dossiers nothing is said but what their log says.
  const status = row.status === 'past_open' || row.status === 'past_ended' ? 'none' : row.status;
  const channel = CHANNELS.find((one) => one === row.channel) ?? 'counter';
  const state = { ...unseen(row.id).state, status, procedureCode, applicantId, channel };
  return {
    id: row.id,
    version: row.version,
    state: { ...state, work: row.received_at === null ? null : workOf(row, row.received_at) },
    past: row.past ? pastOf(row) : null,
    submittedAt: row.submitted_at,
    endedAt: row.ended_at,
    returnedAt: row.returned_at,
    apologisedAt: row.apologised_at,
    apologyLate: row.apology_late,
    supplementLate: row.supplement_late,
    paidBy: row.paid_by,
    refundsOwed: row.refunds_owed,
    digitised: row.digitised,
    archived: row.archived,
    score: row.score,
    ratedAt: row.rated_at,
    answers: row.answers,
    papers: { held: row.papers_held, reused: row.papers_reused },
    service: { due: row.service_due, stoodSince: row.stood_since, lateAt: row.service_late_at },
  };
}

function workOf(row: DossierRow, receivedAt: string): Work {
  const holder = { personId: row.holder ?? '', postId: row.holder_post ?? '' };
  const due = row.due === 'infinity' ? null : row.due;
  return {
    ...begun({ code: row.code ?? '', procedure: procedureOf(row), due, stepDue: null, holder }, receivedAt),
    step: row.step,
    offered: row.offered === null ? null : { personId: row.offered, postId: '' },
    late: row.overdue,
    signed: row.late && !row.overdue ? { number: '', late: true } : null,
    apology: row.apology,
    reappointed: row.reappointed,
    supplement: row.supplement,
  };
}

const procedureOf = ({
  procedure_code: code,
  procedure_name: name,
  field,
  fee,
  steps,
}: DossierRow): UnderProcedure => ({
  code,
  version: 0,
  name,
  field,
  time: { value: 0, unit: 'working-days' },
  fee,
  steps: steps.map((step) => ({ name: step, share: 0 })),
  components: [],
  pausesFor: [],
});

const imported = (past: PastSeen): Partial<DossierRow> => ({
  status: past.endedAt === null ? 'past_open' : 'past_ended',
  code: past.code,
  procedure_name: past.procedure,
  field: past.unit,
  channel: past.channel,
  received_at: past.startedAt,
  due: past.due,
  ended_at: past.endedAt,
  late: past.late,
  overdue: past.late,
  step: past.steps,
  step_name: past.lastStep,
  past: true,
});

const pastOf = (row: DossierRow): PastSeen => ({
  code: row.code ?? '',
  procedure: row.procedure_name,
  unit: row.field,
  channel: row.channel,
  startedAt: row.received_at ?? '',
  due: row.due,
  endedAt: row.ended_at,
  late: row.late,
  steps: row.step,
  lastStep: row.step_name,
});

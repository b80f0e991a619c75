import { sendingsAnswer } from '#circulation';
import { dueAnswer } from '#deadline';
import { isoOffset } from '#kernel';
import { hasPassed } from '#overdue';
import { controlTotal } from './figures/control-table.js';
import { digitisationTotal, withRates } from './figures/digitisation-table.js';
import { procedureRows, procedureTotal } from './figures/procedure-table.js';
import { planRows } from './figures/plan-table.js';
import type { CutOff } from './figures/figures.js';
import type { Counted } from './report-figures.js';
import { definitionBehind } from './report/drafting.js';
import type { LoadedReport, Reports } from './reports.service.js';

const shownCutOff = ({ instant, ...rest }: CutOff) => ({ ...rest, instant: isoOffset(new Date(instant)) });

/** A report in a list; late by its time, recorded or not. */
export function listedAnswer({ id, version, state }: LoadedReport, now: Date) {
  const { name, receiver } = definitionBehind(state);
  const { definition, year, period, status, due, of } = state;
  const overdue = status === 'draft' && hasPassed(due, now);
  return {
    id,
    version,
    definition,
    name,
    year,
    period,
    receiver,
    status,
    of: of && { office: of.office, name: of.name },
    ...dueAnswer(state),
    overdue,
    late: overdue || state.missed || (state.submissions.at(-1)?.late ?? false),
    sentBack: status === 'draft' && state.returned !== null,
  };
}

/** A report whole: what people wrote beside what is counted. */
export function wholeAnswer(
  loaded: LoadedReport,
  { cutOff, figures }: Counted,
  names: ReadonlyMap<string, string>,
  now: Date,
) {
  const { state } = loaded;
  const { outline, source, recipients } = definitionBehind(state);
  const { control, plan, registers = null, procedures, digitisation } = figures;
  return {
    ...listedAnswer(loaded, now),
    postId: state.postId,
    source,
    recipients: [...recipients],
    outline: outline.map(({ key, title, figures: table }) => ({
      key,
      title,
      figures: table ?? null,
      text: state.sections[key]?.text ?? null,
      version: state.sections[key]?.version ?? 0,
    })),
    cutOff: shownCutOff(cutOff),
    control: control ?? null,
    controlTotal: control ? controlTotal(control) : null,
    plan: plan ? planRows(plan) : null,
    registers,
    procedures: procedures ? procedureRows(procedures) : null,
    proceduresTotal: procedures ? procedureTotal(procedures) : null,
    digitisation: digitisation ? digitisation.map(withRates) : null,
    digitisationTotal: digitisation ? withRates(digitisationTotal(digitisation)) : null,
    submissions: state.submissions.map(({ submission, submittedAt, by, cutOff: at, late }) => ({
      submission,
      submittedAt: isoOffset(new Date(submittedAt)),
      by,
      cutOff: shownCutOff(at),
      late,
    })),
    returned: state.returned,
    sent: state.sent,
    sendings: sendingsAnswer(state.sendings, names),
  };
}

type Behind = Awaited<ReturnType<Reports['behind']>>;

/** The dossiers behind a figure. */
export const behindAnswer = ({ cutOff, items, nextCursor }: Behind) => ({
  cutOff: shownCutOff(cutOff),
  items: items.map(({ receivedAt, due, endedAt, ...row }) => ({
    ...row,
    receivedAt: isoOffset(receivedAt),
    due: due && isoOffset(due),
    endedAt: endedAt && isoOffset(endedAt),
  })),
  nextCursor,
});

type TasksBehind = Awaited<ReturnType<Reports['tasksBehind']>>;

type ProceduresBehind = Awaited<ReturnType<Reports['proceduresBehind']>>;

/** The procedures behind a figure. */
export const proceduresBehindAnswer = ({ cutOff, items }: ProceduresBehind) => ({
  cutOff: shownCutOff(cutOff),
  items: items.map(({ code, name, field }) => ({ code, name, field })),
});

/** The tasks behind a figure. */
export const tasksBehindAnswer = ({ cutOff, items }: TasksBehind) => ({
  cutOff: shownCutOff(cutOff),
  items: items.map(({ title = null, ...task }) => ({ ...task, title })),
});

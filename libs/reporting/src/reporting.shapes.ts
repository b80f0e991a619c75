import { SENDINGS_ANSWER } from '#circulation';
import { DUE_ANSWER } from '#deadline';
import { is } from '#kernel';
import { REGISTER_TOTAL } from '#registers';
import { FIGURE_TABLES } from './definition/definitions.js';
import { REPORT_STATUSES } from './report/report.js';

const period = is.object({ from: is.day, to: is.day });
const cutOff = is.object({ instant: is.instant, position: is.position, provisional: is.flag });

const LISTED = {
  id: is.id,
  version: is.version,
  definition: is.code,
  name: is.bilingual,
  year: is.year,
  period,
  receiver: is.line,
  status: is.oneOf(REPORT_STATUSES),
  /** The office whose report it is, where it was taken over. */
  of: is.orNull(is.object({ office: is.code, name: is.line })),
  ...DUE_ANSWER,
  overdue: is.flag,
  late: is.flag,
  /** It is drafted again after it was returned. */
  sentBack: is.flag,
};

/** The periodic reports of a year (báo cáo định kỳ). */
export const ReportList = is.all(is.named('ReportListed', LISTED));

const controlRow = is.object({
  field: is.line,
  received: is.count,
  receivedOnline: is.count,
  receivedDirect: is.count,
  carriedOver: is.count,
  settled: is.count,
  settledEarly: is.count,
  settledOnTime: is.count,
  settledLate: is.count,
  open: is.count,
  openInTime: is.count,
  openOverdue: is.count,
});

const procedureRow = is.object({
  field: is.line,
  procedures: is.count,
  oneStop: is.count,
  internal: is.count,
});

const digitisationRow = is.object({
  field: is.line,
  papersOf: is.count,
  papersNotHeld: is.count,
  papersHeld: is.count,
  papersReused: is.count,
  papersRate: is.orNull(is.percent),
  resultsOf: is.count,
  resultsNotHeld: is.count,
  resultsHeld: is.count,
  resultsRate: is.orNull(is.percent),
});

export const Report = is.named('Report', {
  ...LISTED,
  postId: is.orNull(is.id),
  source: is.prose,
  /** Who gets it by its definition. */
  recipients: is.list(is.line),
  outline: is.list(
    is.object({
      key: is.code,
      title: is.bilingual,
      figures: is.orNull(is.oneOf(FIGURE_TABLES)),
      text: is.orNull(is.prose),
      version: is.version,
    }),
  ),
  cutOff,
  control: is.orNull(is.list(controlRow)),
  controlTotal: is.orNull(controlRow),
  plan: is.orNull(
    is.list(
      is.object({
        area: is.code,
        tasks: is.count,
        completed: is.count,
        running: is.count,
        late: is.count,
        silent: is.count,
      }),
    ),
  ),
  registers: is.orNull(is.list(REGISTER_TOTAL)),
  procedures: is.orNull(is.list(procedureRow)),
  proceduresTotal: is.orNull(procedureRow),
  digitisation: is.orNull(is.list(digitisationRow)),
  digitisationTotal: is.orNull(digitisationRow),
  submissions: is.list(
    is.object({ submission: is.count, submittedAt: is.instant, by: is.id, cutOff, late: is.flag }),
  ),
  returned: is.orNull(is.prose),
  sent: is.orNull(
    is.object({ number: is.count, symbol: is.code, day: is.day, recipients: is.list(is.line) }),
  ),
  sendings: SENDINGS_ANSWER,
});

/** A dossier that a figure counts, as it stood then. */
export const countedDossier = is.object({
  dossierId: is.id,
  code: is.code,
  procedureCode: is.code,
  field: is.line,
  channel: is.code,
  receivedAt: is.instant,
  due: is.orNull(is.instant),
  endedAt: is.orNull(is.instant),
  standing: is.code,
  late: is.flag,
});

/** The dossiers behind a figure, as they stood at its cut-off. */
export const CountedDossiers = is.object({
  cutOff,
  items: is.list(countedDossier, is.MOST_LISTED),
  nextCursor: is.orNull(is.opaque(1_000)),
  incomplete: is.maybe(is.object({ subjects: is.count })),
});

/** The procedures behind a figure of table II.07b, as they stood at its cut-off. */
export const CountedProcedures = is.object({
  cutOff,
  items: is.list(is.object({ code: is.code, name: is.line, field: is.line }), is.MOST_LISTED),
});

/** The tasks behind a figure of the plan's table, as they stood at its cut-off. */
export const CountedTasks = is.object({
  cutOff,
  items: is.list(
    is.object({
      taskId: is.id,
      number: is.code,
      title: is.orNull(is.prose),
      area: is.code,
      state: is.code,
      late: is.flag,
      silent: is.flag,
    }),
    is.MOST_LISTED,
  ),
});

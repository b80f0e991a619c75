import type { AggregateStore, Appended } from '#event-store';
import type { ControlColumn, ListCounted } from '#dossiers';
import { dayOf, type Clock, type Envelope } from '#kernel';
import type { Commands } from '#organisation';
import { definitionsIn } from './definition/periods.js';
import { brokenIdentities } from './figures/control-table.js';
import type { Counted, ReportFigures } from './report-figures.js';
import { SubmitReport } from './report/drafting.js';
import { report, reportSubject, type Report, type Submission } from './report/report.js';
import { reportState, unknownReport } from './report/report.refusals.js';

/** A report with its id and version. */
export interface LoadedReport {
  id: string;
  version: number;
  state: Report;
}

/** Periodic reports (báo cáo định kỳ): read from their streams, handed in with the figures of that moment. */
export class Reports {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly commands: Commands,
    private readonly figures: ReportFigures,
    private readonly clock: Clock,
  ) {}

  /** The year that it is in the office. */
  thisYear(): number {
    return Number(dayOf(this.clock.now()).slice(0, 4));
  }

  /** Those of a year that have opened, in the order of their definitions. */
  async ofYear(office: string, year: number): Promise<LoadedReport[]> {
    const all = await Promise.all(
      definitionsIn(year).map(async ({ code }) => {
        const id = reportSubject(office, code, year);
        return { id, ...(await this.aggregates.load(report, office, id)) };
      }),
    );
    return all.filter(({ state }) => state.status !== 'none');
  }

  /** Refuses `unknown_report`. */
  async one(office: string, id: string): Promise<LoadedReport> {
    const { state, version } = await this.aggregates.load(report, office, id);
    if (state.status === 'none') throw unknownReport();
    return { id, version, state };
  }

  /** What its figures are now, while it is drafted; what was handed in is what it was. */
  async counted(office: string, state: Report): Promise<Counted> {
    const last = state.submissions.at(-1);
    return state.status === 'draft' || !last ? this.figures.now(office, state) : last;
  }

  /** Hands a report in: counts its figures, and freezes them with it (R29). */
  async submit(envelope: Envelope, id: string, provisional: boolean): Promise<Appended> {
    await this.commands.requireRight(SubmitReport, envelope, id);
    const { state } = await this.one(envelope.office, id);
    const { cutOff, figures } = await this.figures.now(envelope.office, state);
    const broken = brokenIdentities(figures.control ?? []);
    return this.commands.send(SubmitReport, envelope, id, { provisional, cutOff, figures, broken });
  }

  /** The dossiers behind a figure of what was handed in, or of the draft as it would be now. */
  async behind(
    office: string,
    id: string,
    column: ControlColumn,
    { submission, ...filter }: ListCounted & { submission?: number },
  ) {
    const { state } = await this.one(office, id);
    const last = submission ?? state.submissions.at(-1)?.submission;
    const cutOff =
      last === undefined || (submission === undefined && state.status === 'draft')
        ? await this.figures.cutOffNow(office, state)
        : submissionOf(state, last).cutOff;
    return { ...(await this.figures.behind(office, state, cutOff, column, filter)), cutOff };
  }
}

/** What was handed in then; refuses `report_state`. */
export function submissionOf({ submissions, status }: Report, submission: number): Submission {
  const found = submissions.find((one) => one.submission === submission);
  if (!found) throw reportState({ status, needed: `lần trình · submission ${submission}` });
  return found;
}

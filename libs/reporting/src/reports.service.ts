import type { AggregateStore, Appended } from '#event-store';
import type { ListCounted, ListedColumn } from '#dossiers';
import { dayOf, type Clock, type Envelope } from '#kernel';
import type { Commands } from '#organisation';
import type { CarriedTasks } from '#planning';
import { definitionsIn } from './definition/periods.js';
import { brokenIdentities } from './figures/control-table.js';
import { tasksBehind, type StandingColumn } from './figures/plan-table.js';
import { proceduresBehind, type ProcedureColumn } from './figures/procedure-table.js';
import type { Predecessors } from './predecessors.js';
import type { Counted, ReportFigures } from './report-figures.js';
import { ReturnReport } from './report/deciding.js';
import { SubmitReport, definitionBehind } from './report/drafting.js';
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
    private readonly carried: CarriedTasks,
    private readonly predecessors: Predecessors,
    private readonly clock: Clock,
  ) {}

  /** The year that it is in the office. */
  thisYear(): number {
    return Number(dayOf(this.clock.now()).slice(0, 4));
  }

  /** Those of a year that have opened, in the order of their definitions; behind them what was taken over. */
  async ofYear(office: string, year: number): Promise<LoadedReport[]> {
    const before = await this.predecessors.of(office);
    const offices = [office, ...before.map((one) => one.office)];
    const all = await Promise.all(
      offices.flatMap((of) =>
        definitionsIn(year).map(async ({ code }) => {
          const id = reportSubject(of, code, year);
          return { id, ...(await this.aggregates.load(report, office, id)) };
        }),
      ),
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
    return submissionShown(state) ?? this.figures.now(office, state);
  }

  /** Hands a report in: counts its figures, and freezes them with it (R29). */
  async submit(envelope: Envelope, id: string, provisional: boolean): Promise<Appended> {
    await this.commands.requireRight(SubmitReport, envelope, id);
    const { state } = await this.one(envelope.office, id);
    const { cutOff, figures } = await this.figures.now(envelope.office, state);
    const broken = brokenIdentities(figures.control ?? []);
    const { periods } = definitionBehind(state).answers;
    const met = await this.carried.met(envelope, carrying(envelope.office, id, state), periods);
    const fields = { provisional, cutOff, figures, broken };
    return this.commands.send(SubmitReport, envelope, id, fields, undefined, met);
  }

  /** Returns it: what it had answered of the plan's tasks is open again with it. */
  async giveBack(envelope: Envelope, id: string, command: ReturnReport): Promise<Appended> {
    await this.commands.requireRight(ReturnReport, envelope, id);
    const { state } = await this.one(envelope.office, id);
    const reopened = await this.carried.reopened(envelope, carrying(envelope.office, id, state));
    return this.commands.send(ReturnReport, envelope, id, command, undefined, reopened);
  }

  /** The dossiers behind a figure of what was handed in, or of the draft as it would be now. */
  async behind(
    office: string,
    id: string,
    column: ListedColumn,
    { submission, ...filter }: ListCounted & { submission?: number },
  ) {
    const { state } = await this.one(office, id);
    const handedIn = submissionShown(state, submission);
    const cutOff = handedIn?.cutOff ?? (await this.figures.cutOffNow(office, state));
    return { ...(await this.figures.behind(office, state, cutOff, column, filter)), cutOff };
  }

  /** The tasks behind a figure of the plan's table, from the list that it was counted of. */
  async tasksBehind(
    office: string,
    id: string,
    column: StandingColumn,
    { submission, area }: { submission?: number; area?: string },
  ) {
    const { state } = await this.one(office, id);
    const { cutOff, figures } = submissionShown(state, submission) ?? (await this.figures.now(office, state));
    return { cutOff, items: tasksBehind(figures.plan ?? [], column, area) };
  }

  /** The procedures behind a figure of table II.07b, from the list that it was counted of. */
  async proceduresBehind(
    office: string,
    id: string,
    column: ProcedureColumn,
    { submission, field }: { submission?: number; field?: string },
  ) {
    const { state } = await this.one(office, id);
    const { cutOff, figures } = submissionShown(state, submission) ?? (await this.figures.now(office, state));
    return { cutOff, items: proceduresBehind(figures.procedures ?? [], column, field) };
  }
}

/** A report as the tasks of its plan know it. */
const carrying = (office: string, reportId: string, state: Report) => ({
  reportId,
  code: state.definition,
  carrier: definitionBehind(state).answers.carrier,
  office,
  planOffice: state.of?.office ?? office,
  year: state.year,
});

/** The submission that is asked for or, once it is handed in, the last; undefined while it is drafted. */
function submissionShown(state: Report, submission?: number): Submission | undefined {
  if (submission !== undefined) return submissionOf(state, submission);
  return state.status === 'draft' ? undefined : state.submissions.at(-1);
}

/** What was handed in then; refuses `report_state`. */
function submissionOf({ submissions, status }: Report, submission: number): Submission {
  const found = submissions.find((one) => one.submission === submission);
  if (!found) throw reportState({ status, needed: `lần trình · submission ${submission}` });
  return found;
}

import type { Decision } from '#event-store';
import { derivedId, type Envelope } from '#kernel';
import type { Commands } from '#organisation';
import type { ReportPeriod } from './deadline-phrase/schedule.js';
import { planSubject } from './plan/plan.js';
import type { Planning } from './planning.service.js';
import { MeetByReport, ReopenByReport, metBy, metByThis, type Carrier } from './task/met-by-report.js';

/** A periodic report that carries what tasks of a year's plan are to report. */
export interface CarryingReport {
  reportId: string;
  code: string;
  carrier: Carrier;
  /** Whose the tasks are now, and whose plan they are of: another's where it was taken over. */
  office: string;
  planOffice: string;
  year: number;
}

/** What a report answers of a plan's tasks (kỳ hạn báo cáo của nhiệm vụ): decided with the report, done with it or not at all. */
export class CarriedTasks {
  constructor(
    private readonly planning: Planning,
    private readonly commands: Commands,
  ) {}

  /** It is handed in, the report of these periods. */
  async met(act: Envelope, report: CarryingReport, periods: readonly ReportPeriod[]): Promise<Decision[]> {
    const { reportId, code, carrier } = report;
    const tasks = await this.#tasks(report);
    return Promise.all(
      tasks.flatMap(([taskId, task]) => {
        const occurrenceIds = metBy(task, carrier, periods);
        if (occurrenceIds.length === 0) return [];
        const fields = { reportId, report: code, occurrenceIds };
        return [this.commands.decisionOf(MeetByReport, alongWith(act, taskId), taskId, fields)];
      }),
    );
  }

  /** It is returned. */
  async reopened(act: Envelope, report: CarryingReport): Promise<Decision[]> {
    const { reportId, code } = report;
    const tasks = await this.#tasks(report);
    return Promise.all(
      tasks
        .filter(([, task]) => metByThis(task, reportId).length > 0)
        .map(([taskId]) =>
          this.commands.decisionOf(ReopenByReport, alongWith(act, taskId), taskId, {
            reportId,
            report: code,
          }),
        ),
    );
  }

  async #tasks({ office, planOffice, year }: CarryingReport) {
    const { state } = await this.planning.loadPlan(planOffice, planSubject(planOffice, year));
    const ids = [...state.tasks.keys()];
    await this.planning.warmTasks(office, ids);
    return Promise.all(ids.map(async (id) => [id, await this.planning.loadTask(office, id)] as const));
  }
}

/** Nobody asks for it: it follows from the act that it goes along with (R38). */
const alongWith = ({ office, commandId, correlationId = commandId }: Envelope, taskId: string): Envelope => ({
  office,
  actor: 'worker:reporting',
  rule: 'R6',
  commandId: derivedId(commandId, 'met', taskId),
  correlationId,
});

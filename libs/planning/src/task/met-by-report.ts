import type { AgendaItem } from '#deadline/agenda';
import { hasPassed } from '#overdue';
import type { ReportPeriod } from '../deadline-phrase/schedule.js';
import type { Obligation } from '../plan/plan.js';
import { aheadAgain, nothingMore } from './agenda.js';
import type { TaskEvent, TaskFacts } from './task.events.js';
import { isOver, type TaskContext } from './task.guards.js';
import type { OccurrenceState, Task } from './task.js';

/** The periodic reports that carry what tasks are to report: on the reform (CCHC), on the control of procedures (TTHC). */
export type Carrier = 'CCHC' | 'TTHC';

const words = (pattern: string): RegExp => new RegExp(pattern, 'iu');

/**
 * By what a plan says that a periodic report carries what a task reports: an obligation names that report ("cùng BC CCHC
 * định kỳ", "trong báo cáo kiểm soát TTHC"), or the task is the very plan on which it reports ("Kế hoạch CCHC của đơn vị",
 * "Kế hoạch kiểm soát TTHC"). Read off the commune's plan of 2025; whatever says neither is reported on its own.
 */
const SAID: Record<Carrier, { obligation: RegExp; title: RegExp }> = {
  CCHC: {
    obligation: words('(báo cáo|BC)( kết quả)?( thực hiện)? (công tác )?(CCHC|cải cách hành chính)'),
    title: words('^(xây dựng |ban hành |triển khai |thực hiện )?kế hoạch (CCHC|cải cách hành chính)'),
  },
  TTHC: {
    obligation: words('(báo cáo|BC) (công tác )?kiểm soát (TTHC|thủ tục hành chính)'),
    title: words(
      '^(xây dựng |ban hành |triển khai |thực hiện )?kế hoạch kiểm soát (TTHC|thủ tục hành chính)',
    ),
  },
};

/** The report that carries what an obligation asks for with each period's report; undefined for what is reported on its own. */
export function carrierOf(
  { title }: Pick<TaskFacts, 'title'>,
  { label, phrase, schedule }: Obligation,
): Carrier | undefined {
  if (schedule.kind !== 'recurring' && schedule.kind !== 'reports') return undefined;
  if (schedule.kind === 'recurring' && schedule.carriedBy !== null) return schedule.carriedBy;
  const said = `${label ?? ''} ${phrase}`;
  return (['TTHC', 'CCHC'] as const).find(
    (one) => SAID[one].obligation.test(said) || SAID[one].title.test(title),
  );
}

/** What of a task a report of these periods answers: the occurrences that are open. */
export function metBy(task: Task, carrier: Carrier, periods: readonly ReportPeriod[]): string[] {
  const { facts } = task;
  if (!facts || isOver(task)) return [];
  const keys = periods.map((period) => (period === 'year' ? `${facts.year}` : `${facts.year}-${period}`));
  const carried = new Set(
    facts.obligations
      .filter((obligation) => carrierOf(facts, obligation) === carrier)
      .map(({ obligationId }) => obligationId),
  );
  return [...task.occurrences.values()]
    .filter(
      ({ status, obligationId, key }) => status === 'open' && carried.has(obligationId) && keys.includes(key),
    )
    .map(({ occurrenceId }) => occurrenceId);
}

/** A periodic report was handed in: what it answers of a task is fulfilled with it, and never without it. */
export class MeetByReport {
  reportId!: string;
  /** Its definition's code. */
  report!: string;
  occurrenceIds!: string[];
}

export const meetByReport = (
  state: Task,
  { reportId, report, occurrenceIds }: MeetByReport,
  { now }: TaskContext,
): TaskEvent[] =>
  answered(state, occurrenceIds, ({ status }) => status === 'open').map((occurrence) => ({
    type: 'DeadlineMetByReport',
    data: {
      occurrenceId: occurrence.occurrenceId,
      reportId,
      report,
      late: hasPassed(occurrence.due, now),
      agenda: [nothingMore(occurrence)],
    },
  }));

/** That report was returned: what it had answered is open again, and its time goes on. */
export class ReopenByReport {
  reportId!: string;
  report!: string;
}

export const reopenByReport = (
  state: Task,
  { reportId, report }: ReopenByReport,
  context: TaskContext,
): TaskEvent[] =>
  answered(state, metByThis(state, reportId), ({ status }) => status === 'fulfilled').map((occurrence) => ({
    type: 'DeadlineReopened',
    data: { occurrenceId: occurrence.occurrenceId, reportId, report, agenda: [goesOn(occurrence, context)] },
  }));

/** The occurrences of a task that a report has fulfilled. */
export const metByThis = ({ occurrences }: Task, reportId: string): string[] =>
  [...occurrences.values()]
    .filter((occurrence) => occurrence.reportId === reportId)
    .map(({ occurrenceId }) => occurrenceId);

const answered = (
  state: Task,
  ids: readonly string[],
  stands: (occurrence: OccurrenceState) => boolean,
): OccurrenceState[] =>
  isOver(state)
    ? []
    : ids.flatMap((id) => state.occurrences.get(id) ?? []).filter((occurrence) => stands(occurrence));

const goesOn = (occurrence: OccurrenceState, context: TaskContext): AgendaItem =>
  aheadAgain(occurrence, context, context.now.toISOString());

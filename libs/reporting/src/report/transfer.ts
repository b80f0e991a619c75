import { escalationAgain } from '#overdue';
import type { Office } from '#organisation/office';
import { off, registrarIn, reportAgenda, watched, type ReportContext } from './agenda.js';
import type { Report, ReportStatus } from './report.js';
import type { ReportEvent } from './report.events.js';

const NOT_OUT: readonly ReportStatus[] = ['draft', 'submitted', 'accepted'];

/** Lets a report that is not out yet go to the office that takes this one over (R28); nothing for one that was sent. */
export class TransferReport {
  /** When this office ended. */
  ended!: string;
}

export function transferReport(
  state: Report,
  { ended }: TransferReport,
  { office: { succession }, subject }: ReportContext,
): ReportEvent[] {
  if (!succession || !NOT_OUT.includes(state.status)) return [];
  const { successor: toOffice, document } = succession;
  const data = { toOffice, document, was: state.status, ended, agenda: off(subject) };
  return [{ type: 'ReportTransferred', data }];
}

/**
 * A report as it goes along. It stays the report of the office that ended, whose figures are counted in that office's log up
 * to its end; only whoever answers for it is another.
 */
export const carriedReport = (
  state: Report,
  { was, ended }: { was: ReportStatus; ended: string },
  from: { office: string; name: Office['name'] },
): Report => ({ ...state, status: was, of: state.of ?? { ...from, until: ended } });

/** Takes over a report of an office that ended: its time, its lateness and what waits for a decision go on (R28). */
export class TakeOverReport {
  fromOffice!: string;
  document!: string;
  carried!: Report;
}

export function takeOverReport(
  state: Report,
  { fromOffice, document, carried }: TakeOverReport,
  context: ReportContext,
): ReportEvent[] {
  if (state.status !== 'none' || carried.status === 'none') return [];
  const report = { ...carried, postId: registrarIn(context), atPostId: null };
  return [
    { type: 'ReportTakenOver', data: { fromOffice, document, report, agenda: goesOn(report, context) } },
  ];
}

/** What was missed goes on being escalated from the level it had reached, its days counted from the hand-over. */
function goesOn(report: Report, context: ReportContext) {
  if (report.status !== 'draft') return off(context.subject);
  return report.missed
    ? [escalationAgain(watched(report, context.subject), context.now, context)]
    : [reportAgenda(report, context, report.reminded)];
}

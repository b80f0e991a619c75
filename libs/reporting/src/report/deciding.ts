import { unitsOf } from '#circulation';
import { DayField, IdList, Text, TextList } from '#kernel';
import { guarded } from '#organisation/office';
import { escalationAgain } from '#overdue';
import { reportAgenda, watched, type ReportContext } from './agenda.js';
import { standing } from './drafting.js';
import { ownReport } from './report.refusals.js';
import type { Report } from './report.js';
import type { ReportEvent } from './report.events.js';

/** Returns a report that was handed in (trả lại báo cáo), with the reason; its time goes on from where it was. */
export class ReturnReport {
  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const returnReport = guarded(
  standing('submitted'),
  (state, { reason }: ReturnReport, context: ReportContext): ReportEvent[] => {
    const { missed, reminded } = state;
    const watch = watched({ ...state, status: 'draft' }, context.subject);
    const item = missed
      ? escalationAgain(watch, context.now, context)
      : reportAgenda(state, context, reminded);
    return [{ type: 'ReportReturned', data: { reason, agenda: [item] } }];
  },
);

/** Accepts a report that was handed in (duyệt báo cáo). */
export class AcceptReport {}

/** R3: by somebody other than whoever handed it in. */
function handedInByAnother(state: Report, { actor, hand }: ReportContext): Report {
  standing('submitted')(state);
  const by = state.submissions.at(-1)?.by;
  if (by === actor || by === hand) throw ownReport();
  return state;
}

export const acceptReport = guarded(handedInByAnother, (): ReportEvent[] => [
  { type: 'ReportAccepted', data: {} },
]);

/** Sends an accepted report (phát hành, gửi báo cáo): its number is the book's to give (R33). */
export class SendReport {
  @TextList({ description: 'Nơi nhận · recipients', max: 30 })
  recipients!: string[];

  @IdList({ description: 'Bộ phận nhận · units of the office that get it', max: 50, optional: true })
  unitIds?: string[];

  @DayField({ description: 'Ngày ký · the day of its signature' })
  day!: string;
}

/** The symbol of a report's number (ký hiệu). */
export const REPORT_SYMBOL = 'BC-UBND';

/** May be sent: accepted, once. */
export const sendable = standing('accepted');

export function sendReport(
  state: Report,
  { recipients, unitIds = [], day }: SendReport,
  { office }: Pick<ReportContext, 'office'>,
  number: number,
): ReportEvent[] {
  sendable(state);
  const units = unitsOf(office, unitIds);
  const sent = { number, symbol: REPORT_SYMBOL, day, recipients };
  return [{ type: 'ReportSent', data: units.length > 0 ? { ...sent, units } : sent }];
}

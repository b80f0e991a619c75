import { ReceiptFields, receiptOf, unreadBy } from '#circulation';
import { guarded } from '#organisation/office';
import type { ReportContext } from './agenda.js';
import { standing } from './drafting.js';
import { reportNotForYou } from './report.refusals.js';
import type { Report } from './report.js';
import type { ReportEvent } from './report.events.js';

/** Notes that a recipient outside confirmed that it has the report (ghi nhận nơi nhận đã nhận báo cáo). */
export class RecordReportReceipt extends ReceiptFields {}

export const recordReportReceipt = guarded(
  standing('sent'),
  ({ sendings }, command: RecordReportReceipt, { now }: ReportContext): ReportEvent[] => {
    const receipt = receiptOf(sendings, command, now);
    return receipt ? [{ type: 'ReportReceiptRecorded', data: receipt }] : [];
  },
);

/** Has opened the report that one's unit got (đã đọc báo cáo): the first time counts. */
export class ReadReport {}

function unread(state: Report, context: ReportContext): { unitIds: string[] } {
  standing('sent')(state);
  const unitIds = unreadBy(state.sendings, context);
  if (unitIds.length === 0) throw reportNotForYou();
  return { unitIds };
}

export const readReport = guarded(
  unread,
  ({ unitIds }, _command: ReadReport, { actor }: ReportContext): ReportEvent[] => [
    { type: 'ReportRead', data: { personId: actor, unitIds } },
  ],
);

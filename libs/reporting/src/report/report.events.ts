import type { Receipt, Recipient } from '#circulation';
import type { AgendaItem, DueInstant } from '#deadline/agenda';
import type { Day } from '#kernel';
import type { Period } from '../definition/periods.js';
import type { CutOff, Figures } from '../figures/figures.js';
import type { Report, ReportStatus } from './report.js';

type WithAgenda<T> = T & { agenda: AgendaItem[] };

export type ReportEvent =
  | {
      /** It is to be drafted (mở kỳ báo cáo): by whom it is answered for, and until when it is due. */
      type: 'ReportOpened';
      data: WithAgenda<
        DueInstant & {
          definition: string;
          year: number;
          period: Period;
          dueDay: Day;
          postId: string | null;
        }
      >;
    }
  | { type: 'ReportSectionWritten'; data: { section: string; text: string } }
  | { type: 'ReportReminded'; data: WithAgenda<{ due: string; toPostId: string | null }> }
  | { type: 'ReportMissed'; data: WithAgenda<{ due: string; postId: string | null }> }
  | {
      type: 'ReportEscalated';
      data: WithAgenda<{ level: number; toPostId: string; skipped: string[]; due: string }>;
    }
  | {
      /** What had waited for a year's calendar is computed by it, and by which text. */
      type: 'ReportDueSet';
      data: WithAgenda<DueInstant & { from: string | null; year: number; source: string }>;
    }
  | {
      /** Handed in (trình báo cáo): its figures frozen as they stood at the cut-off, for ever (R29). */
      type: 'ReportSubmitted';
      data: WithAgenda<{
        submission: number;
        by: string;
        cutOff: CutOff;
        figures: Figures;
        late: boolean;
      }>;
    }
  | { type: 'ReportReturned'; data: WithAgenda<{ reason: string }> }
  | { type: 'ReportAccepted'; data: Record<string, never> }
  | {
      /** Sent under its number: to bodies outside by their names, to units of the office. */
      type: 'ReportSent';
      data: { number: number; symbol: string; day: Day; recipients: string[]; units?: Recipient[] };
    }
  | { type: 'ReportReceiptRecorded'; data: Receipt }
  | { type: 'ReportRead'; data: { personId: string; unitIds: string[] } }
  | {
      /** The office ended, at that instant, before it was out: its successor answers for it (R28). */
      type: 'ReportTransferred';
      data: WithAgenda<{ toOffice: string; document: string; was: ReportStatus; ended: string }>;
    }
  | { type: 'ReportTakenOver'; data: WithAgenda<{ fromOffice: string; document: string; report: Report }> };

/** The types whose data carry an agenda. */
export const reportAgendaTypes: readonly ReportEvent['type'][] = [
  'ReportOpened',
  'ReportReminded',
  'ReportMissed',
  'ReportEscalated',
  'ReportDueSet',
  'ReportSubmitted',
  'ReportReturned',
  'ReportTransferred',
  'ReportTakenOver',
];

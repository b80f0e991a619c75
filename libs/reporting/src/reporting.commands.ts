import {
  bookSubject,
  documentBook,
  numberDocument,
  numberingOf,
  type DocumentBook,
  type DocumentEvent,
} from '#documents';
import type { Outcome } from '#event-store';
import { dayOf, derivedId } from '#kernel';
import { commandsOn, official, right, worker, type ActContext } from '#organisation';
import { REPORT_SETTINGS, type ReportContext } from './report/agenda.js';
import * as deciding from './report/deciding.js';
import * as drafting from './report/drafting.js';
import { ReadReport, RecordReportReceipt, readReport, recordReportReceipt } from './report/receipts.js';
import { TakeOverReport, TransferReport, takeOverReport, transferReport } from './report/transfer.js';
import { TakeReportStep, seeingLateness, takeReportStep } from './report/lateness.js';
import { report, type Report } from './report/report.js';
import type { ReportEvent } from './report/report.events.js';
import {
  ReachReportPeriod,
  ScheduleReports,
  reachReportPeriod,
  scheduleReports,
  series,
  type Series,
  type SeriesEvent,
} from './series/series.js';

const onReport = commandsOn<Report, ReportEvent, ReportContext>({
  aggregate: report,
  contextOf: (act) => ({ ...act, settings: REPORT_SETTINGS }),
  after: seeingLateness,
});

const record = right('office', 'office-of-record');
const leaders = right('office', 'chairman', 'vice-chairman');

/** The number under which a report goes out, dealt out with it or not at all (R33). */
const numbering = (_fields: object, { officeId, subject, now }: ActContext) => {
  const documentId = derivedId(subject, 'document');
  const year = Number(dayOf(now).slice(0, 4));
  return {
    aggregate: documentBook,
    subject: bookSubject(officeId, 'report', year),
    commandId: numberingOf(documentId),
    body: { name: 'NumberReport', documentId },
    decide: (book: DocumentBook) =>
      numberDocument(book, { documentId, kind: 'report', year, about: subject, aboutVersion: 0 }),
  };
};

interface Numbering extends ReportContext {
  before?: Outcome<DocumentBook, DocumentEvent>;
}

const send = Object.assign(
  (state: Report, command: deciding.SendReport, context: Numbering) =>
    deciding.sendReport(state, command, context, context.before?.events[0]?.data.number ?? 0),
  { guard: deciding.sendable },
);

/** The acts on periodic reports (báo cáo định kỳ): who may, and what decides. */
const onReports = [
  onReport(drafting.OpenReport, worker, drafting.openReport),
  onReport(drafting.WriteReportSection, record, drafting.writeReportSection), // R36
  onReport(drafting.SubmitReport, record, drafting.submitReport, {
    digestOf: ({ provisional }) => ({ name: 'SubmitReport', provisional }),
  }), // R29, R30
  onReport(deciding.ReturnReport, leaders, deciding.returnReport),
  onReport(deciding.AcceptReport, leaders, deciding.acceptReport), // R3
  onReport(deciding.SendReport, record, send, { before: numbering }), // R33
  onReport(RecordReportReceipt, record, recordReportReceipt),
  onReport(ReadReport, official('office'), readReport), // R38
  onReport(TakeReportStep, worker, takeReportStep), // R6, R7
  onReport(TransferReport, worker, transferReport), // R28
  onReport(TakeOverReport, worker, takeOverReport), // R28
];

const onSeries = commandsOn<Series, SeriesEvent, ActContext>({ aggregate: series, contextOf: (act) => act });

export const reportingCommands = [
  ...onReports,
  onSeries(ScheduleReports, worker, scheduleReports),
  onSeries(ReachReportPeriod, worker, reachReportPeriod),
];

const DUE = '2025-03-14T10:00:00.000Z';
const DAY = '2025-03-14';
const DOCUMENT = '45/QĐ-UBND';

/** What events of reports hold that no simulated year has. */
export const REPORT_SAMPLES: Record<string, Record<string, unknown>> = {
  ReportSectionWritten: { section: 'III', text: 't' },
  ReportSubmitted: { submission: 1, by: 'PERSON', cutOff: {}, figures: {}, late: false },
  ReportReturned: { reason: 'Thiếu biểu số liệu' },
  ReportAccepted: {},
  ReportReceiptRecorded: { recipient: 'UBND thành phố', day: DAY, note: null },
  ReportRead: { personId: 'PERSON', unitIds: [] },
  ReportSent: { number: 7, symbol: 'BC-UBND', day: DAY, recipients: ['Văn phòng UBND huyện'] },
  ReportDueSet: { due: DUE, from: null, year: 2027, source: 'Thông báo về lịch nghỉ năm 2027' },
  ReportTransferred: { toOffice: 'thieu-van', document: DOCUMENT, was: 'draft', ended: DUE },
  ReportTakenOver: { fromOffice: 'thieu-van', document: DOCUMENT, report: {} },
};

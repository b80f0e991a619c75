import type { Sentences } from '#ledger';

/** What the events of reports say in the trail. */
export const reportingSentences: Sentences = {
  ReportsScheduled: {
    vi: 'lập lịch các báo cáo định kỳ năm {year}',
    en: 'scheduled the periodic reports of {year}',
    act: { vi: 'lập lịch báo cáo định kỳ', en: 'scheduled the periodic reports' },
  },
  ReportPeriodReached: {
    vi: 'đến kỳ {definition} năm {year}',
    en: 'reached the period of {definition} of {year}',
    act: { vi: 'đến kỳ báo cáo', en: 'reached a report’s period' },
  },
  ReportOpened: {
    vi: 'mở {definition} năm {year}, hạn trình {due}[, {postId} chịu trách nhiệm]',
    en: 'opened {definition} of {year}, due {due}[; {postId} answers for it]',
    act: { vi: 'mở báo cáo định kỳ', en: 'opened a periodic report' },
  },
  ReportSectionWritten: {
    vi: 'viết mục {section} của báo cáo',
    en: 'wrote section {section} of the report',
    act: { vi: 'viết báo cáo', en: 'wrote the report' },
  },
  ReportSubmitted: {
    vi: 'trình báo cáo, lần {submission}, số liệu chốt và giữ nguyên từ đó',
    en: 'handed the report in, submission {submission}, its figures frozen from then on',
    act: { vi: 'trình báo cáo', en: 'handed the report in' },
  },
  ReportReturned: {
    vi: 'trả lại báo cáo: {reason}',
    en: 'returned the report: {reason}',
    act: { vi: 'trả lại báo cáo', en: 'returned the report' },
  },
  ReportAccepted: { vi: 'duyệt báo cáo', en: 'accepted the report' },
  ReportSent: {
    vi: 'gửi báo cáo số {number}/{symbol} ngày {day}',
    en: 'sent the report, number {number}/{symbol} of {day}',
    act: { vi: 'gửi báo cáo', en: 'sent the report' },
  },
  ReportReceiptRecorded: {
    vi: 'ghi nhận {recipient} đã nhận báo cáo ngày {day}',
    en: 'noted that {recipient} received the report on {day}',
    act: { vi: 'ghi nhận nơi nhận đã nhận báo cáo', en: 'noted a receipt of the report' },
  },
  ReportRead: { vi: 'đã mở đọc báo cáo', en: 'opened and read the report' },
  ReportTransferred: {
    vi: 'chuyển báo cáo sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the report to the successor {toOffice} by {document}',
    act: { vi: 'chuyển báo cáo sang đơn vị kế thừa', en: 'handed the report to the successor' },
  },
  ReportTakenOver: {
    vi: 'tiếp nhận báo cáo của {fromOffice} theo {document}',
    en: 'took the report over from {fromOffice} by {document}',
    act: { vi: 'tiếp nhận báo cáo của đơn vị trước', en: 'took the report over from the office before' },
  },
  ReportReminded: {
    vi: 'nhắc[ {toPostId}] báo cáo sắp đến hạn {due}',
    en: 'reminded[ {toPostId}] that the report is due {due}',
    act: { vi: 'nhắc báo cáo sắp đến hạn', en: 'reminded of a report' },
  },
  ReportMissed: {
    vi: 'ghi nhận báo cáo quá hạn từ {due}[, {postId} chịu trách nhiệm]',
    en: 'found the report overdue since {due}[; {postId} answers for it]',
    act: { vi: 'ghi nhận báo cáo quá hạn', en: 'found the report overdue' },
  },
  ReportEscalated: {
    vi: 'báo cáo vượt cấp về báo cáo quá hạn lên {toPostId} (cấp {level})',
    en: 'escalated the overdue report to {toPostId} (level {level})',
    act: { vi: 'báo cáo vượt cấp về báo cáo quá hạn', en: 'escalated the overdue report' },
  },
  ReportDueSet: {
    vi: 'tính hạn trình báo cáo {due}[ thay cho {from}] theo lịch làm việc năm {year} ({source})',
    en: 'set the report’s due instant {due}[ instead of {from}] by the calendar of {year} ({source})',
    act: { vi: 'tính hạn trình báo cáo', en: 'set the report’s due instant' },
  },
};

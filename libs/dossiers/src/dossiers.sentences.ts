import type { Bilingual } from '#kernel';

/** What each event about dossiers and procedures says in the trail. */
export const dossiersSentences: Record<string, Bilingual> = {
  ProcedurePublished: {
    vi: 'công bố thủ tục {code} "{name}"',
    en: 'published the procedure {code} "{name}"',
  },
  ProcedureRepealed: {
    vi: 'bãi bỏ thủ tục {code} từ {from}',
    en: 'repealed the procedure {code} from {from}',
  },
  DossierRegistered: { vi: 'ghi sổ hồ sơ {code}', en: 'entered the dossier {code} into the register' },
  NumberVoided: { vi: 'hủy số {code}: {reason}', en: 'voided the number {code}: {reason}' },
  DossierSubmitted: { vi: 'nộp hồ sơ trực tuyến', en: 'handed a dossier in online' },
  DossierReceived: {
    vi: 'tiếp nhận hồ sơ {code}, hẹn trả {due}',
    en: 'received the dossier {code}, due {due}',
  },
  DossierRefused: { vi: 'từ chối tiếp nhận: {reason}', en: 'refused the dossier: {reason}' },
  StepHandedOver: { vi: 'chuyển bước', en: 'handed the dossier on' },
  StepAccepted: { vi: 'nhận hồ sơ để giải quyết', en: 'accepted the dossier' },
  HandOverDeclined: { vi: 'không nhận bước: {reason}', en: 'declined the hand-over: {reason}' },
  SupplementRequested: { vi: 'yêu cầu bổ sung: {reason}', en: 'asked for a supplement: {reason}' },
  SupplementAnswered: { vi: 'nhận bổ sung, hẹn trả {due}', en: 'took the supplement in, due {due}' },
  DossierPaused: { vi: 'tạm dừng: {reason}', en: 'paused: {reason}' },
  DossierResumed: { vi: 'tiếp tục giải quyết, hạn {due}', en: 'resumed, due {due}' },
  DossierDueSet: {
    vi: 'có lịch làm việc năm {year} ({source}): hạn {due}',
    en: 'the calendar of {year} ({source}) is known: due {due}',
  },
  DossierDueMoved: { vi: 'dời hạn đến {due}: {reason}', en: 'moved the due instant to {due}: {reason}' },
  DossierRejected: { vi: 'trả hồ sơ không giải quyết: {reason}', en: 'rejected: {reason}' },
  DossierWithdrawn: { vi: 'rút hồ sơ: {reason}', en: 'withdrawn: {reason}' },
  DossierStopped: { vi: 'dừng giải quyết: {reason}', en: 'stopped: {reason}' },
  ResultSigned: { vi: 'ký kết quả {number}', en: 'signed the result {number}' },
  ResultDigitised: { vi: 'số hóa kết quả', en: 'digitised the result' },
  FeePaid: { vi: 'thu {amount} đồng, biên lai {receipt}', en: 'took {amount} đồng, receipt {receipt}' },
  FeeExempted: { vi: 'miễn phí, lệ phí: {reason}', en: 'waived the fee: {reason}' },
  ResultReturned: { vi: 'trả kết quả', en: 'returned the result' },
  DossierRated: { vi: 'đánh giá {score}/5', en: 'rated {score}/5' },
  DossierWarned: {
    vi: 'cảnh báo đã qua {percent}% thời gian',
    en: 'warned: {percent}% of the time has passed',
  },
  StepOverdue: {
    vi: 'ghi nhận bước "{step}" quá hạn {due}',
    en: 'found the step "{step}" overdue since {due}',
  },
  DossierOverdue: {
    vi: 'ghi nhận hồ sơ quá hạn {due}, {holderPostId} chịu trách nhiệm',
    en: 'found the dossier overdue since {due}; {holderPostId} answers for it',
  },
  DossierEscalated: {
    vi: 'báo cáo hồ sơ quá hạn lên {toPostId} (cấp {level})',
    en: 'escalated the dossier to {toPostId} (level {level})',
  },
  ApologyOwed: { vi: 'đến hạn xin lỗi nếu chưa có kết quả trước {due}', en: 'an apology is owed, due {due}' },
  ApologyGiven: { vi: 'xin lỗi công dân: {reason}', en: 'apologised: {reason}' },
  DossierTransferred: {
    vi: 'chuyển hồ sơ sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the dossier to the successor {toOffice} by {document}',
  },
  DossierTakenOver: {
    vi: 'tiếp nhận hồ sơ của {fromOffice} theo {document}',
    en: 'took the dossier over from {fromOffice} by {document}',
  },
  ContactLogged: { vi: 'liên hệ công dân: {text}', en: 'contacted the applicant: {text}' },
  PastDossierImported: {
    vi: 'nạp hồ sơ cũ {caseId} từ {source}',
    en: 'loaded the past dossier {caseId} from {source}',
  },
};

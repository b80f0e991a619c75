import type { Sentences, Words } from '#ledger';

/** What each event about dossiers and procedures says in the trail. */
export const dossiersSentences: Sentences = {
  ProcedurePublished: {
    vi: 'công bố thủ tục hành chính {code} "{name}", áp dụng từ {from}',
    en: 'published the procedure {code} "{name}", in force from {from}',
  },
  ProcedureRepealed: {
    vi: 'bãi bỏ thủ tục hành chính {code} "{name}" từ {from}',
    en: 'repealed the procedure {code} "{name}" from {from}',
  },
  DossierRegistered: {
    vi: 'vào sổ hồ sơ {code}',
    en: 'entered the dossier {code} into the register',
    act: { vi: 'vào sổ hồ sơ', en: 'entered the dossier into the register' },
  },
  NumberVoided: { vi: 'hủy số hồ sơ {code}: {reason}', en: 'voided the number {code}: {reason}' },
  DossierSubmitted: { vi: 'nộp hồ sơ trực tuyến', en: 'handed in a dossier online' },
  DossierReceived: {
    vi: 'tiếp nhận hồ sơ {code}, hẹn trả kết quả lúc {due}[ (nhận khi mất mạng, giờ máy trạm {takenOfflineAt})]',
    en: 'received the dossier {code}, due {due}[ (taken with the line down, at {takenOfflineAt} by the PC)]',
  },
  DossierRefused: { vi: 'từ chối tiếp nhận hồ sơ: {reason}', en: 'refused to receive the dossier: {reason}' },
  StepHandedOver: { vi: 'chuyển hồ sơ sang bước tiếp theo[: {note}]', en: 'handed the dossier on[: {note}]' },
  StepAccepted: { vi: 'nhận hồ sơ để giải quyết', en: 'accepted the dossier' },
  HandOverDeclined: {
    vi: 'không nhận hồ sơ được chuyển đến: {reason}',
    en: 'declined the dossier that was handed on: {reason}',
  },
  SupplementRequested: {
    vi: 'yêu cầu bổ sung hồ sơ: {reason}',
    en: 'asked for a supplement to the dossier: {reason}',
  },
  SupplementAnswered: {
    vi: 'nhận đủ bổ sung[ gửi {channel}], hẹn trả kết quả lúc {due}',
    en: 'took in the supplement[ sent {channel}], due {due}',
  },
  DossierPaused: { vi: 'tạm dừng giải quyết hồ sơ: {reason}', en: 'paused the dossier: {reason}' },
  DossierResumed: {
    vi: 'tiếp tục giải quyết hồ sơ, hạn {due}: {reason}',
    en: 'resumed the dossier, due {due}: {reason}',
  },
  DossierDueSet: {
    vi: 'tính hạn trả kết quả {due} khi có lịch làm việc năm {year} ({source})',
    en: 'set the due instant {due} once the calendar of {year} was known ({source})',
  },
  DossierDueMoved: {
    vi: 'dời hạn trả kết quả đến {due}: {reason}',
    en: 'moved the due instant to {due}: {reason}',
    act: { vi: 'dời hạn trả kết quả', en: 'moved the due instant' },
  },
  DossierRejected: { vi: 'trả hồ sơ không giải quyết: {reason}', en: 'rejected the dossier: {reason}' },
  DossierWithdrawn: {
    vi: 'ghi nhận rút hồ sơ[: {reason}]',
    en: 'recorded the dossier as withdrawn[: {reason}]',
  },
  DossierStopped: { vi: 'dừng giải quyết hồ sơ: {reason}', en: 'stopped the dossier: {reason}' },
  ResultSigned: {
    vi: 'ký kết quả giải quyết số {number}',
    en: 'signed the result {number}',
    act: { vi: 'ký kết quả giải quyết', en: 'signed the result' },
  },
  ResultDigitised: {
    vi: 'số hóa kết quả giải quyết[ (chưa có bản điện tử: {reason})]',
    en: 'digitised the result[ (no digital copy yet: {reason})]',
  },
  FeePaid: {
    vi: 'thu phí, lệ phí {amount} đồng, biên lai {receipt}',
    en: 'took a fee of {amount} đồng, receipt {receipt}',
    act: { vi: 'thu phí, lệ phí', en: 'took a fee' },
  },
  RefundOwed: {
    vi: 'ghi nhận {amount} đồng nộp thừa, biên lai {receipt}, phải hoàn trả',
    en: 'noted that {amount} đồng, receipt {receipt}, came where no fee was to be paid: it is owed back',
    act: { vi: 'ghi nhận tiền nộp thừa', en: 'noted money that is owed back' },
  },
  FeeRefunded: {
    vi: 'hoàn trả {amount} đồng nộp thừa (biên lai {receipt}), chứng từ {document}',
    en: 'gave {amount} đồng back (receipt {receipt}) by {document}',
    act: { vi: 'hoàn trả tiền nộp thừa', en: 'gave money back' },
  },
  PaymentBegun: {
    vi: 'bắt đầu nộp phí, lệ phí {amount} đồng trực tuyến',
    en: 'began to pay the fee of {amount} đồng online',
    act: { vi: 'bắt đầu nộp phí, lệ phí trực tuyến', en: 'began to pay the fee online' },
  },
  PaymentFailed: {
    vi: 'ghi nhận thanh toán trực tuyến không thành',
    en: 'noted that the payment online came to nothing',
  },
  FeeExempted: {
    vi: 'miễn phí, lệ phí[: {reason}]',
    en: 'waived the fee[: {reason}]',
    act: { vi: 'miễn phí, lệ phí', en: 'waived the fee' },
  },
  ResultReturned: { vi: 'trả kết quả {channel}', en: 'returned the result {channel}' },
  DossierRated: {
    vi: 'đánh giá mức độ hài lòng',
    en: 'rated the service',
  },
  DossierWarned: {
    vi: 'cảnh báo {toPostId}: đã qua {percent}% thời gian[ của bước "{step}"]',
    en: 'warned {toPostId}: {percent}% of the time has passed[ for the step "{step}"]',
    act: { vi: 'cảnh báo sắp đến hạn', en: 'warned that time runs out' },
  },
  StepOverdue: {
    vi: 'ghi nhận bước "{step}" quá hạn từ {due}, {holderPostId} chịu trách nhiệm',
    en: 'found the step "{step}" overdue since {due}; {holderPostId} answers for it',
    act: { vi: 'ghi nhận một bước quá hạn', en: 'found a step overdue' },
  },
  DossierOverdue: {
    vi: 'ghi nhận hồ sơ quá hạn từ {due}, {holderPostId} chịu trách nhiệm',
    en: 'found the dossier overdue since {due}; {holderPostId} answers for it',
    act: { vi: 'ghi nhận hồ sơ quá hạn', en: 'found the dossier overdue' },
  },
  DossierEscalated: {
    vi: 'báo cáo hồ sơ quá hạn lên {toPostId} (cấp {level})',
    en: 'escalated the overdue dossier to {toPostId} (level {level})',
    act: { vi: 'báo cáo hồ sơ quá hạn lên cấp trên', en: 'escalated the overdue dossier' },
  },
  PauseReminded: {
    vi: 'nhắc {toPostId}: hồ sơ tạm dừng đến {until}',
    en: 'reminded {toPostId}: the dossier is paused until {until}',
    act: { vi: 'nhắc hồ sơ sắp hết thời gian tạm dừng', en: 'reminded of the end of a pause' },
  },
  PauseOverdue: {
    vi: 'ghi nhận đã quá ngày hẹn tiếp tục ({until}) mà hồ sơ vẫn tạm dừng, {holderPostId} chịu trách nhiệm',
    en: 'found the dossier still paused after the day on which it was to go on ({until}); {holderPostId} answers for it',
    act: { vi: 'ghi nhận đã quá ngày hẹn tiếp tục', en: 'found a dossier paused too long' },
  },
  PauseEscalated: {
    vi: 'báo cáo hồ sơ tạm dừng quá ngày hẹn tiếp tục lên {toPostId} (cấp {level})',
    en: 'escalated the dossier paused too long to {toPostId} (level {level})',
    act: { vi: 'báo cáo hồ sơ tạm dừng quá hẹn lên cấp trên', en: 'escalated a dossier paused too long' },
  },
  ApologyOwed: {
    vi: 'ghi nhận phải xin lỗi công dân nếu chưa có kết quả trước {due}',
    en: 'found that an apology is owed unless there is a result before {due}',
    act: { vi: 'ghi nhận phải xin lỗi công dân', en: 'found that an apology is owed' },
  },
  ApologyGiven: {
    vi: 'xin lỗi công dân[ và hẹn lại lúc {newDue}]: {reason}',
    en: 'apologised[ and promised {newDue}]: {reason}',
  },
  DossierTransferred: {
    vi: 'chuyển hồ sơ sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the dossier to the successor {toOffice} by {document}',
    act: { vi: 'chuyển hồ sơ sang đơn vị kế thừa', en: 'handed the dossier to the successor' },
  },
  DossierTakenOver: {
    vi: 'tiếp nhận hồ sơ của {fromOffice} theo {document}',
    en: 'took the dossier over from {fromOffice} by {document}',
    act: { vi: 'tiếp nhận hồ sơ của đơn vị trước', en: 'took the dossier over from the office before' },
  },
  ArchivePackageMade: {
    vi: 'đóng gói hồ sơ để lưu trữ, {bytes} byte',
    en: 'packed the dossier for the archive, {bytes} bytes',
    act: { vi: 'đóng gói hồ sơ để lưu trữ', en: 'packed the dossier for the archive' },
  },
  DossierArchived: {
    vi: 'bàn giao hồ sơ cho {receiver} ngày {day}, biên bản {receipt}',
    en: 'handed the dossier over to {receiver} on {day} by record {receipt}',
    act: { vi: 'bàn giao hồ sơ lưu trữ', en: 'handed the dossier over to the archive' },
  },
  PostStateRecorded: {
    vi: 'ghi nhận bưu gửi {tracking}: {state} ngày {day}',
    en: 'noted of what was sent as {tracking}: {state} on {day}',
    act: { vi: 'ghi nhận trạng thái bưu gửi', en: 'noted where something sent is' },
  },
  ContactLogged: {
    vi: 'liên hệ công dân[: {text}]',
    en: 'contacted the applicant[: {text}]',
  },
  PastDossierImported: {
    vi: 'nạp hồ sơ cũ {caseId}, thủ tục {procedure}',
    en: 'loaded the past dossier {caseId}, procedure {procedure}',
  },
  PastStepsAdded: {
    vi: 'nạp thêm bước của hồ sơ cũ {caseId}',
    en: 'loaded more steps of the past dossier {caseId}',
  },
};

/** What the code words of dossiers, and of the forms about them, are called. */
export const dossiersWords: Words = {
  'DocumentNumbered.kind': {
    receipt: { vi: 'giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'a receipt with its appointment' },
    supplement: { vi: 'phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'a request for a supplement' },
    refusal: { vi: 'phiếu từ chối tiếp nhận, giải quyết hồ sơ', en: 'a refusal' },
    apology: { vi: 'phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'an apology' },
    control: { vi: 'phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'a control slip' },
    register: { vi: 'sổ theo dõi hồ sơ', en: 'a register of dossiers' },
  },
  'PostStateRecorded.state': {
    accepted: { vi: 'bưu chính đã nhận', en: 'accepted by the post' },
    in_transit: { vi: 'đang vận chuyển', en: 'on its way' },
    delivered: { vi: 'đã phát', en: 'delivered' },
    undelivered: { vi: 'phát không thành công', en: 'not delivered' },
    sent_back: { vi: 'đã chuyển hoàn', en: 'sent back' },
  },
  'SupplementAnswered.channel': { online: { vi: 'trực tuyến', en: 'online' } },
  'ResultReturned.channel': {
    counter: { vi: 'trực tiếp tại Bộ phận Một cửa', en: 'at the counter' },
    online: { vi: 'trực tuyến', en: 'online' },
    post: { vi: 'qua bưu chính công ích', en: 'by post' },
  },
};

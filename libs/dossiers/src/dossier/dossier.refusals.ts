import { refusal } from '#kernel';

export const unknownDossier = refusal(
  'unknown_dossier',
  404,
  { vi: 'Không có hồ sơ này', en: 'There is no such dossier' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);
export const dossierState = refusal(
  'dossier_state',
  409,
  { vi: 'Hồ sơ đang ở trạng thái {status}', en: 'The dossier is {status}' },
  { vi: 'Việc này chỉ làm được khi hồ sơ {needed}.', en: 'This can be done when it is {needed}.' },
);
export const alreadyReceived = refusal(
  'already_received',
  409,
  { vi: 'Hồ sơ đã được tiếp nhận', en: 'The dossier was received already' },
  { vi: 'Mã hồ sơ: {code}.', en: 'Its code is {code}.' },
  'R19',
);
export const notTheDesk = refusal(
  'not_the_desk',
  403,
  { vi: 'Chỉ Bộ phận Tiếp nhận và Trả kết quả làm việc này', en: 'Only the one-stop desk does this' },
  { vi: 'Chuyển hồ sơ qua Một cửa.', en: 'Bring it to the desk.' },
);
export const notTheHolder = refusal(
  'not_the_holder',
  403,
  { vi: 'Hồ sơ không do bạn giữ', en: 'You do not hold this dossier' },
  { vi: 'Người đang giữ hồ sơ làm việc này.', en: 'Whoever holds it does this.' },
  'R20',
);
export const undeclaredComponent = refusal(
  'undeclared_component',
  422,
  { vi: 'Thủ tục không quy định thành phần này', en: 'The procedure does not declare this component' },
  { vi: 'Không được yêu cầu: {names}.', en: 'It must not be asked for: {names}.' },
  'R12',
);
export const componentsMissing = refusal(
  'components_missing',
  422,
  { vi: 'Hồ sơ chưa đủ thành phần', en: 'The dossier is not complete' },
  { vi: 'Còn thiếu: {names}.', en: 'Missing: {names}.' },
);
export const secondSupplement = refusal(
  'second_supplement',
  409,
  { vi: 'Đã yêu cầu bổ sung một lần', en: 'A supplement was asked for already' },
  { vi: 'Mỗi hồ sơ chỉ được yêu cầu bổ sung một lần.', en: 'It may be asked for once.' },
  'R13',
);
export const supplementNotAwaited = refusal(
  'supplement_not_awaited',
  409,
  { vi: 'Hồ sơ này không chờ bổ sung', en: 'This dossier waits for no supplement' },
  {
    vi: 'Nếu đã gửi bổ sung trước đó thì lần gửi ấy vẫn giữ nguyên; xin tra cứu lại để xem hồ sơ đang ở đâu.',
    en: 'If a supplement was sent before, that one stands; look the dossier up to see how far it is.',
  },
);
export const supplementTooLate = refusal(
  'supplement_too_late',
  409,
  { vi: 'Đã hết hạn bổ sung', en: 'The time for the supplement is over' },
  {
    vi: 'Hạn bổ sung là {by}. Xin nộp hồ sơ mới, hoặc liên hệ Bộ phận Một cửa.',
    en: 'It was to come by {by}. Please hand in a new dossier, or ask at the one-stop desk.',
  },
);
export const pauseNotAllowed = refusal(
  'pause_not_allowed',
  409,
  { vi: 'Không được tạm dừng hồ sơ như vậy', en: 'The dossier can’t be paused so' },
  { vi: '{why}.', en: '{why}.' },
  'R14',
);
export const handOverWaiting = refusal(
  'hand_over_waiting',
  409,
  { vi: 'Hồ sơ đang chờ người nhận xác nhận', en: 'The hand-over waits to be accepted' },
  {
    vi: 'Chờ người nhận xác nhận hoặc trả lại rồi mới chuyển tiếp.',
    en: 'Wait until it is accepted or declined before the next one.',
  },
  'R20',
);
export const handOverInvalid = refusal(
  'hand_over_invalid',
  422,
  { vi: 'Không chuyển như vậy được', en: 'It can’t be handed over so' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
  'R20',
);
export const resultNotSigned = refusal(
  'result_not_signed',
  409,
  { vi: 'Kết quả chưa được ký', en: 'The result is not signed' },
  { vi: 'Trình ký trước khi trả.', en: 'Have it signed before it is returned.' },
  'R18',
);
export const feeUnpaid = refusal(
  'fee_unpaid',
  409,
  { vi: 'Chưa nộp phí, lệ phí', en: 'The fee is not paid' },
  { vi: 'Thu {fee} đồng hoặc ghi lý do miễn.', en: 'Take {fee} đồng, or record why it is waived.' },
  'R23',
);
export const refundNotOwed = refusal(
  'refund_not_owed',
  409,
  {
    vi: 'Hồ sơ không còn khoản nộp thừa này phải hoàn trả',
    en: 'No such money is owed back on this dossier',
  },
  {
    vi: 'Tải lại trang hồ sơ và xem các khoản đã hoàn trả.',
    en: 'Load the dossier again and see what was given back.',
  },
);
export const feeSettled = refusal(
  'fee_settled',
  409,
  { vi: 'Phí, lệ phí của hồ sơ đã nộp hoặc được miễn', en: 'The fee is paid already, or waived' },
  {
    vi: 'Không thu hai lần: khoản trả thêm phải được hoàn lại.',
    en: 'It is not taken twice: what was paid besides is to be given back.',
  },
  'R23',
);
export const paymentUnknown = refusal(
  'payment_unknown',
  422,
  { vi: 'Không có lượt thanh toán này', en: 'There is no such payment' },
  { vi: 'Kiểm tra mã lượt thanh toán và mã hồ sơ.', en: 'Check the id of the payment and the code.' },
  'R23',
);
export const paymentTooLate = refusal(
  'payment_too_late',
  409,
  { vi: 'Trả tiền sau khi lượt thanh toán hết hạn', en: 'It was paid after the time for it' },
  { vi: 'Hoàn lại khoản này; người nộp thanh toán lượt khác.', en: 'Give it back; the applicant pays anew.' },
  'R23',
);
export const paymentLapsed = refusal(
  'payment_lapsed',
  409,
  { vi: 'Lượt thanh toán này đã kết thúc', en: 'This payment is over' },
  {
    vi: 'Tra cứu lại hồ sơ để xem đã nộp chưa; nếu chưa, bắt đầu lượt khác.',
    en: 'Look the dossier up to see whether it is paid; if not, begin anew.',
  },
  'R23',
);
export const feeWrong = refusal(
  'fee_wrong',
  422,
  { vi: 'Số tiền không đúng', en: 'The amount is wrong' },
  { vi: 'Mức thu của thủ tục là {fee} đồng, thu một lần.', en: 'The fee is {fee} đồng, paid once.' },
  'R23',
);
export const notDigitised = refusal(
  'not_digitised',
  409,
  { vi: 'Kết quả chưa được số hóa', en: 'The result is not digitised' },
  { vi: 'Lưu bản số hoặc ghi lý do không số hóa.', en: 'Keep a digital copy, or record why there is none.' },
);
export const trackingMissing = refusal(
  'tracking_missing',
  422,
  { vi: 'Thiếu mã bưu gửi', en: 'The tracking number is missing' },
  { vi: 'Ghi mã bưu gửi khi trả qua bưu chính.', en: 'Give it for a result that goes by post.' },
  'R18',
);
export const alreadyRated = refusal(
  'already_rated',
  409,
  { vi: 'Hồ sơ đã được đánh giá', en: 'The dossier was rated already' },
  { vi: 'Mỗi hồ sơ đánh giá một lần.', en: 'It is rated once.' },
  'R24',
);
export const secondReappointment = refusal(
  'second_reappointment',
  409,
  { vi: 'Đã hẹn lại một lần', en: 'It was re-appointed already' },
  { vi: 'Mỗi hồ sơ chỉ được hẹn lại một lần.', en: 'It may be re-appointed once.' },
  'R15',
);
export const reappointmentInvalid = refusal(
  'reappointment_invalid',
  422,
  { vi: 'Ngày hẹn lại không hợp lệ', en: 'The new appointment is not valid' },
  { vi: 'Chọn một ngày làm việc sau hạn cũ.', en: 'Choose a working day after the old one.' },
  'R15',
);
export const applicantMissing = refusal(
  'applicant_missing',
  422,
  { vi: 'Thiếu người nộp hồ sơ', en: 'The applicant is missing' },
  {
    vi: 'Ghi "applicant", hoặc "applicantId" của người đã có.',
    en: 'Give "applicant", or the "applicantId" of a known one.',
  },
);
export const lookupFailed = refusal(
  'lookup_failed',
  404,
  { vi: 'Không tìm thấy hồ sơ với mã và mã tra cứu này', en: 'No dossier has this code and secret' },
  { vi: 'Kiểm tra lại mã trên giấy tiếp nhận.', en: 'Check both on the receipt.' },
);

export const registerTooLong = refusal(
  'register_too_long',
  422,
  { vi: 'Sổ của kỳ này không lập được', en: 'The register of this period can’t be made' },
  {
    vi: 'Chọn kỳ có từ ngày trước đến ngày, nhiều nhất {most} hồ sơ.',
    en: 'Choose a period from a day to a later one, of at most {most} dossiers.',
  },
);

export const extensionNotAllowed = refusal(
  'extension_not_allowed',
  409,
  { vi: 'Không được thêm thời hạn xác minh', en: 'There is no time for verification' },
  { vi: 'Giải quyết trong hạn: {why}.', en: 'Keep to the time it has: {why}.' },
);
export const exemptionUnknown = refusal(
  'exemption_unknown',
  422,
  { vi: 'Không thuộc trường hợp được miễn', en: 'This is no ground for a waiver' },
  { vi: 'Chọn một trong: {grounds}.', en: 'Choose one of: {grounds}.' },
  'R23',
);
export const reuseUnknown = refusal(
  'reuse_unknown',
  422,
  { vi: 'Không có tệp đã lưu cho "{name}"', en: 'There is no earlier file for "{name}"' },
  {
    vi: 'Chọn một tệp hệ thống gợi ý, hoặc nhận bản giấy.',
    en: 'Choose one that is offered, or take the paper.',
  },
);

export const componentHeld = refusal(
  'component_held',
  409,
  { vi: 'Cơ quan đã có "{name}" dạng số', en: 'The office holds "{name}" already' },
  { vi: 'Dùng lại tệp đã có, không yêu cầu nộp.', en: 'Use the file it has; do not ask for it.' },
);

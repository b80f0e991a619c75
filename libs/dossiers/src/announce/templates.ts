import type { Template } from '#notification';

const about = (vi: string, en: string) => ({
  vi: `Hồ sơ {code}: ${vi}`,
  en: `Dossier {code}: ${en}`,
});
const template = (subject: [string, string], vi: string, en: string): Template => ({
  subject: about(...subject),
  text: { vi: `Hồ sơ {code} (${'{procedure}'}): ${vi}`, en: `Dossier {code} (${'{procedure}'}): ${en}` },
});

const grouped =
  (group: NonNullable<Template['group']>) =>
  (...said: Parameters<typeof template>): Template => ({ ...template(...said), group });
/** The law requires it: that it came in and until when, what is asked for, that and why it came to nothing, an apology. */
const required = grouped('required');
const progress = grouped('progress');
const result = grouped('result');
const fee = grouped('fee');

/** What applicants and officials are told of a dossier (mẫu thông báo). */
export const dossierTemplates = {
  dossier_received: required(
    ['đã tiếp nhận', 'received'],
    'đã được tiếp nhận. Hẹn trả kết quả: {due}.',
    'received. The result is due at {due}.',
  ),
  dossier_received_awaiting: required(
    ['đã tiếp nhận', 'received'],
    'đã được tiếp nhận. Thời hạn giải quyết vẫn theo quy định; ngày hẹn trả kết quả được báo khi có lịch nghỉ năm {year}.',
    'received. The time that the procedure gives stands; you are told the day once the days off of {year} are announced.',
  ),
  supplement_answered_awaiting: required(
    ['đã nhận bổ sung', 'supplement received'],
    'đã nhận đủ bổ sung. Thời hạn giải quyết vẫn theo quy định; ngày hẹn trả kết quả được báo khi có lịch nghỉ năm {year}.',
    'the supplement is complete. The time that the procedure gives stands; you are told the day once the days off of {year} are announced.',
  ),
  dossier_resumed_awaiting: required(
    ['tiếp tục giải quyết', 'resumed'],
    'tiếp tục được giải quyết. Ngày hẹn trả kết quả được báo khi có lịch nghỉ năm {year}.',
    'work goes on. You are told when the result is due once the days off of {year} are announced.',
  ),
  dossier_due_moved_awaiting: required(
    ['đổi ngày hẹn', 'the appointment moved'],
    'ngày hẹn trả kết quả thay đổi, được báo khi có lịch nghỉ năm {year}. Lý do: {reason}.',
    'the appointment moves; you are told the day once the days off of {year} are announced. Reason: {reason}.',
  ),
  dossier_due_set: required(
    ['ngày hẹn trả kết quả', 'the appointment'],
    'hẹn trả kết quả: {due}.',
    'the result is due at {due}.',
  ),
  dossier_refused: required(
    ['chưa được tiếp nhận', 'not taken in'],
    'chưa được tiếp nhận. Lý do: {reason}.',
    'not taken in. Reason: {reason}.',
  ),
  supplement_requested: required(
    ['cần bổ sung', 'a supplement is needed'],
    'cần bổ sung {components}. Lý do: {reason}. Hạn bổ sung: {due}.',
    'please add {components}. Reason: {reason}. By: {due}.',
  ),
  supplement_answered: required(
    ['đã nhận bổ sung', 'supplement received'],
    'đã nhận đủ bổ sung. Hẹn trả kết quả: {due}.',
    'the supplement is complete. The result is due at {due}.',
  ),
  dossier_paused: progress(
    ['tạm dừng', 'paused'],
    'tạm dừng giải quyết. Lý do: {reason}. Dự kiến tiếp tục: {due}.',
    'paused. Reason: {reason}. Expected to go on: {due}.',
  ),
  dossier_resumed: required(
    ['tiếp tục giải quyết', 'resumed'],
    'tiếp tục được giải quyết. Hẹn trả kết quả: {due}.',
    'work goes on. The result is due at {due}.',
  ),
  dossier_due_moved: required(
    ['đổi ngày hẹn', 'the appointment moved'],
    'ngày hẹn trả kết quả đổi thành {due}. Lý do: {reason}.',
    'the result is now due at {due}. Reason: {reason}.',
  ),
  dossier_rejected: required(
    ['không được giải quyết', 'rejected'],
    'không đủ điều kiện giải quyết. Lý do: {reason}.',
    'can’t be granted. Reason: {reason}.',
  ),
  dossier_withdrawn: progress(
    ['đã rút', 'withdrawn'],
    'đã kết thúc do người nộp rút hồ sơ.',
    'closed: its applicant took it back.',
  ),
  dossier_lapsed: required(
    ['đã rút', 'withdrawn'],
    'đã kết thúc do rút hồ sơ. Lý do: {reason}.',
    'closed as withdrawn. Reason: {reason}.',
  ),
  dossier_stopped: required(
    ['dừng giải quyết', 'stopped'],
    'dừng giải quyết theo quy định. Lý do: {reason}.',
    'stopped by law. Reason: {reason}.',
  ),
  result_ready: result(
    ['đã có kết quả', 'the result is ready'],
    'đã có kết quả. Mời nhận tại Bộ phận Một cửa hoặc theo cách đã chọn.',
    'the result is ready. Fetch it at the one-stop desk, or as you chose.',
  ),
  fee_paid: fee(
    ['đã thu phí, lệ phí', 'fee received'],
    'đã thu {amount} đồng, biên lai số {receipt}.',
    'received {amount} đồng, receipt {receipt}.',
  ),
  fee_paid_twice: fee(
    ['tiền nộp thừa', 'money that came twice'],
    'đã nhận thừa {amount} đồng, biên lai số {receipt}. Khoản này sẽ được hoàn trả; xin liên hệ Bộ phận Một cửa.',
    'received {amount} đồng more than is due, receipt {receipt}. It will be given back; please contact the one-stop desk.',
  ),
  fee_refunded: fee(
    ['đã hoàn trả tiền nộp thừa', 'money given back'],
    'đã hoàn trả {amount} đồng nộp thừa, chứng từ số {document}.',
    'gave {amount} đồng back, document {document}.',
  ),
  result_returned: result(
    ['đã trả kết quả', 'result returned'],
    'đã trả kết quả. Mời đánh giá, trả lời khảo sát hài lòng trên trang công dân bằng mã tra cứu của giấy hẹn.',
    'the result was returned. Please rate the service and answer the survey on the citizens’ pages, with the secret of your receipt.',
  ),
  dossier_apology: required(
    ['xin lỗi và hẹn lại', 'our apology'],
    'chúng tôi xin lỗi vì chậm trả kết quả. Lý do: {reason}. Hẹn lại: {due}.',
    'we apologise for the delay. Reason: {reason}. New appointment: {due}.',
  ),

  dossier_offered: template(
    ['chờ bạn nhận', 'waits for your acceptance'],
    'được chuyển đến bạn, chờ nhận.',
    'was handed over to you and waits for your acceptance.',
  ),
  supplement_sent: template(
    ['người nộp đã gửi bổ sung', 'the applicant sent the supplement'],
    'người nộp đã gửi bổ sung trực tuyến. Thời hạn tính lại từ đầu, hồ sơ chờ bạn giải quyết tiếp.',
    'the applicant sent the supplement online. The time starts again, and it waits for you.',
  ),
  fee_paid_online: template(
    ['người nộp đã thanh toán', 'the fee was paid online'],
    'người nộp đã thanh toán trực tuyến, biên lai số {receipt}.',
    'the fee was paid online, receipt {receipt}.',
  ),
  refund_owed: template(
    ['có tiền nộp thừa', 'money is owed back'],
    'có tiền nộp thừa, biên lai số {receipt}; Bộ phận Một cửa phải hoàn trả.',
    'money came that is owed back, receipt {receipt}; the one-stop desk gives it back.',
  ),
  dossier_declined: template(
    ['bị từ chối nhận', 'hand-over declined'],
    'người nhận từ chối: {reason}. Bạn vẫn chịu trách nhiệm.',
    'the hand-over was declined: {reason}. You still answer for it.',
  ),
  dossier_warned: template(
    ['đã qua {percent}% thời gian', '{percent}% of the time has passed'],
    'đã qua {percent}% thời gian giải quyết.',
    '{percent}% of its time has passed.',
  ),
  dossier_overdue: template(['quá hạn', 'overdue'], 'đã quá hạn {due}.', 'overdue since {due}.'),
  step_overdue: template(
    ['bước quá hạn', 'a step is overdue'],
    'bước "{step}" đã quá hạn {due}.',
    'the step "{step}" is overdue since {due}.',
  ),
  dossier_escalated: template(
    ['quá hạn, báo cáo lên bạn', 'overdue, escalated to you'],
    'quá hạn {due}, được báo cáo lên bạn (cấp {level}).',
    'overdue since {due}, escalated to you (level {level}).',
  ),
  pause_reminded: template(
    ['sắp hết thời gian tạm dừng', 'the pause ends soon'],
    'tạm dừng đến {due}. Kiểm tra điều kiện tiếp tục.',
    'paused until {due}. See whether it can go on.',
  ),
  pause_overdue: template(
    ['đã quá ngày hẹn tiếp tục', 'paused too long'],
    'đã quá ngày hẹn tiếp tục {due} mà vẫn tạm dừng. Tiếp tục giải quyết, hoặc kết thúc theo quy định.',
    'was to go on by {due} and is paused still. Let it go on, or end it as the law says.',
  ),
  pause_escalated: template(
    ['tạm dừng quá hẹn, báo cáo lên bạn', 'paused too long, escalated to you'],
    'đã quá ngày hẹn tiếp tục {due}, được báo cáo lên bạn (cấp {level}).',
    'was to go on by {due}, escalated to you (level {level}).',
  ),
  apology_owed: template(
    ['phải xin lỗi công dân', 'an apology is owed'],
    'chưa có kết quả, phải xin lỗi công dân trước {due}.',
    'has no result yet: an apology is owed before {due}.',
  ),
  dossier_submitted: {
    subject: { vi: 'Hồ sơ trực tuyến mới', en: 'A new online submission' },
    text: {
      vi: 'Có hồ sơ trực tuyến chờ tiếp nhận: {procedure}.',
      en: 'An online submission waits: {procedure}.',
    },
  },
} as const satisfies Record<string, Template>;

import type { Sentences } from '#ledger';
import { moneySentences } from './money.sentences.js';

/** What each event of planning says in the trail. */
export const planningSentences: Sentences = {
  PlanDrafted: { vi: 'lập dự thảo "{title}"', en: 'drafted "{title}"' },
  PlanHeaderAmended: { vi: 'sửa phần chung của kế hoạch', en: 'amended the plan’s heading' },
  TaskPlanned: { vi: 'đưa nhiệm vụ {number} "{title}" vào kế hoạch', en: 'planned task {number} "{title}"' },
  PlannedTaskAmended: {
    vi: 'sửa nhiệm vụ {number} "{title}" trong kế hoạch',
    en: 'amended task {number} "{title}" in the plan',
  },
  LeadConfirmed: {
    vi: 'xác nhận {leadUnitId} chủ trì nhiệm vụ {number}',
    en: 'confirmed {leadUnitId} as the lead of task {number}',
    act: { vi: 'xác nhận đơn vị chủ trì nhiệm vụ', en: 'confirmed the lead of a task' },
  },
  ObligationDated: {
    vi: 'ấn định ngày đến hạn cho một thời hạn của nhiệm vụ',
    en: 'gave a deadline of a task its date',
  },
  PlanSubmitted: {
    vi: 'trình kế hoạch gồm {tasks} nhiệm vụ',
    en: 'submitted the plan of {tasks} tasks',
    act: { vi: 'trình kế hoạch', en: 'submitted the plan' },
  },
  PlanReturned: { vi: 'trả lại kế hoạch: {reason}', en: 'sent the plan back: {reason}' },
  PlanApproved: {
    vi: 'phê duyệt kế hoạch gồm {tasks} nhiệm vụ',
    en: 'approved the plan of {tasks} tasks',
    act: { vi: 'phê duyệt kế hoạch', en: 'approved the plan' },
  },
  TasksCarriedOver: {
    vi: 'chuyển tiếp {tasks} nhiệm vụ từ kế hoạch năm {fromYear} sang dự thảo kế hoạch năm sau',
    en: 'carried {tasks} tasks over from the plan of {fromYear} into next year’s draft',
    act: { vi: 'chuyển tiếp việc còn lại từ kế hoạch năm trước', en: 'carried last year’s open work over' },
  },
  PlanSent: {
    vi: 'gửi kế hoạch theo nơi nhận ngày {day}',
    en: 'sent the plan to its recipients on {day}',
    act: { vi: 'gửi kế hoạch theo nơi nhận', en: 'sent the plan to its recipients' },
  },
  PlanReceiptRecorded: {
    vi: 'ghi nhận {recipient} đã nhận kế hoạch ngày {day}[: {note}]',
    en: 'noted that {recipient} got the plan on {day}[: {note}]',
    act: { vi: 'ghi nhận nơi nhận đã nhận kế hoạch', en: 'noted that a recipient got the plan' },
  },
  PlanRead: { vi: 'xác nhận đã đọc kế hoạch', en: 'confirmed having read the plan' },
  PlanClosed: { vi: 'kết thúc kế hoạch: {reason}', en: 'closed the plan: {reason}' },
  TaskAssigned: { vi: 'giao nhiệm vụ {number} "{title}"', en: 'assigned task {number} "{title}"' },
  TaskAmended: {
    vi: 'cập nhật nhiệm vụ {number} "{title}" theo kế hoạch sửa đổi',
    en: 'updated task {number} "{title}" to the amended plan',
  },
  TaskAcknowledged: { vi: 'xác nhận đã nhận nhiệm vụ[: {note}]', en: 'acknowledged the task[: {note}]' },
  TaskProgressReported: {
    vi: 'báo cáo tiến độ {percent}%[: {text}]',
    en: 'reported progress of {percent}%[: {text}]',
    act: { vi: 'báo cáo tiến độ', en: 'reported progress' },
  },
  DeliverableSubmitted: { vi: 'nộp sản phẩm: {text}', en: 'submitted a deliverable: {text}' },
  DeliverableAccepted: { vi: 'nghiệm thu sản phẩm', en: 'accepted a deliverable' },
  DeliverableReturned: { vi: 'trả lại sản phẩm: {reason}', en: 'returned a deliverable: {reason}' },
  ExtensionAsked: {
    vi: 'xin gia hạn đến {due}: {reason}',
    en: 'asked for an extension to {due}: {reason}',
    act: { vi: 'xin gia hạn', en: 'asked for an extension' },
  },
  ExtensionGranted: {
    vi: 'đồng ý gia hạn đến {due}: {reason}',
    en: 'granted an extension to {due}: {reason}',
    act: { vi: 'đồng ý gia hạn', en: 'granted an extension' },
  },
  ExtensionRefused: { vi: 'không đồng ý gia hạn: {reason}', en: 'refused an extension: {reason}' },
  TaskHandedOver: { vi: 'chuyển đơn vị chủ trì: {reason}', en: 'handed the task over: {reason}' },
  TriggerRecorded: {
    vi: 'ghi nhận điều kiện bắt đầu ngày {day}[: {note}]',
    en: 'recorded the trigger of {day}[: {note}]',
    act: { vi: 'ghi nhận điều kiện bắt đầu', en: 'recorded a trigger' },
  },
  ExtraReportRequested: {
    vi: 'yêu cầu báo cáo đột xuất: {reason}',
    en: 'requested an extra report: {reason}',
  },
  DeadlineMetByReport: {
    vi: 'một kỳ hạn được đáp ứng bằng {report}',
    en: 'a deadline was met by {report}',
    act: { vi: 'kỳ hạn được đáp ứng bằng báo cáo định kỳ', en: 'a deadline was met by a periodic report' },
  },
  DeadlineReopened: {
    vi: 'mở lại kỳ hạn vì {report} bị trả lại',
    en: 'reopened a deadline, for {report} was returned',
    act: {
      vi: 'mở lại kỳ hạn vì báo cáo bị trả lại',
      en: 'reopened a deadline, for its report was returned',
    },
  },
  TaskUrged: { vi: 'đôn đốc: {text}', en: 'urged: {text}' },
  PlanTransferred: {
    vi: 'chuyển kế hoạch sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the plan to the successor {toOffice} by {document}',
    act: { vi: 'chuyển kế hoạch sang đơn vị kế thừa', en: 'handed the plan to the successor' },
  },
  PlanReceived: {
    vi: 'tiếp nhận kế hoạch của {fromOffice} theo {document}',
    en: 'took over the plan of {fromOffice} by {document}',
    act: { vi: 'tiếp nhận kế hoạch của đơn vị trước', en: 'took over the plan of the office before' },
  },
  TaskTransferred: {
    vi: 'chuyển nhiệm vụ sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the task to the successor {toOffice} by {document}',
    act: { vi: 'chuyển nhiệm vụ sang đơn vị kế thừa', en: 'handed the task to the successor' },
  },
  TaskReceived: {
    vi: 'tiếp nhận nhiệm vụ của {fromOffice} theo {document}',
    en: 'took the task over from {fromOffice} by {document}',
    act: { vi: 'tiếp nhận nhiệm vụ của đơn vị trước', en: 'took the task over from the office before' },
  },
  TaskCarriedOver: {
    vi: 'chuyển tiếp nhiệm vụ sang kế hoạch năm {year}',
    en: 'carried the task over into the plan of {year}',
    act: { vi: 'chuyển tiếp nhiệm vụ sang năm sau', en: 'carried the task over into next year' },
  },
  TaskCompleted: { vi: 'báo hoàn thành nhiệm vụ[: {note}]', en: 'completed the task[: {note}]' },
  TaskCancelled: { vi: 'hủy nhiệm vụ[: {reason}]', en: 'cancelled the task[: {reason}]' },
  DeadlineReminded: {
    vi: 'nhắc {toPostId}: còn {workingDays} ngày làm việc, hạn {due}',
    en: 'reminded {toPostId}: {workingDays} working day(s) left, due {due}',
    act: { vi: 'nhắc việc sắp đến hạn', en: 'reminded of a deadline' },
  },
  DeadlineMissed: {
    vi: 'ghi nhận quá hạn {due}[ ("{label}")], {leadPostId} chịu trách nhiệm',
    en: 'recorded the missed deadline of {due}[ ("{label}")]; {leadPostId} answers for it',
    act: { vi: 'ghi nhận quá hạn', en: 'recorded a missed deadline' },
  },
  DeadlineEscalated: {
    vi: 'báo cáo việc quá hạn {due} lên {toPostId} (cấp {level})',
    en: 'escalated the missed deadline of {due} to {toPostId} (level {level})',
    act: { vi: 'báo cáo việc quá hạn lên cấp trên', en: 'escalated a missed deadline' },
  },
  TaskFellSilent: {
    vi: 'ghi nhận chưa có báo cáo tiến độ trong {period}, {leadPostId} chịu trách nhiệm',
    en: 'found no progress reported in {period}; {leadPostId} answers for it',
    act: { vi: 'ghi nhận chưa có báo cáo tiến độ', en: 'found no progress reported' },
  },
  ReviewCalled: { vi: 'báo đến kỳ tổng kết cuối năm', en: 'called for the year-end review' },
  DeadlineSet: {
    vi: 'tính hạn {due} khi có lịch làm việc năm {year} ({source})',
    en: 'set the deadline {due} once the calendar of {year} was known ({source})',
    act: { vi: 'tính hạn khi có lịch làm việc', en: 'set a deadline once the calendar was known' },
  },
  ...moneySentences,
  DeadlinesRecomputed: { vi: 'tính lại thời hạn: {reason}', en: 'computed deadlines anew: {reason}' },
};

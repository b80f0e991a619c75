import type { Bilingual } from '#kernel';

/** What each event of planning says in the trail; values in braces come from the event's data. */
export const planningSentences: Record<string, Bilingual> = {
  PlanDrafted: { vi: 'lập dự thảo "{title}"', en: 'drafted "{title}"' },
  PlanHeaderAmended: { vi: 'sửa phần chung của kế hoạch', en: 'amended the plan’s heading' },
  TaskPlanned: { vi: 'đưa nhiệm vụ {number} "{title}" vào kế hoạch', en: 'planned task {number} "{title}"' },
  PlannedTaskAmended: { vi: 'sửa nhiệm vụ {number} trong kế hoạch', en: 'amended task {number} in the plan' },
  LeadConfirmed: {
    vi: 'xác nhận {leadUnitId} là đầu mối chủ trì nhiệm vụ {number}',
    en: 'confirmed {leadUnitId} as the lead of task {number}',
  },
  ObligationDated: { vi: 'ấn định ngày đến hạn cho một nghĩa vụ', en: 'gave an obligation its date' },
  PlanSubmitted: { vi: 'trình kế hoạch gồm {tasks} nhiệm vụ', en: 'submitted the plan of {tasks} tasks' },
  PlanReturned: { vi: 'trả lại kế hoạch: {reason}', en: 'sent the plan back: {reason}' },
  PlanApproved: { vi: 'phê duyệt kế hoạch gồm {tasks} nhiệm vụ', en: 'approved the plan of {tasks} tasks' },
  PlanClosed: { vi: 'kết thúc kế hoạch: {reason}', en: 'closed the plan: {reason}' },
  TaskAssigned: { vi: 'giao nhiệm vụ {number} "{title}"', en: 'assigned task {number} "{title}"' },
  TaskAmended: {
    vi: 'cập nhật nhiệm vụ {number} theo kế hoạch sửa đổi',
    en: 'updated task {number} to the amended plan',
  },
  TaskAcknowledged: { vi: 'tiếp nhận nhiệm vụ', en: 'acknowledged the task' },
  TaskProgressReported: {
    vi: 'báo cáo tiến độ {percent}%: {text}',
    en: 'reported progress of {percent}%: {text}',
  },
  DeliverableSubmitted: { vi: 'nộp sản phẩm: {text}', en: 'submitted a deliverable: {text}' },
  DeliverableAccepted: { vi: 'nghiệm thu sản phẩm', en: 'accepted a deliverable' },
  DeliverableReturned: { vi: 'trả lại sản phẩm: {reason}', en: 'returned a deliverable: {reason}' },
  ExtensionAsked: { vi: 'xin gia hạn đến {due}: {reason}', en: 'asked for an extension to {due}: {reason}' },
  ExtensionGranted: { vi: 'cho gia hạn đến {due}: {reason}', en: 'granted an extension to {due}: {reason}' },
  ExtensionRefused: { vi: 'không cho gia hạn: {reason}', en: 'refused an extension: {reason}' },
  TaskHandedOver: { vi: 'chuyển đầu mối chủ trì: {reason}', en: 'handed the task over: {reason}' },
  TriggerRecorded: {
    vi: 'ghi nhận điều kiện bắt đầu ngày {day}: {note}',
    en: 'recorded the trigger of {day}: {note}',
  },
  ExtraReportRequested: {
    vi: 'yêu cầu báo cáo đột xuất: {reason}',
    en: 'requested an extra report: {reason}',
  },
  TaskUrged: { vi: 'đôn đốc: {text}', en: 'urged: {text}' },
  PlanTransferred: {
    vi: 'chuyển kế hoạch sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the plan to the successor {toOffice} by {document}',
  },
  PlanReceived: {
    vi: 'tiếp nhận kế hoạch của {fromOffice} theo {document}',
    en: 'took over the plan of {fromOffice} by {document}',
  },
  TaskTransferred: {
    vi: 'chuyển nhiệm vụ sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the task to the successor {toOffice} by {document}',
  },
  TaskReceived: {
    vi: 'tiếp nhận nhiệm vụ của {fromOffice} theo {document}',
    en: 'took the task over from {fromOffice} by {document}',
  },
  TaskCompleted: { vi: 'báo hoàn thành nhiệm vụ', en: 'completed the task' },
  TaskCancelled: { vi: 'hủy nhiệm vụ: {reason}', en: 'cancelled the task: {reason}' },
  DeadlineReminded: {
    vi: 'nhắc {toPostId}: còn {workingDays} ngày làm việc, hạn {due}',
    en: 'reminded {toPostId}: {workingDays} working days left, due {due}',
  },
  DeadlineMissed: {
    vi: 'ghi nhận quá hạn {due}, đầu mối chịu trách nhiệm: {leadPostId}',
    en: 'recorded the missed deadline of {due}; {leadPostId} answers for it',
  },
  DeadlineEscalated: {
    vi: 'báo cáo quá hạn lên {toPostId} (cấp {level})',
    en: 'escalated to {toPostId} (level {level})',
  },
  TaskFellSilent: { vi: 'ghi nhận không có tiến độ trong {period}', en: 'found no progress in {period}' },
  ReviewCalled: { vi: 'đến kỳ tổng kết cuối năm', en: 'called for the year-end review' },
  DeadlineSet: {
    vi: 'có lịch làm việc năm {year} ({source}): hạn {due}',
    en: 'the calendar of {year} ({source}) is known: due {due}',
  },
  DeadlinesRecomputed: { vi: 'tính lại thời hạn: {reason}', en: 'computed deadlines anew: {reason}' },
};

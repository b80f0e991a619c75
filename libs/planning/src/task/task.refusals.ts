import { refusal } from '#kernel';

export const notTheLead = refusal(
  'not_the_lead',
  403,
  { vi: 'Chỉ đầu mối chủ trì được làm việc này', en: 'Only the task’s lead may do this' },
  { vi: 'Liên hệ đầu mối chủ trì của nhiệm vụ {number}.', en: 'Ask the lead of task {number}.' },
  'R2',
);
export const notAboveTheLead = refusal(
  'not_above_the_lead',
  403,
  {
    vi: 'Chỉ cấp trên của đầu mối hoặc Văn phòng UBND được làm việc này',
    en: 'Only someone above the lead, or the office of record, may do this',
  },
  { vi: 'Trình người phụ trách trực tiếp của đầu mối chủ trì.', en: 'Ask the lead’s superior.' },
  'R3',
);
export const deliverablesMissing = refusal(
  'deliverables_missing',
  409,
  { vi: 'Còn sản phẩm chưa được nghiệm thu: {names}', en: 'Deliverables not accepted yet: {names}' },
  {
    vi: 'Nộp và chờ nghiệm thu đủ sản phẩm rồi báo hoàn thành.',
    en: 'Submit them and have them accepted first.',
  },
  'R4',
);
export const occurrencesOpen = refusal(
  'deadlines_open',
  409,
  { vi: 'Còn {count} kỳ hạn chưa thực hiện', en: '{count} deadlines are still open' },
  { vi: 'Thực hiện hết các kỳ hạn trước khi báo hoàn thành.', en: 'Meet them before completing the task.' },
  'R4',
);
export const extensionTooLate = refusal(
  'extension_too_late',
  409,
  {
    vi: 'Đã quá hạn, không xin gia hạn được nữa',
    en: 'The deadline has passed; an extension can’t be asked any more',
  },
  {
    vi: 'Nộp sản phẩm sớm nhất có thể và nêu lý do chậm.',
    en: 'Submit as soon as possible and give the reason for the delay.',
  },
  'R5',
);
export const extensionNotLater = refusal(
  'extension_not_later',
  422,
  { vi: 'Ngày xin gia hạn phải sau hạn cũ {due}', en: 'The new date must be later than the old one, {due}' },
  { vi: 'Chọn một ngày làm việc muộn hơn.', en: 'Choose a later day.' },
  'R5',
);
export const noExtensionAsked = refusal(
  'no_extension_asked',
  409,
  { vi: 'Không có đề nghị gia hạn nào đang chờ', en: 'No extension is waiting for a decision' },
  { vi: 'Xem lại danh sách chờ quyết định.', en: 'Look at the list of what waits for a decision.' },
  'R5',
);
export const alreadyTriggered = refusal(
  'already_triggered',
  409,
  { vi: 'Điều kiện bắt đầu đã được ghi nhận', en: 'The trigger is already recorded' },
  { vi: 'Xem kỳ hạn đã mở của nhiệm vụ.', en: 'See the deadline it has opened.' },
  'R9',
);
export const unknownTask = refusal(
  'unknown_task',
  404,
  {
    vi: 'Không có nhiệm vụ này, hoặc nhiệm vụ chưa được giao',
    en: 'There is no such task, or it is not assigned yet',
  },
  {
    vi: 'Xem lại danh sách nhiệm vụ; nhiệm vụ chỉ nhận thao tác sau khi kế hoạch được duyệt.',
    en: 'See the list of tasks; a task takes acts once its plan is approved.',
  },
);
export const taskNotRunning = refusal(
  'task_not_running',
  409,
  { vi: 'Nhiệm vụ không ở trạng thái đang thực hiện', en: 'The task is not running' },
  {
    vi: 'Chỉ nhiệm vụ đã giao và chưa kết thúc mới nhận thao tác này.',
    en: 'Only an assigned, unfinished task takes this act.',
  },
);
export const unknownDeliverable = refusal(
  'unknown_deliverable',
  422,
  { vi: 'Nhiệm vụ không có sản phẩm này', en: 'The task declares no such deliverable' },
  { vi: 'Chọn một sản phẩm trong danh sách của nhiệm vụ.', en: 'Choose one of the task’s deliverables.' },
);
export const unknownOccurrence = refusal(
  'unknown_occurrence',
  422,
  { vi: 'Không có kỳ hạn đang mở này', en: 'There is no such open deadline' },
  { vi: 'Chọn một kỳ hạn đang mở của nhiệm vụ.', en: 'Choose one of the task’s open deadlines.' },
);
export const unknownSubmission = refusal(
  'unknown_submission',
  409,
  { vi: 'Không có bản nộp này đang chờ', en: 'No such submission is waiting' },
  { vi: 'Tải lại danh sách chờ quyết định.', en: 'Load the list of what waits for a decision again.' },
);
export const dateInPast = refusal(
  'date_in_past',
  422,
  { vi: 'Ngày đã qua', en: 'The date has passed' },
  { vi: 'Chọn một ngày chưa qua.', en: 'Choose a day that has not passed.' },
);
export const notSecret = refusal(
  'not_secret_work',
  409,
  { vi: 'Nhiệm vụ này không phải việc mật', en: 'This task is no secret work item' },
  {
    vi: 'Dùng việc thường: báo cáo tiến độ, hủy nhiệm vụ.',
    en: 'Report its progress or cancel it as any other.',
  },
);

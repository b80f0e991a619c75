import { refusal } from '#kernel';

export const planImmutable = refusal(
  'plan_immutable',
  409,
  {
    vi: 'Kế hoạch đã được duyệt, không sửa trực tiếp được',
    en: 'The plan is approved and can’t be changed directly',
  },
  {
    vi: 'Sửa đổi kèm số và ngày của văn bản quyết định.',
    en: 'Amend it, naming the number and date of the deciding document.',
  },
  'R10',
);
export const planNotReady = refusal(
  'plan_not_ready',
  409,
  { vi: 'Kế hoạch chưa đủ điều kiện trình duyệt', en: 'The plan is not ready' },
  {
    vi: 'Còn {leads} nhiệm vụ chưa xác nhận đầu mối chủ trì và {dates} thời hạn chưa có ngày.',
    en: '{leads} leads are to be confirmed and {dates} obligations need a date.',
  },
  'R1',
);
export const planInWrongState = refusal(
  'plan_state',
  409,
  { vi: 'Kế hoạch đang ở trạng thái "{status}"', en: 'The plan is in the state "{status}"' },
  { vi: 'Việc này cần trạng thái "{needed}".', en: 'This act needs the state "{needed}".' },
);
export const unknownTask = refusal(
  'unknown_task',
  404,
  { vi: 'Không có nhiệm vụ này', en: 'There is no such task' },
  { vi: 'Kiểm tra lại mã nhiệm vụ.', en: 'Check the task’s id.' },
);
export const leadMissing = refusal(
  'lead_missing',
  422,
  { vi: 'Mỗi nhiệm vụ phải có đúng một đầu mối chủ trì', en: 'A task has exactly one accountable lead' },
  { vi: 'Nêu một, và chỉ một, bộ phận chủ trì.', en: 'Name one lead unit, and only one.' },
  'R1',
);
export const planHasOpenWork = refusal(
  'plan_open_work',
  409,
  {
    vi: 'Kế hoạch còn {count} nhiệm vụ chưa xong',
    en: '{count} tasks of the plan are not done',
  },
  {
    vi: 'Chuyển tiếp sang kế hoạch năm {next}, hoặc hoàn thành, hủy kèm lý do: {tasks}.',
    en: 'Carry them over into the plan of {next}, or complete or cancel them with a reason: {tasks}.',
  },
);
export const nothingToCarry = refusal(
  'no_plan_to_carry',
  409,
  { vi: 'Chưa có kế hoạch năm {year} được duyệt', en: 'There is no approved plan of {year}' },
  {
    vi: 'Kế hoạch năm sau được lập từ một kế hoạch đã duyệt hoặc đã kết thúc.',
    en: 'Next year’s plan is made from one that is approved or closed.',
  },
);
export const dateOutsideYear = refusal(
  'date_outside_year',
  422,
  { vi: 'Ngày không nằm trong năm kế hoạch {year}', en: 'The date is not in the plan’s year {year}' },
  { vi: 'Chọn một ngày trong năm {year}.', en: 'Choose a day of {year}.' },
);

export const directiveIncomplete = refusal(
  'directive_incomplete',
  422,
  { vi: 'Nhiệm vụ chưa đủ để giao', en: 'The task can’t be given yet' },
  { vi: 'Bổ sung: {why}.', en: 'Complete it: {why}.' },
);
export const keptOutside = refusal(
  'kept_outside',
  409,
  {
    vi: 'Nội dung việc mật không được lưu ở đây',
    en: 'What a secret work item says is not kept here',
  },
  {
    vi: 'Giữ nội dung, kết quả, ghi chú, tệp ngoài hệ thống theo Luật Bảo vệ bí mật nhà nước; ở đây chỉ ghi đầu mối, lĩnh vực, hạn, tiến độ, hoàn thành.',
    en: 'Keep text, result, notes and files outside the system by the law on state secrets; here are its lead, area, deadline, progress and completion alone.',
  },
);
export const planNotForYou = refusal(
  'plan_not_for_you',
  409,
  {
    vi: 'Kế hoạch không gửi đến bộ phận của bạn, hoặc bạn đã xác nhận',
    en: 'The plan was not sent to your unit, or you have confirmed it',
  },
  { vi: 'Không cần làm gì.', en: 'There is nothing to do.' },
);

import { refusal } from '#kernel';

export const unknownReport = refusal(
  'unknown_report',
  404,
  { vi: 'Không có báo cáo này', en: 'There is no such report' },
  { vi: 'Kiểm tra lại mã; báo cáo tự mở khi đến kỳ.', en: 'Check the id; a report opens by itself.' },
);
export const reportState = refusal(
  'report_state',
  409,
  { vi: 'Báo cáo đang ở trạng thái {status}', en: 'The report is {status}' },
  { vi: 'Việc này chỉ làm khi: {needed}.', en: 'This is done while: {needed}.' },
);
export const unknownSection = refusal(
  'unknown_section',
  422,
  { vi: 'Đề cương không có mục {section}', en: 'The outline has no section {section}' },
  { vi: 'Chọn một mục của đề cương: {sections}.', en: 'Choose one of the outline: {sections}.' },
);
export const sectionChanged = refusal(
  'section_changed',
  409,
  { vi: 'Người khác vừa sửa mục {section}', en: 'Somebody else has changed section {section}' },
  {
    vi: 'Mục này nay là bản {current}; tải lại, ghép nội dung rồi gửi lại.',
    en: 'It is at version {current} now; load it, merge and send again.',
  },
  'R36',
);
export const periodNotOver = refusal(
  'period_not_over',
  409,
  { vi: 'Kỳ báo cáo đến hết ngày {to} chưa kết thúc', en: 'The period up to {to} is not over' },
  {
    vi: 'Chờ hết kỳ, hoặc gửi với provisional = true để chốt số liệu tạm.',
    en: 'Wait until it is over, or send provisional = true for a provisional cut-off.',
  },
  'R29',
);
export const figuresBroken = refusal(
  'figures_broken',
  409,
  { vi: 'Số liệu không khớp: {why}', en: 'The figures do not add up: {why}' },
  { vi: 'Báo quản trị viên.', en: 'Tell the administrator.' },
  'R30',
);
export const ownReport = refusal(
  'own_report',
  403,
  { vi: 'Người trình không tự duyệt báo cáo', en: 'Nobody accepts a report that they handed in' },
  { vi: 'Để người khác duyệt.', en: 'Leave it to somebody else.' },
  'R3',
);
export const reportNotForYou = refusal(
  'report_not_for_you',
  409,
  {
    vi: 'Báo cáo không gửi đến bộ phận của bạn, hoặc bạn đã mở',
    en: 'The report was not sent to your unit, or you have opened it before',
  },
  { vi: 'Không cần làm gì.', en: 'There is nothing to do.' },
);

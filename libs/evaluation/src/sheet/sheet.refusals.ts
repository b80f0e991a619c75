import { refusal } from '#kernel';

export const unknownSheet = refusal(
  'unknown_scoring_sheet',
  404,
  { vi: 'Không có bảng tiêu chí này', en: 'There is no such scoring sheet' },
  { vi: 'Kiểm tra lại mã.', en: 'Check its code.' },
);
export const sheetInvalid = refusal(
  'scoring_sheet_invalid',
  422,
  { vi: 'Bảng tiêu chí chưa đúng', en: 'The scoring sheet is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);
export const weightsDontAddUp = refusal(
  'weights_dont_add_up',
  422,
  { vi: 'Điểm của {of} là {sum}, không bằng {most}', en: 'The points of {of} come to {sum}, not to {most}' },
  { vi: 'Sửa điểm tối đa cho khớp.', en: 'Make the most points add up.' },
);
export const roundsOverlap = refusal(
  'rounds_overlap',
  409,
  { vi: 'Kỳ chấm trùng với kỳ từ {from} đến {to}', en: 'The round overlaps with that from {from} to {to}' },
  { vi: 'Chọn thời gian khác.', en: 'Choose another time.' },
);

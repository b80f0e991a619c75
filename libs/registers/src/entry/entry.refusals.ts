import { refusal } from '#kernel';

export const unknownEntry = refusal(
  'unknown_register_entry',
  404,
  { vi: 'Không có mục ghi sổ này', en: 'There is no such entry' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);
export const entryWithdrawn = refusal(
  'register_entry_withdrawn',
  409,
  { vi: 'Mục ghi sổ này đã hủy', en: 'The entry was withdrawn' },
  { vi: 'Ghi một mục mới nếu cần.', en: 'Make a new one if there is need.' },
);
export const notYourEntry = refusal(
  'not_your_register_entry',
  403,
  { vi: 'Mục này do người khác ghi', en: 'Somebody else made this entry' },
  {
    vi: 'Người đã ghi, Văn phòng UBND hoặc lãnh đạo sửa, hủy được.',
    en: 'Whoever made it, the office of record or the leaders may.',
  },
);
export const factMissing = refusal(
  'register_fact_missing',
  422,
  { vi: 'Sổ này cần ghi: {fact}', en: 'This register asks for: {fact}' },
  { vi: 'Ghi đủ rồi gửi lại.', en: 'Say it and send again.' },
);
export const factNotAsked = refusal(
  'register_fact_not_asked',
  422,
  { vi: 'Sổ này không có mục: {fact}', en: 'This register does not ask for: {fact}' },
  { vi: 'Bỏ mục đó, hoặc chọn đúng sổ.', en: 'Leave it out, or choose the right register.' },
);
export const entryInvalid = refusal(
  'register_entry_invalid',
  422,
  { vi: 'Nội dung ghi sổ chưa đúng', en: 'The entry is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);

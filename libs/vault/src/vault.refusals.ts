import { refusal } from '#kernel';

export const retentionRunning = refusal(
  'retention_running',
  409,
  { vi: 'Dữ liệu còn trong thời hạn lưu trữ đến {until}', en: 'The data must be kept until {until}' },
  { vi: 'Căn cứ: {why}. Yêu cầu lại sau ngày đó.', en: 'Because: {why}. Ask again after that day.' },
);
export const personErased = refusal(
  'person_erased',
  410,
  { vi: 'Dữ liệu cá nhân này đã được xóa', en: 'This person’s data have been erased' },
  {
    vi: 'Chỉ còn mã trong nhật ký; không khôi phục được.',
    en: 'Only the id is left in the trail; nothing can be restored.',
  },
);
export const unknownPerson = refusal(
  'unknown_person',
  404,
  { vi: 'Không có người này', en: 'There is no such person' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);

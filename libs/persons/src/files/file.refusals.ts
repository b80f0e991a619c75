import { refusal } from '#kernel';

export const fileUnusable = refusal(
  'file_unusable',
  422,
  { vi: 'Không dùng được tệp này ở đây', en: 'This file can’t be used here' },
  {
    vi: 'Dùng tệp do chính bạn tải lên, hoặc tệp đã có của chính người nộp.',
    en: 'Use a file that you uploaded yourself, or one that is the applicant’s already.',
  },
  'R34',
);
export const fileExpired = refusal(
  'file_expired',
  410,
  { vi: 'Tệp này đã hết hạn và đã bị hủy', en: 'This file has expired and was destroyed' },
  {
    vi: 'Tệp tải lên mà 30 ngày không gắn vào hồ sơ nào thì bị hủy. Tải lên lại nếu cần.',
    en: 'An upload that is attached to no dossier within 30 days is destroyed. Upload it again if it is needed.',
  },
);

import { refusal } from '#kernel';

export const fileUnreadable = refusal(
  'file_unreadable',
  422,
  { vi: 'Không đọc được tệp: {why}', en: 'The file can’t be read: {why}' },
  {
    vi: 'Gửi tệp CSV mã UTF-8 hoặc tệp XLSX hợp lệ, không quá 2 MB.',
    en: 'Send a UTF-8 CSV or a valid XLSX file of at most 2 MB.',
  },
);

import { refusal } from '#kernel';

export const fileUnreadable = refusal(
  'file_unreadable',
  422,
  { vi: 'Không đọc được tệp: {why}', en: 'The file can’t be read: {why}' },
  {
    vi: 'Gửi tệp XLSX, DOCX hoặc CSV nguyên vẹn, không quá 2 MB; chưa có gì được ghi.',
    en: 'Send a whole XLSX, DOCX or CSV file of at most 2 MB; nothing was written.',
  },
);

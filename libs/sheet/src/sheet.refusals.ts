import { refusal } from '#kernel/plain';

export const fileUnreadable = refusal(
  'file_unreadable',
  422,
  { vi: 'Không đọc được tệp: {why}', en: 'The file can’t be read: {why}' },
  {
    vi: 'Gửi tệp XLSX, DOCX hoặc CSV nguyên vẹn, không quá 2 MB; chưa có gì được ghi.',
    en: 'Send a whole XLSX, DOCX or CSV file of at most 2 MB; nothing was written.',
  },
);

export const rowsRefused = refusal(
  'rows_refused',
  422,
  { vi: 'Có {count} dòng không nhập được', en: '{count} rows can’t be imported' },
  {
    vi: 'Sửa các ô được nêu trong "errors" rồi nhập lại; chưa có gì được ghi.',
    en: 'Correct the cells named in "errors" and import again; nothing was written.',
  },
);

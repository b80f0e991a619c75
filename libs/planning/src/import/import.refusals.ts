import { refusal } from '#kernel';

export const rowsRefused = refusal(
  'rows_refused',
  422,
  { vi: 'Có {count} dòng không nhập được', en: '{count} rows can’t be imported' },
  {
    vi: 'Sửa các ô được nêu trong "errors" rồi nhập lại; chưa có gì được ghi.',
    en: 'Correct the cells named in "errors" and import again; nothing was written.',
  },
);

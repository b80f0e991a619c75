import { refusal } from '#kernel/plain';

/** A file that can't be read as a log at all: nothing of it was taken. */
export const logUnreadable = refusal(
  'log_unreadable',
  422,
  { vi: 'Không đọc được nhật ký hồ sơ', en: 'The log of dossiers can’t be read' },
  { vi: '{why}. Chưa hồ sơ nào được nạp.', en: '{why}. No dossier was loaded.' },
);

/** A file in which nothing is that could be a dossier. */
export const logEmpty = refusal(
  'log_empty',
  422,
  { vi: 'Tệp không có hồ sơ nào', en: 'The file holds no dossier' },
  {
    vi: 'Kiểm tra lại tệp và tệp ánh xạ: {why}.',
    en: 'Check the file and its mapping: {why}.',
  },
);

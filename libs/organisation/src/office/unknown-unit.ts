import { refusal } from '#kernel';

export const unknownUnit = refusal(
  'unknown_unit',
  422,
  { vi: 'Không có bộ phận này', en: 'There is no such unit' },
  { vi: 'Chọn bộ phận trong danh sách tổ chức.', en: 'Choose a unit of the organisation.' },
  'R1',
);

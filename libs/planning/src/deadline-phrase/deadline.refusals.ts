import { refusal } from '#kernel';

export const noSuchDate = refusal(
  'no_such_date',
  422,
  {
    vi: 'Thời hạn nêu một ngày, tháng hoặc quý không có',
    en: 'The deadline names a day, month or quarter that does not exist',
  },
  { vi: 'Sửa lại: "{phrase}".', en: 'Correct it: “{phrase}”.' },
);

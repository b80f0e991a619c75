import { refusal } from '#kernel';

export const noDuty = refusal(
  'no_duty',
  403,
  { vi: 'Bạn không có nhiệm vụ với dữ liệu của người này', en: 'You have no duty in this person’s data' },
  {
    vi: 'Bộ phận đang giữ dữ liệu phải chia sẻ cho bộ phận của bạn, nêu lý do.',
    en: 'The unit that holds the data must share it with yours, and say why.',
  },
  'R34',
);
export const personEnded = refusal(
  'unknown_person',
  404,
  { vi: 'Không có người này', en: 'There is no such person' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);

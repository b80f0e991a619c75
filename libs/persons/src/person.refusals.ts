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
export const sharedTooLong = refusal(
  'shared_too_long',
  422,
  { vi: 'Thời gian sử dụng dữ liệu không hợp lệ', en: 'Data can’t be shared for that long' },
  {
    vi: 'Chọn ngày cuối từ hôm nay, nhiều nhất {days} ngày; cần lâu hơn thì cho sử dụng tiếp, nêu lại lý do.',
    en: 'Choose a last day from today on, {days} days at most; who needs them longer shares again and says why.',
  },
  'R34',
);

import { refusal } from '#kernel';

export const trackingInvalid = refusal(
  'tracking_invalid',
  422,
  { vi: 'Mã vận đơn không đúng', en: 'This is no tracking number' },
  {
    vi: 'Gõ lại mã trên phiếu gửi: chữ cái và chữ số, đúng chữ số kiểm tra.',
    en: 'Copy it from the slip: letters and digits, with its check digit.',
  },
);
export const postDayInvalid = refusal(
  'post_day_invalid',
  422,
  { vi: 'Ngày của bưu gửi không hợp lệ', en: 'The post can’t have said so on that day' },
  { vi: 'Chọn ngày từ khi tiếp nhận đến hôm nay.', en: 'Choose a day from the reception until today.' },
);
export const parcelEnded = refusal(
  'parcel_ended',
  409,
  {
    vi: 'Bưu gửi này đã phát xong hoặc đã chuyển hoàn',
    en: 'This was delivered or sent back already',
  },
  {
    vi: 'Kiểm tra lại mã vận đơn; lần gửi khác có mã khác.',
    en: 'Check the number; what is sent again has another.',
  },
);

import { refusal } from '#kernel';

export const nothingToSend = refusal(
  'nothing_to_send',
  409,
  { vi: 'Đã gửi đến các nơi nhận này rồi', en: 'It was sent to all of these already' },
  { vi: 'Chọn nơi nhận chưa được gửi.', en: 'Choose one that it was not sent to.' },
);
export const unknownRecipient = refusal(
  'unknown_recipient',
  422,
  { vi: 'Chưa gửi đến nơi nhận này', en: 'It was not sent to this recipient' },
  { vi: 'Chọn một nơi nhận đã gửi.', en: 'Choose one that it was sent to.' },
);
export const receiptInvalid = refusal(
  'sending_invalid',
  422,
  { vi: 'Ngày gửi, ngày nhận chưa đúng', en: 'The day is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);

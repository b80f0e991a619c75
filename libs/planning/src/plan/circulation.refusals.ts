import { refusal } from '#kernel';

export const nothingToSend = refusal(
  'nothing_to_send',
  409,
  { vi: 'Kế hoạch đã gửi đến các nơi nhận này', en: 'The plan was sent to all of these already' },
  { vi: 'Chọn nơi nhận chưa được gửi.', en: 'Choose one that it was not sent to.' },
);
export const unknownRecipient = refusal(
  'unknown_recipient',
  422,
  { vi: 'Kế hoạch chưa gửi đến nơi nhận này', en: 'The plan was not sent to this recipient' },
  { vi: 'Chọn một nơi nhận đã gửi.', en: 'Choose one that it was sent to.' },
);
export const receiptInvalid = refusal(
  'sending_invalid',
  422,
  { vi: 'Ngày gửi, ngày nhận chưa đúng', en: 'The day is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);
export const planNotForYou = refusal(
  'plan_not_for_you',
  409,
  {
    vi: 'Kế hoạch không gửi đến bộ phận của bạn, hoặc bạn đã xác nhận',
    en: 'The plan was not sent to your unit, or you have confirmed it',
  },
  { vi: 'Không cần làm gì.', en: 'There is nothing to do.' },
);

import { SETTING, type MeasuredIndex } from './target-index.js';

/** Paid online (thanh toán trực tuyến). */
export const ONLINE_PAYMENT: MeasuredIndex = {
  codes: ['ONLINE_PAYMENT'],
  formula: {
    vi: 'Số hồ sơ thanh toán trực tuyến / số hồ sơ đã thu phí, lệ phí của hồ sơ kết thúc trong kỳ',
    en: 'Dossiers paid online / dossiers paid for, of those that ended in the period',
  },
  source: SETTING,
  part: 'paidOnline',
  whole: 'paid',
};

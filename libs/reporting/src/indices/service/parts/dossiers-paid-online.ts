import { FITTED, type ServicePart } from '../part.js';

export const DOSSIERS_PAID_ONLINE: ServicePart = {
  code: 'dossiers-paid-online',
  group: 'payment',
  max: 6,
  name: { vi: 'Hồ sơ thanh toán trực tuyến', en: 'Dossiers paid online' },
  formula: {
    vi: '6 × hồ sơ đã thanh toán trực tuyến / hồ sơ có phí, lệ phí tiếp nhận trong kỳ',
    en: '6 × paid online / dossiers with a fee received in the period',
  },
  source: FITTED,
  ratio: { part: 'paidOnline', whole: 'priced', fullAt: 1 },
  withoutData: { whole: 'priced', gives: 'none' },
};

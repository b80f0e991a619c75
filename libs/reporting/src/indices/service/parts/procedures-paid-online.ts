import { SETTING, type ServicePart } from '../part.js';

export const PROCEDURES_PAID_ONLINE: ServicePart = {
  code: 'procedures-paid-online',
  group: 'payment',
  max: 2,
  name: { vi: 'Thủ tục có phát sinh thanh toán trực tuyến', en: 'Procedures with a payment online' },
  formula: {
    vi: 'min(2; 2,5 × tỷ lệ), tỷ lệ = thủ tục có hồ sơ thanh toán trực tuyến / thủ tục có phí, lệ phí',
    en: 'min(2, 2.5 × share), share = procedures with a dossier paid online / those with a fee',
  },
  source: SETTING,
  ratio: { part: 'proceduresPaidOnline', whole: 'proceduresPriced', fullAt: 0.8, wholeStays: true },
  withoutData: { whole: 'proceduresPriced', gives: 'none' },
};

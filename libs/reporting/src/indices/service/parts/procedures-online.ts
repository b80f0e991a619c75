import { FITTED, type ServicePart } from '../part.js';

export const PROCEDURES_ONLINE: ServicePart = {
  code: 'procedures-online',
  group: 'online',
  max: 2,
  name: { vi: 'Thủ tục cung cấp trực tuyến', en: 'Procedures offered online' },
  formula: {
    vi: 'min(2; 2 × tỷ lệ / 0,8), tỷ lệ = thủ tục cung cấp trực tuyến / thủ tục đang có hiệu lực; chưa nhân với tỷ lệ đồng bộ',
    en: 'min(2, 2 × share / 0.8), share = offered online / in force; not multiplied by the share synchronised, which is not measured',
  },
  source: FITTED,
  ratio: { part: 'proceduresOffered', whole: 'procedures', fullAt: 0.8, wholeStays: true },
  withoutData: { whole: 'procedures', gives: 'none' },
};

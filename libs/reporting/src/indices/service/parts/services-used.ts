import { FITTED, type ServicePart } from '../part.js';

export const SERVICES_USED: ServicePart = {
  code: 'services-used',
  group: 'online',
  max: 4,
  name: { vi: 'Dịch vụ công có phát sinh hồ sơ trực tuyến', en: 'Services with online dossiers' },
  formula: {
    vi: '4 × thủ tục có hồ sơ nộp trực tuyến trong kỳ / thủ tục cung cấp trực tuyến; chưa nhân với tỷ lệ đồng bộ',
    en: '4 × procedures with a dossier handed in online / those offered online; not multiplied by the share synchronised',
  },
  source: FITTED,
  ratio: { part: 'proceduresUsedOnline', whole: 'proceduresOffered', fullAt: 1, wholeStays: true },
  withoutData: { whole: 'proceduresOffered', gives: 'none' },
};

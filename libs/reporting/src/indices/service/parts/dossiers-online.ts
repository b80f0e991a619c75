import { FITTED, type ServicePart } from '../part.js';

export const DOSSIERS_ONLINE: ServicePart = {
  code: 'dossiers-online',
  group: 'online',
  max: 6,
  name: { vi: 'Hồ sơ nộp trực tuyến', en: 'Dossiers handed in online' },
  formula: {
    vi: 'min(6; 6 × tỷ lệ / 0,5), tỷ lệ = hồ sơ nộp trực tuyến / hồ sơ tiếp nhận trong kỳ; chưa nhân với tỷ lệ đồng bộ',
    en: 'min(6, 6 × share / 0.5), share = handed in online / received in the period; not multiplied by the share synchronised',
  },
  source: FITTED,
  ratio: { part: 'online', whole: 'received', fullAt: 0.5 },
  withoutData: { whole: 'received', gives: 'none' },
};

import { FITTED, type ServicePart } from '../part.js';

export const SYNCHRONISED: ServicePart = {
  code: 'synchronised',
  group: 'publicity',
  max: 6,
  name: {
    vi: 'Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia',
    en: 'Dossiers synchronised to the national portal',
  },
  formula: {
    vi: 'Chưa đo: Cổng Dịch vụ công quốc gia chưa báo lại hồ sơ nào đã đồng bộ',
    en: 'Not measured: the national portal does not say which dossiers it holds',
  },
  source: FITTED,
};

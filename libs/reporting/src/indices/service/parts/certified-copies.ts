import { FITTED, type ServicePart } from '../part.js';

export const CERTIFIED_COPIES: ServicePart = {
  code: 'certified-copies',
  group: 'digitisation',
  max: 2,
  name: { vi: 'Chứng thực bản sao điện tử', en: 'Certified electronic copies' },
  formula: {
    vi: 'Chưa đo: chứng thực điện tử thực hiện trên Cổng Dịch vụ công quốc gia',
    en: 'Not measured: copies are certified at the national portal',
  },
  source: FITTED,
};

import { FITTED, type ServicePart } from '../part.js';

export const PERSONAL_STORE: ServicePart = {
  code: 'personal-store',
  group: 'digitisation',
  max: 4,
  name: { vi: 'Kho dữ liệu cá nhân, tổ chức', en: 'Personal store' },
  formula: {
    vi: 'Chưa đo: kho dữ liệu cá nhân thuộc Cổng Dịch vụ công quốc gia',
    en: 'Not measured: the personal store belongs to the national portal',
  },
  source: FITTED,
};

import { FITTED, type ServicePart } from '../part.js';

export const CITIZEN_DATA_USED: ServicePart = {
  code: 'citizen-data-used',
  group: 'digitisation',
  max: 2,
  name: { vi: 'Sử dụng dữ liệu dân cư', en: 'Citizen data used' },
  formula: {
    vi: 'Chưa đo: việc dùng dữ liệu dân cư thay giấy tờ diễn ra ngoài hệ thống',
    en: 'Not measured: it is used in place of papers outside this system',
  },
  source: FITTED,
};

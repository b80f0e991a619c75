import { FITTED, type ServicePart } from '../part.js';

export const CITIZEN_DATA_READ: ServicePart = {
  code: 'citizen-data-read',
  group: 'digitisation',
  max: 2,
  name: { vi: 'Tra cứu dữ liệu dân cư', en: 'Citizen data looked up' },
  formula: {
    vi: 'Chưa đo: việc tra cứu Cơ sở dữ liệu quốc gia về dân cư diễn ra ngoài hệ thống',
    en: 'Not measured: the citizens’ database is looked up outside this system',
  },
  source: FITTED,
};

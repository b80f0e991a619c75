import { FITTED, type ServicePart } from '../part.js';

export const PUBLISHED_ON_TIME: ServicePart = {
  code: 'published-on-time',
  group: 'publicity',
  max: 6,
  name: { vi: 'Công bố thủ tục đúng hạn', en: 'Procedures published on time' },
  formula: {
    vi: 'Chưa đo: ngày ký quyết định công bố chưa được ghi thành dữ liệu (hạn: 5 ngày làm việc sau quyết định)',
    en: 'Not measured: the day of the decision is not recorded as data (within 5 working days of it)',
  },
  source: FITTED,
};

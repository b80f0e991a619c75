import { FITTED, type ServicePart } from '../part.js';

export const UPDATED_ON_TIME: ServicePart = {
  code: 'updated-on-time',
  group: 'publicity',
  max: 4,
  name: { vi: 'Cập nhật thủ tục đúng hạn', en: 'Procedures updated on time' },
  formula: {
    vi: 'Không tính cho cấp xã: do cấp tỉnh cập nhật',
    en: 'Not computed below the province, which updates them',
  },
  source: FITTED,
};

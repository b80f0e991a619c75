import { FITTED, type ServicePart } from '../part.js';

export const CONTENT_FULL: ServicePart = {
  code: 'content-full',
  group: 'publicity',
  max: 2,
  name: { vi: 'Nội dung thủ tục công khai đầy đủ', en: 'Published in full' },
  formula: {
    vi: 'Không tính cho cấp xã: do cấp tỉnh công khai',
    en: 'Not computed below the province, which publishes them',
  },
  source: FITTED,
};

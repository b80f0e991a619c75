import { SETTING, type ServicePart } from '../part.js';

export const PAYMENT_OFFERED: ServicePart = {
  code: 'payment-offered',
  group: 'payment',
  max: 2,
  name: { vi: 'Thủ tục cung cấp thanh toán trực tuyến', en: 'Procedures that can be paid online' },
  formula: {
    vi: 'Chưa đo: danh mục chưa ghi thủ tục nào được thanh toán trên Cổng Dịch vụ công quốc gia',
    en: 'Not measured: the catalogue does not say which can be paid at the national portal',
  },
  source: SETTING,
};

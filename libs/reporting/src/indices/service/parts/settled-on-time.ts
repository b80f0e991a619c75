import { FITTED, type ServicePart } from '../part.js';

export const SETTLED_ON_TIME: ServicePart = {
  code: 'settled-on-time',
  group: 'progress',
  max: 20,
  name: { vi: 'Giải quyết đúng hạn', en: 'Settled on time' },
  formula: {
    vi: '20 × hồ sơ đúng hạn / hồ sơ tiếp nhận trong kỳ; hồ sơ chưa xong tính đến hết kỳ, thời gian chờ bổ sung được trừ, yêu cầu bổ sung lần thứ hai là trễ hạn',
    en: '20 × on time / received in the period; an open one counts up to the period’s end, what a supplement took is taken off, a second request makes it late',
  },
  source: FITTED,
  ratio: { part: 'onTime', whole: 'received', fullAt: 1 },
  withoutData: { whole: 'received', gives: 'none' },
};

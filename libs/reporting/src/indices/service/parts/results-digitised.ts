import { FITTED, type ServicePart } from '../part.js';

export const RESULTS_DIGITISED: ServicePart = {
  code: 'results-digitised',
  group: 'digitisation',
  max: 6,
  name: { vi: 'Số hóa kết quả', en: 'Results digitised' },
  formula: {
    vi: '6 × kết quả có bản điện tử / kết quả đã ký trong kỳ',
    en: '6 × results held digitised / results signed in the period',
  },
  source: FITTED,
  ratio: { part: 'resultsHeld', whole: 'signed', fullAt: 1, wholeStays: true },
  withoutData: { whole: 'signed', gives: 'none' },
};

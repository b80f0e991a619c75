import { SETTING, type MeasuredIndex } from './target-index.js';

/** Results held digitised (kết quả được số hóa). */
export const RESULTS_DIGITISED: MeasuredIndex = {
  codes: ['RESULTS_DIGITISED'],
  formula: {
    vi: 'Số kết quả đã số hóa / số kết quả đã ký trong kỳ',
    en: 'Results held digitised / results signed in the period',
  },
  source: SETTING,
  part: 'digitised',
  whole: 'signed',
};

import { SETTING, type MeasuredIndex } from './target-index.js';

/** Of what may be handed in online, what was (giải quyết trực tuyến). */
export const ONLINE_RESOLVED: MeasuredIndex = {
  codes: ['ONLINE_RESOLVED'],
  formula: {
    vi: 'Số hồ sơ nộp trực tuyến / số hồ sơ đã giải quyết của thủ tục cung cấp toàn trình',
    en: 'Dossiers handed in online / dossiers settled, both of procedures that are offered wholly online',
  },
  source: SETTING,
  part: 'settledEligibleOnline',
  whole: 'settledEligible',
};

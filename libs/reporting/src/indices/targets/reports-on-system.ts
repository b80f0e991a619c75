import { SETTING, type MeasuredIndex } from './target-index.js';

/** Periodic reports handed in here (báo cáo định kỳ trên hệ thống). */
export const REPORTS_ON_SYSTEM: MeasuredIndex = {
  codes: ['REPORTS_ON_SYSTEM'],
  formula: {
    vi: 'Số báo cáo định kỳ đã trình trên hệ thống / số báo cáo định kỳ đến hạn trong kỳ',
    en: 'Periodic reports handed in here / periodic reports whose due day lies in the period and has passed',
  },
  source: SETTING,
  part: 'reportsHandedIn',
  whole: 'reportsDue',
};

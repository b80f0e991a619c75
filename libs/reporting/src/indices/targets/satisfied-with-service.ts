import { SETTING, type MeasuredIndex } from './target-index.js';

/** Satisfaction with the service (hài lòng về sự phục vụ). */
export const SATISFIED_WITH_SERVICE: MeasuredIndex = {
  codes: ['SATISFACTION_SERVICE', 'SATISFACTION_WANTED'],
  formula: {
    vi: 'Số người đánh giá sự phục vụ từ 4 điểm trở lên (trung bình các câu về phục vụ, hoặc điểm chung) / số đánh giá của hồ sơ đã giải quyết trong kỳ',
    en: 'Those who rate the service 4 or more (mean of the questions about it, or the whole) / ratings of dossiers that ended in the period',
  },
  source: SETTING,
  part: 'satisfiedService',
  whole: 'rated',
};

import { SETTING, type MeasuredIndex } from './target-index.js';

/** Satisfaction with how procedures are settled (hài lòng về giải quyết thủ tục). */
export const SATISFIED_WITH_PROCEDURES: MeasuredIndex = {
  codes: ['SATISFACTION_TTHC'],
  formula: {
    vi: 'Số người đánh giá việc giải quyết thủ tục từ 4 điểm trở lên (trung bình các câu về thủ tục, hoặc điểm chung) / số đánh giá của hồ sơ đã giải quyết trong kỳ',
    en: 'Those who rate how the procedure was settled 4 or more (mean of the questions about it, or the whole) / ratings of dossiers that ended in the period',
  },
  source: SETTING,
  part: 'satisfiedProcedures',
  whole: 'rated',
};

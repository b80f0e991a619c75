import { FITTED, type ServicePart } from '../part.js';

export const FEEDBACK_ON_TIME: ServicePart = {
  code: 'feedback-on-time',
  group: 'satisfaction',
  max: 6,
  name: { vi: 'Xử lý phản ánh, kiến nghị đúng hạn', en: 'Feedback answered on time' },
  formula: {
    vi: '6 × phản ánh nhận trong kỳ đã trả lời đúng hạn / phản ánh đã trả lời hoặc đã quá hạn; không có phản ánh: 6 điểm',
    en: '6 × answered in time / answered or overdue, of what came in the period; no feedback: 6',
  },
  source: FITTED,
  ratio: { part: 'feedbackOnTime', whole: 'feedbackDue', fullAt: 1 },
  withoutData: { whole: 'feedbackDue', gives: 'all' },
};

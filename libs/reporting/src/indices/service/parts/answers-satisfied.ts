import { FITTED, type ServicePart } from '../part.js';

export const ANSWERS_SATISFIED: ServicePart = {
  code: 'answers-satisfied',
  group: 'satisfaction',
  max: 6,
  name: { vi: 'Hài lòng về trả lời phản ánh, kiến nghị', en: 'Satisfied with answers' },
  formula: {
    vi: 'Không có phản ánh: 6 điểm; khi có thì chưa đo, vì người gửi chưa được hỏi có hài lòng với câu trả lời',
    en: 'No feedback: 6; else not measured, for nobody is asked whether an answer satisfied them',
  },
  source: FITTED,
  withoutData: { whole: 'feedbackDue', gives: 'all' },
};

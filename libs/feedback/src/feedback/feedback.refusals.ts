import { refusal } from '#kernel';

export const unknownFeedback = refusal(
  'unknown_feedback',
  404,
  { vi: 'Không có phản ánh này', en: 'There is no such feedback' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the code.' },
);
export const feedbackState = refusal(
  'feedback_state',
  409,
  { vi: 'Phản ánh đang ở trạng thái {status}', en: 'The feedback is {status}' },
  { vi: 'Việc này chỉ làm khi: {needed}.', en: 'This is done while: {needed}.' },
);
export const notTheAnsweringUnit = refusal(
  'not_the_answering_unit',
  403,
  { vi: 'Bộ phận khác trả lời phản ánh này', en: 'Another unit answers this' },
  { vi: 'Chỉ bộ phận được giao trả lời.', en: 'Only the unit it was assigned to answers.' },
  'R25',
);
export const extendedAlready = refusal(
  'extended_already',
  409,
  { vi: 'Đã gia hạn một lần', en: 'It was extended once' },
  { vi: 'Trả lời trong hạn hiện tại.', en: 'Answer within the time it has.' },
  'R25',
);
export const reopenedAlready = refusal(
  'reopened_already',
  409,
  { vi: 'Đã mở lại một lần', en: 'It was reopened once' },
  { vi: 'Gửi phản ánh mới nếu có việc mới.', en: 'Send new feedback if there is something new.' },
  'R25',
);
export const reopeningTooLate = refusal(
  'reopening_too_late',
  409,
  { vi: 'Đã quá {days} ngày kể từ khi trả lời', en: 'The answer is more than {days} days old' },
  { vi: 'Gửi phản ánh mới.', en: 'Send new feedback.' },
);
export const answerEmpty = refusal(
  'answer_empty',
  422,
  { vi: 'Câu trả lời không có nội dung của riêng mình', en: 'The answer has no content of its own' },
  {
    vi: 'Nêu đã làm gì, ai làm, ngày nào, bằng lời riêng: {why}.',
    en: 'Say what was done, by whom and when, in words of its own: {why}.',
  },
  'R26',
);
export const assignmentInvalid = refusal(
  'assignment_invalid',
  422,
  { vi: 'Bộ phận này không nhận được phản ánh', en: 'This unit can’t take the feedback' },
  { vi: 'Chọn bộ phận khác: {why}.', en: 'Choose another: {why}.' },
);

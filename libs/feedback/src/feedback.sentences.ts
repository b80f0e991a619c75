import type { Bilingual } from '#kernel';

/** What the events of feedback and dialogue say in the trail. */
export const feedbackSentences: Record<string, Bilingual> = {
  FeedbackReceived: {
    vi: 'tiếp nhận phản ánh, trả lời trước {due}',
    en: 'received feedback, to be answered before {due}',
  },
  FeedbackClassified: { vi: 'phân loại phản ánh: {title}', en: 'classified feedback: {title}' },
  FeedbackAssigned: { vi: 'giao {unitId} trả lời phản ánh', en: 'assigned feedback to {unitId}' },
  FeedbackPassedOn: { vi: 'chuyển đơn đến {to}: {reason}', en: 'passed feedback on to {to}: {reason}' },
  FeedbackExtended: { vi: 'gia hạn trả lời đến {due}: {reason}', en: 'extended the time to {due}: {reason}' },
  FeedbackAnswered: { vi: 'trả lời phản ánh: {done}', en: 'answered feedback: {done}' },
  FeedbackPublished: { vi: 'công khai trả lời', en: 'published the answer' },
  FeedbackReopened: {
    vi: 'mở lại phản ánh, trả lời trước {due}',
    en: 'reopened feedback, to be answered before {due}',
  },
  FeedbackDueSet: {
    vi: 'có lịch làm việc năm {year} ({source}): trả lời trước {due}',
    en: 'the calendar of {year} ({source}) is known: to be answered before {due}',
  },
  FeedbackWarned: { vi: 'cảnh báo phản ánh sắp đến hạn {due}', en: 'warned: feedback is due {due}' },
  FeedbackOverdue: { vi: 'ghi nhận phản ánh quá hạn {due}', en: 'found feedback overdue since {due}' },
  FeedbackEscalated: {
    vi: 'báo cáo phản ánh quá hạn lên {toPostId} (cấp {level})',
    en: 'escalated feedback to {toPostId} (level {level})',
  },
  DialoguePlanned: {
    vi: 'lập lịch đối thoại "{title}" ngày {day}',
    en: 'planned the dialogue "{title}" for {day}',
  },
  DialogueQuestionNoted: { vi: 'ghi câu hỏi: {text}', en: 'noted a question: {text}' },
  DialogueHeld: {
    vi: 'tổ chức đối thoại, {attendees} người dự',
    en: 'held the dialogue, {attendees} attended',
  },
  CommitmentMade: {
    vi: 'cam kết: {text}, {leadUnitId} chủ trì, hạn {dueDay}',
    en: 'promised: {text}, led by {leadUnitId}, by {dueDay}',
  },
  DialogueCancelled: { vi: 'hủy lịch đối thoại: {reason}', en: 'cancelled the dialogue: {reason}' },
};

import type { Sentences } from '#ledger';

/** What the events of feedback and dialogue say in the trail. */
export const feedbackSentences: Sentences = {
  FeedbackReceived: {
    vi: 'gửi phản ánh, kiến nghị, phải trả lời trước {due}',
    en: 'sent feedback, to be answered before {due}',
    act: { vi: 'gửi phản ánh, kiến nghị', en: 'sent feedback' },
  },
  FeedbackClassified: {
    vi: 'phân loại phản ánh "{title}", lĩnh vực {field}',
    en: 'classified the feedback "{title}", field {field}',
  },
  FeedbackAssigned: {
    vi: 'giao phản ánh cho {unitId} trả lời',
    en: 'assigned the feedback to {unitId}',
    act: { vi: 'giao bộ phận trả lời phản ánh', en: 'assigned the feedback to a unit' },
  },
  FeedbackPassedOn: {
    vi: 'chuyển đơn đến {to}: {reason}',
    en: 'passed the feedback on to {to}: {reason}',
    act: { vi: 'chuyển đơn đến nơi có thẩm quyền', en: 'passed the feedback on' },
  },
  FeedbackExtended: {
    vi: 'gia hạn trả lời phản ánh đến {due}: {reason}',
    en: 'extended the time to answer to {due}: {reason}',
    act: { vi: 'gia hạn trả lời phản ánh', en: 'extended the time to answer' },
  },
  FeedbackAnswered: { vi: 'trả lời phản ánh: {done}', en: 'answered the feedback: {done}' },
  FeedbackPublished: { vi: 'công khai nội dung trả lời phản ánh', en: 'published the answer' },
  FeedbackReopened: {
    vi: 'mở lại phản ánh, phải trả lời trước {due}',
    en: 'reopened the feedback, to be answered before {due}',
  },
  FeedbackDueSet: {
    vi: 'tính hạn trả lời phản ánh {due}[ thay cho {from}] theo lịch làm việc năm {year} ({source})',
    en: 'set the time to answer {due}[ instead of {from}] by the calendar of {year} ({source})',
  },
  FeedbackWarned: {
    vi: 'cảnh báo[ {toPostId}] phản ánh sắp đến hạn {due}',
    en: 'warned[ {toPostId}] that feedback is due {due}',
    act: { vi: 'cảnh báo phản ánh sắp đến hạn', en: 'warned that feedback is due' },
  },
  FeedbackOverdue: {
    vi: 'ghi nhận phản ánh quá hạn trả lời từ {due}[, {postId} chịu trách nhiệm]',
    en: 'found the feedback overdue since {due}[; {postId} answers for it]',
    act: { vi: 'ghi nhận phản ánh quá hạn trả lời', en: 'found the feedback overdue' },
  },
  FeedbackEscalated: {
    vi: 'báo cáo phản ánh quá hạn lên {toPostId} (cấp {level})',
    en: 'escalated the overdue feedback to {toPostId} (level {level})',
    act: { vi: 'báo cáo phản ánh quá hạn lên cấp trên', en: 'escalated the overdue feedback' },
  },
  FeedbackTransferred: {
    vi: 'chuyển phản ánh sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the feedback to the successor {toOffice} by {document}',
    act: { vi: 'chuyển phản ánh sang đơn vị kế thừa', en: 'handed the feedback to the successor' },
  },
  FeedbackTakenOver: {
    vi: 'tiếp nhận phản ánh của {fromOffice} theo {document}',
    en: 'took the feedback over from {fromOffice} by {document}',
    act: { vi: 'tiếp nhận phản ánh của đơn vị trước', en: 'took the feedback over from the office before' },
  },
  DialoguePlanned: {
    vi: 'lập lịch đối thoại "{title}" ngày {day} tại {place}',
    en: 'planned the dialogue "{title}" for {day} at {place}',
  },
  DialogueQuestionNoted: {
    vi: 'ghi câu hỏi đối thoại[: {text}]',
    en: 'noted a question for the dialogue[: {text}]',
  },
  DialogueHeld: {
    vi: 'tổ chức đối thoại, {attendees} người dự',
    en: 'held the dialogue, {attendees} attended',
  },
  CommitmentMade: {
    vi: 'cam kết: {text}; {leadUnitId} chủ trì, hạn {dueDay}',
    en: 'promised: {text}; led by {leadUnitId}, by {dueDay}',
  },
  DialogueTransferred: {
    vi: 'chuyển buổi đối thoại sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the dialogue to the successor {toOffice} by {document}',
  },
  DialogueTakenOver: {
    vi: 'tiếp nhận buổi đối thoại "{title}" ngày {day} của {fromOffice} theo {document}',
    en: 'took over the dialogue "{title}" of {day} from {fromOffice} by {document}',
  },
  DialogueCancelled: { vi: 'hủy lịch đối thoại: {reason}', en: 'cancelled the dialogue: {reason}' },
};

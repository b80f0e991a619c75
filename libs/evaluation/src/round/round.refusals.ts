import { refusal } from '#kernel';

export const unknownRound = refusal(
  'unknown_scoring_round',
  404,
  { vi: 'Không có kỳ chấm điểm này', en: 'There is no such scoring round' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);
export const roundStage = refusal(
  'scoring_round_stage',
  409,
  { vi: 'Kỳ chấm điểm đang ở bước {stage}', en: 'The round is at the stage {stage}' },
  { vi: 'Việc này chỉ làm ở bước: {needed}.', en: 'This is done at: {needed}.' },
);
export const roundLocked = refusal(
  'scoring_round_locked',
  409,
  { vi: 'Kỳ chấm điểm đã khóa', en: 'The round is locked' },
  { vi: 'Chủ tịch mở khóa, có lý do.', en: 'The chairman unlocks it, with a reason.' },
);
export const roundClosed = refusal(
  'scoring_round_closed',
  409,
  {
    vi: 'Kỳ chấm điểm đã đóng vì đơn vị kết thúc hoạt động theo {document}',
    en: 'The round was closed as its office ended by {document}',
  },
  { vi: 'Mở kỳ mới ở đơn vị kế thừa.', en: 'Open a round in the office that took over.' },
  'R28',
);
export const roundInvalid = refusal(
  'scoring_round_invalid',
  422,
  { vi: 'Kỳ chấm điểm chưa đúng', en: 'The round is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);
export const unknownCriterion = refusal(
  'unknown_criterion',
  404,
  {
    vi: 'Bảng của kỳ này không có tiêu chí {criterion}',
    en: 'This round’s sheet has no criterion {criterion}',
  },
  { vi: 'Tải lại kỳ chấm điểm.', en: 'Load the round again.' },
);
export const notSelfScored = refusal(
  'not_self_scored',
  422,
  {
    vi: 'Tiêu chí {criterion} không tự chấm',
    en: 'Criterion {criterion} is not self-scored',
  },
  { vi: 'Để bên thẩm định ghi, hoặc lấy từ dữ liệu.', en: 'Leave it to the appraisers, or to the log.' },
);
export const appraisesOwn = refusal(
  'appraises_own',
  403,
  { vi: 'Không ai thẩm định điểm của chính mình', en: 'Nobody appraises what they scored themselves' },
  { vi: 'Để người khác thẩm định.', en: 'Leave it to others.' },
  'R3',
);
export const notTheScored = refusal(
  'not_the_scored_unit',
  403,
  { vi: 'Việc này của bên tự chấm', en: 'This is for those who are scored' },
  {
    vi: 'Để người đứng đầu bộ phận, hoặc Văn phòng làm.',
    en: 'Leave it to the unit’s head or the office of record.',
  },
);
export const criteriaOpen = refusal(
  'criteria_open',
  409,
  { vi: 'Còn {open} tiêu chí chưa có điểm: {which}', en: '{open} criteria have no points: {which}' },
  { vi: 'Chấm đủ rồi chuyển bước.', en: 'Score them, then go on.' },
);
export const councilsToEnd = refusal(
  'councils_to_end',
  403,
  { vi: 'Chủ tịch kết thúc bước hội đồng', en: 'The chairman ends the council’s stage' },
  { vi: 'Để Chủ tịch kết thúc.', en: 'Leave it to the chairman.' },
);

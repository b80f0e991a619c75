import { refusal } from '#kernel';

export const unknownEvaluation = refusal(
  'unknown_evaluation',
  404,
  { vi: 'Không có hồ sơ đánh giá này', en: 'There is no such evaluation' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);
export const evaluationClosed = refusal(
  'evaluation_closed',
  409,
  { vi: 'Hồ sơ đánh giá đã kết thúc: {why}', en: 'The evaluation is over: {why}' },
  { vi: 'Không ghi thêm được nữa.', en: 'Nothing more can be recorded.' },
);
export const evaluationInvalid = refusal(
  'evaluation_invalid',
  422,
  { vi: 'Nội dung đánh giá chưa đúng', en: 'The evaluation is not right' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);
export const unknownOfficial = refusal(
  'unknown_official',
  404,
  { vi: 'Người này không giữ vị trí đó', en: 'This person does not hold that post' },
  { vi: 'Chọn người và vị trí đang giữ.', en: 'Choose a person and the post they hold.' },
);
export const scoresSelf = refusal(
  'scores_self',
  403,
  { vi: 'Không ai tự chấm, tự giao việc cho mình', en: 'Nobody scores themselves' },
  { vi: 'Để cấp trên làm.', en: 'Leave it to whoever stands above.' },
  'R3',
);
export const notAboveOfficial = refusal(
  'not_above_official',
  403,
  { vi: 'Việc này của cấp trên người được đánh giá', en: 'This is for whoever stands above them' },
  { vi: 'Để cấp trên làm.', en: 'Leave it to them.' },
);
export const notOwnEvaluation = refusal(
  'not_own_evaluation',
  403,
  { vi: 'Việc này của chính người được đánh giá', en: 'This is for the person evaluated' },
  { vi: 'Để người đó tự làm.', en: 'Leave it to them.' },
);
export const evaluationNotShown = refusal(
  'evaluation_not_shown',
  403,
  {
    vi: 'Chỉ người được đánh giá, cấp trên và người giám sát xem được',
    en: 'It is shown to the person, those above and who oversees',
  },
  { vi: 'Hỏi cấp trên của người đó.', en: 'Ask whoever stands above.' },
  'R34',
);
export const periodLocked = refusal(
  'period_locked',
  409,
  { vi: 'Kỳ {period} đã chấm và khóa', en: 'Period {period} is scored and locked' },
  { vi: 'Mở lại có lý do, hoặc ghi vào kỳ khác.', en: 'Have it reopened with a reason, or use another.' },
);
export const periodNotLocked = refusal(
  'period_not_locked',
  409,
  { vi: 'Kỳ {period} chưa khóa', en: 'Period {period} is not locked' },
  { vi: 'Chỉ mở lại kỳ đã khóa.', en: 'Only what is locked is reopened.' },
);
export const unknownPeriod = refusal(
  'unknown_period',
  404,
  { vi: 'Không có kỳ này', en: 'There is no such period' },
  { vi: 'Chọn kỳ từ 1 đến {last}.', en: 'Choose 1 to {last}.' },
);
export const periodNotOver = refusal(
  'period_not_over',
  409,
  { vi: 'Kỳ {period} chưa đến lúc chấm', en: 'Period {period} can’t be scored yet' },
  { vi: 'Chấm từ ngày {from}.', en: 'From {from} on.' },
);
export const periodOverlaps = refusal(
  'period_overlaps',
  409,
  { vi: 'Kỳ {period} đã có điểm', en: 'Period {period} has a score' },
  { vi: 'Mỗi kỳ chỉ có một điểm.', en: 'A period has one score.' },
);
export const productsUnsettled = refusal(
  'products_unsettled',
  409,
  {
    vi: 'Còn {open} sản phẩm của kỳ chưa ghi kết quả',
    en: '{open} product(s) of the period are not settled',
  },
  { vi: 'Ghi kết quả từng sản phẩm rồi chấm.', en: 'Settle each, then score.' },
);
export const unknownProduct = refusal(
  'unknown_product',
  404,
  { vi: 'Không có sản phẩm này', en: 'There is no such product' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id or code.' },
);
export const scoreWithoutEvidence = refusal(
  'score_without_evidence',
  422,
  { vi: 'Điểm, kết quả nhập tay phải có minh chứng', en: 'What is entered by hand needs evidence' },
  { vi: 'Ghi tài liệu, số liệu hoặc tệp làm chứng.', en: 'Name the document, figure or file that shows it.' },
  'R31',
);
export const pointsAboveMax = refusal(
  'points_above_max',
  422,
  {
    vi: 'Điểm tiêu chí {criterion} vượt tối đa {most}',
    en: 'Criterion {criterion} has at most {most} points',
  },
  { vi: 'Ghi điểm trong khoảng cho phép.', en: 'Stay within it.' },
);

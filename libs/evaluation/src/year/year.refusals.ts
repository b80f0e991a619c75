import { refusal } from '#kernel';

export const yearNotOpen = refusal(
  'evaluation_year_not_open',
  409,
  { vi: 'Năm đánh giá {year} chưa mở', en: 'The evaluation of {year} is not open' },
  { vi: 'Mở năm đánh giá trước.', en: 'Open the year first.' },
);
export const yearOpen = refusal(
  'evaluation_year_open',
  409,
  { vi: 'Năm đánh giá {year} đã mở', en: 'The evaluation of {year} is open' },
  { vi: 'Cài đặt của năm giữ nguyên đến hết kỳ.', en: 'A year keeps what it was opened with.' },
);
export const noRegime = refusal(
  'no_regime_for_year',
  422,
  { vi: 'Không có quy định xếp loại cho năm {year}', en: 'There are no rules of classification for {year}' },
  { vi: 'Kiểm tra lại năm.', en: 'Check the year.' },
);
export const unknownUnit = refusal(
  'unknown_evaluated_unit',
  404,
  { vi: 'Không có bộ phận này', en: 'There is no such unit' },
  { vi: 'Kiểm tra lại mã.', en: 'Check the id.' },
);
export const unitGradeComputed = refusal(
  'unit_grade_computed',
  409,
  {
    vi: 'Mức xếp loại của tập thể này được tính từ kết quả trong năm',
    en: 'This unit’s grade is computed from its year',
  },
  {
    vi: 'Xếp loại ở trang của bộ phận, khác đề xuất thì ghi lý do.',
    en: 'Grade it on the unit’s page; say why where it is not as proposed.',
  },
  'R32',
);
export const noUnitRule = refusal(
  'no_unit_rule',
  409,
  {
    vi: 'Năm {year} không có quy định chấm điểm tập thể',
    en: 'There are no rules that compute a unit’s grade in {year}',
  },
  { vi: 'Ghi kết quả xếp loại theo văn bản.', en: 'Record the grade by its document.' },
);
export const unitYearNotOver = refusal(
  'unit_year_not_over',
  409,
  { vi: 'Tập thể được xếp loại từ ngày {from}', en: 'Units are graded from {from} on' },
  {
    vi: 'Xem kết quả tạm tính đến nay; xếp loại khi đến ngày.',
    en: 'See what it comes to so far; grade it then.',
  },
);
export const unitYearNotShown = refusal(
  'unit_year_not_shown',
  403,
  {
    vi: 'Chỉ người đứng đầu bộ phận, lãnh đạo và người giám sát xem được',
    en: 'It is shown to the head of the unit, to leaders and to who oversees',
  },
  { vi: 'Hỏi người đứng đầu bộ phận.', en: 'Ask the head of the unit.' },
  'R34',
);
export const nobodyToGrade = refusal(
  'nobody_to_grade',
  422,
  { vi: 'Danh sách xếp loại chưa đúng: {why}', en: 'The list of grades is not right: {why}' },
  { vi: 'Sửa danh sách rồi gửi lại.', en: 'Correct the list.' },
);
export const gradesSelf = refusal(
  'grades_self',
  403,
  { vi: 'Không ai tự quyết định xếp loại của mình', en: 'Nobody decides their own grade' },
  { vi: 'Để cấp trên quyết định.', en: 'Leave it to whoever stands above.' },
  'R3',
);
export const overrideWithoutReason = refusal(
  'override_without_reason',
  422,
  {
    vi: 'Mức xếp loại khác đề xuất phải có lý do',
    en: 'A grade other than the one proposed needs a reason',
  },
  { vi: 'Ghi lý do.', en: 'Say why.' },
  'R32',
);
export const tooManyExcellent = refusal(
  'too_many_excellent',
  409,
  {
    vi: 'Vượt tỷ lệ xuất sắc: {excellent} người, tối đa {most} ({percent}% của {base})',
    en: 'Too many are excellent: {excellent}, at most {most} ({percent}% of {base})',
  },
  {
    vi: 'Chọn lại người xuất sắc, hoặc quyết định cùng những người hoàn thành tốt.',
    en: 'Choose again, or decide together with those graded good.',
  },
);
export const headAboveUnit = refusal(
  'head_above_unit',
  409,
  {
    vi: 'Người đứng đầu không được xếp cao hơn bộ phận mình ({unit})',
    en: 'A head is never graded above the unit ({unit})',
  },
  { vi: 'Xếp mức bằng hoặc thấp hơn bộ phận.', en: 'Choose the unit’s grade or a lower one.' },
);
export const unitNotGraded = refusal(
  'unit_not_graded',
  409,
  { vi: 'Chưa có kết quả xếp loại của {unit}', en: '{unit} has no grade yet' },
  { vi: 'Ghi kết quả xếp loại của bộ phận trước.', en: 'Record the unit’s grade first.' },
);
export const partyOpinionMissing = refusal(
  'party_opinion_missing',
  422,
  {
    vi: 'Xếp loại người đứng đầu phải có ý kiến cấp ủy',
    en: 'Grading a head needs the party committee’s word',
  },
  { vi: 'Ghi ý kiến của cấp ủy.', en: 'Record its word.' },
);
export const notGraded = refusal(
  'not_graded',
  409,
  { vi: 'Người này chưa có kết quả xếp loại', en: 'This person has no grade yet' },
  { vi: 'Chờ quyết định xếp loại.', en: 'Wait for the decision.' },
);
export const alreadyGraded = refusal(
  'already_graded',
  409,
  { vi: 'Có người đã được xếp loại', en: 'Somebody is graded already' },
  { vi: 'Thay bằng quyết định mới, có lý do.', en: 'Replace it by a new decision, with a reason.' },
);
export const notOwnGrade = refusal(
  'not_own_grade',
  403,
  { vi: 'Chỉ chính người được xếp loại mới kiến nghị', en: 'Only the person graded may appeal' },
  { vi: 'Để người đó gửi kiến nghị.', en: 'Leave it to them.' },
);
export const alreadyAppealed = refusal(
  'already_appealed',
  409,
  { vi: 'Đã có kiến nghị về kết quả này', en: 'There was an appeal against this grade' },
  { vi: 'Xem trả lời của kiến nghị đó.', en: 'See how it was decided.' },
);
export const noAppeal = refusal(
  'no_open_appeal',
  409,
  { vi: 'Không có kiến nghị nào đang chờ', en: 'No appeal is open' },
  { vi: 'Tải lại trang.', en: 'Load the page again.' },
);

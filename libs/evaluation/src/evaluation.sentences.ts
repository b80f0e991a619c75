import type { Sentences } from '#ledger';

/** What the events of evaluations say in the trail. */
export const evaluationSentences: Sentences = {
  ProductCatalogueIssued: {
    vi: 'ban hành danh mục {count} sản phẩm, công việc năm {year} bằng văn bản {documentNumber}',
    en: 'issued the catalogue of {count} products of {year} by {documentNumber}',
    act: { vi: 'ban hành danh mục sản phẩm, công việc', en: 'issued a catalogue of products' },
  },
  EvaluationYearOpened: {
    vi: 'mở kỳ đánh giá công chức năm {year} theo {regime} ({source})',
    en: 'opened the evaluation of officials of {year} by {regime} ({source})',
    act: { vi: 'mở kỳ đánh giá công chức', en: 'opened a year of evaluation' },
  },
  UnitGradeRecorded: {
    vi: 'ghi kết quả xếp loại tập thể[ {unitId}]: {grade}, theo {documentNumber}',
    en: 'recorded a grade[ of {unitId}]: {grade}, by {documentNumber}',
    act: { vi: 'ghi kết quả xếp loại tập thể', en: 'recorded a unit’s grade' },
  },
  HandlingScored: {
    vi: 'chấm chỉ số {index} về giải quyết TTHC quý {quarter} của {unitId}: {points} điểm',
    en: 'scored {index} of how {unitId} handled dossiers in quarter {quarter}: {points}',
    act: { vi: 'chấm chỉ số giải quyết TTHC', en: 'scored an index of handling' },
  },
  UnitScored: {
    vi: 'chấm tiêu chí chung của tập thể {unitId}',
    en: 'entered the general points of {unitId}',
    act: { vi: 'chấm tiêu chí chung của tập thể', en: 'entered a unit’s general points' },
  },
  UnitGraded: {
    vi: 'xếp loại tập thể {unitId} năm {year}: {grade}, theo {documentNumber}[, thay mức {was}][: {reason}]',
    en: 'graded {unitId} for {year}: {grade}, by {documentNumber}[, instead of {was}][: {reason}]',
    act: { vi: 'xếp loại tập thể', en: 'graded a unit' },
  },
  EvaluationOpened: {
    vi: 'lập hồ sơ đánh giá năm {year} của {personId} ở vị trí {postId}',
    en: 'opened the evaluation of {year} of {personId} in the post {postId}',
    act: { vi: 'lập hồ sơ đánh giá công chức', en: 'opened an evaluation' },
  },
  ProductAssigned: {
    vi: 'giao sản phẩm kỳ {period}: {quantity} × {name}',
    en: 'assigned for period {period}: {quantity} × {name}',
    act: { vi: 'giao sản phẩm, công việc', en: 'assigned a product' },
  },
  ProductTakenAway: {
    vi: 'thu hồi việc đã giao “{name}”[: {reason}]',
    en: 'took “{name}” away[: {reason}]',
    act: { vi: 'thu hồi việc đã giao', en: 'took a product away' },
  },
  ProductSettled: {
    vi: 'ghi kết quả “{name}”[: hoàn thành {done}, {failedReviews} lần không đạt, {delays} lần chậm]',
    en: 'settled “{name}”[: {done} done, {failedReviews} failed reviews, {delays} delays]',
    act: { vi: 'ghi kết quả sản phẩm', en: 'settled a product' },
  },
  PeriodSelfScored: {
    vi: 'tự chấm điểm kỳ {period}[: {text}]',
    en: 'scored period {period} of their own[: {text}]',
    act: { vi: 'tự chấm điểm kỳ', en: 'scored a period of their own' },
  },
  PeriodScored: {
    vi: 'chấm và khóa kỳ {period}[: {score} điểm]',
    en: 'scored and locked period {period}[: {score} points]',
    act: { vi: 'chấm điểm kỳ', en: 'scored a period' },
  },
  PeriodReopened: {
    vi: 'mở lại kỳ {period}[: {reason}]',
    en: 'reopened period {period}[: {reason}]',
    act: { vi: 'mở lại kỳ đã chấm', en: 'reopened a scored period' },
  },
  ScoreTimesSet: {
    vi: 'đặt hạn chấm điểm các kỳ: ngày {day} của tháng sau',
    en: 'set until when periods are scored: day {day} of the month after',
    act: { vi: 'đặt hạn chấm điểm các kỳ', en: 'set until when periods are scored' },
  },
  ScoreReminded: {
    vi: 'nhắc[ {toPostId}] sắp đến hạn chấm điểm kỳ {period}: {due}',
    en: 'reminded[ {toPostId}] that period {period} is to be scored by {due}',
    act: { vi: 'nhắc sắp đến hạn chấm điểm kỳ', en: 'reminded that a period is to be scored' },
  },
  ScoreMissed: {
    vi: 'ghi nhận kỳ {period} chưa chấm điểm, quá hạn từ {due}[, {postId} chịu trách nhiệm]',
    en: 'found period {period} not scored since {due}[; {postId} answers for it]',
    act: { vi: 'ghi nhận kỳ chưa chấm điểm', en: 'found a period not scored' },
  },
  ScoreEscalated: {
    vi: 'báo cáo kỳ {period} chưa chấm điểm lên {toPostId} (cấp {level})',
    en: 'escalated period {period}, not scored, to {toPostId} (level {level})',
    act: { vi: 'báo cáo kỳ chưa chấm điểm lên cấp trên', en: 'escalated a period that is not scored' },
  },
  ScoreDueSet: {
    vi: 'tính hạn chấm điểm kỳ {period} {due}[ thay cho {from}] theo lịch làm việc năm {year} ({source})',
    en: 'set until when period {period} is scored, {due}[ instead of {from}], by the calendar of {year} ({source})',
    act: { vi: 'tính hạn chấm điểm kỳ', en: 'set until when a period is scored' },
  },
  DisciplineNoted: {
    vi: 'ghi nhận kỷ luật theo {documentNumber} ngày {documentDate}',
    en: 'noted a disciplinary measure by {documentNumber} of {documentDate}',
    act: { vi: 'ghi nhận kỷ luật', en: 'noted a disciplinary measure' },
  },
  YearSelfAssessed: {
    vi: 'tự đánh giá cả năm[: {text}]',
    en: 'gave their own account of the year[: {text}]',
    act: { vi: 'tự đánh giá cả năm', en: 'gave their own account of the year' },
  },
  ScoresReceived: {
    vi: 'tiếp nhận kết quả theo dõi từ {fromOffice} theo {documentNumber}',
    en: 'took in the scores of {fromOffice} by {documentNumber}',
    act: { vi: 'tiếp nhận kết quả theo dõi', en: 'took in scores from another office' },
  },
  EvaluationHandedOn: {
    vi: 'chuyển kết quả theo dõi đến {toOffice} theo {documentNumber}',
    en: 'handed the scores on to {toOffice} by {documentNumber}',
    act: { vi: 'chuyển kết quả theo dõi', en: 'handed scores on' },
  },
  GradesDecided: {
    vi: 'quyết định xếp loại {count} người năm {year} bằng văn bản {documentNumber}',
    en: 'decided the grades of {count} people for {year} by {documentNumber}',
    act: { vi: 'quyết định xếp loại công chức', en: 'decided grades' },
  },
  GradeReplaced: {
    vi: 'thay kết quả xếp loại của {personId} từ {was} sang {grade} bằng {documentNumber}[: {reason}]',
    en: 'replaced the grade of {personId}, {was}, by {grade}, by {documentNumber}[: {reason}]',
    act: { vi: 'thay kết quả xếp loại', en: 'replaced a grade' },
  },
  GradeAppealed: {
    vi: 'kiến nghị về kết quả xếp loại, hạn trả lời {due}[: {text}]',
    en: 'appealed against the grade, to be decided by {due}[: {text}]',
    act: { vi: 'kiến nghị về kết quả xếp loại', en: 'appealed against a grade' },
  },
  AppealDecided: {
    vi: 'trả lời kiến nghị xếp loại của {personId}[: {text}]',
    en: 'decided the appeal of {personId}[: {text}]',
    act: { vi: 'trả lời kiến nghị xếp loại', en: 'decided an appeal' },
  },
  EvaluationTakenOver: {
    vi: 'tiếp nhận hồ sơ đánh giá năm {year} của {personId} từ {fromOffice} theo {document}',
    en: 'took over the evaluation of {year} of {personId} from {fromOffice} by {document}',
    act: { vi: 'tiếp nhận hồ sơ đánh giá của đơn vị trước', en: 'took an evaluation over' },
  },
  EvaluationYearTransferred: {
    vi: 'chuyển kết quả xếp loại năm {year} và {appeals} kiến nghị chưa trả lời sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the grades of {year} and {appeals} undecided appeals to the successor {toOffice} by {document}',
    act: { vi: 'chuyển kết quả xếp loại sang đơn vị kế thừa', en: 'handed grades to the successor' },
  },
  EvaluationYearTakenOver: {
    vi: 'tiếp nhận kết quả xếp loại năm {year} và các kiến nghị của {fromOffice} theo {document}',
    en: 'took over the grades of {year} and the appeals of {fromOffice} by {document}',
    act: { vi: 'tiếp nhận kết quả xếp loại của đơn vị trước', en: 'took grades over' },
  },
  AppealReminded: {
    vi: 'nhắc[ {toPostId}] sắp đến hạn trả lời kiến nghị xếp loại {due}',
    en: 'reminded[ {toPostId}] that an appeal is to be decided by {due}',
    act: { vi: 'nhắc sắp đến hạn trả lời kiến nghị xếp loại', en: 'reminded of an appeal' },
  },
  AppealMissed: {
    vi: 'ghi nhận quá hạn trả lời kiến nghị xếp loại từ {due}[, {postId} chịu trách nhiệm]',
    en: 'found an appeal undecided since {due}[; {postId} answers for it]',
    act: { vi: 'ghi nhận quá hạn trả lời kiến nghị xếp loại', en: 'found an appeal undecided' },
  },
  AppealEscalated: {
    vi: 'báo cáo vượt cấp về kiến nghị xếp loại chưa trả lời lên {toPostId} (cấp {level})',
    en: 'escalated an undecided appeal to {toPostId} (level {level})',
    act: { vi: 'báo cáo vượt cấp về kiến nghị xếp loại', en: 'escalated an undecided appeal' },
  },
  AppealDueSet: {
    vi: 'tính hạn trả lời kiến nghị xếp loại {due}[ thay cho {from}] theo lịch làm việc năm {year} ({source})',
    en: 'set the due instant {due} of an appeal[ instead of {from}] by the calendar of {year} ({source})',
    act: { vi: 'tính hạn trả lời kiến nghị xếp loại', en: 'set the due instant of an appeal' },
  },
};

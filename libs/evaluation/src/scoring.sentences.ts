import type { Sentences } from '#ledger';

/** What the events of scoring sheets and rounds say in the trail. */
export const scoringSentences: Sentences = {
  ScoringSheetIssued: {
    vi: 'ban hành bảng tiêu chí “{name}” năm {year}, bản {edition} ({source})',
    en: 'issued the scoring sheet “{name}” of {year}, edition {edition} ({source})',
    act: { vi: 'ban hành bảng tiêu chí chấm điểm', en: 'issued a scoring sheet' },
  },
  ScoringRoundBooked: {
    vi: 'ghi kỳ chấm điểm từ {from} đến {to}[ của {unitId}]',
    en: 'noted a scoring round from {from} to {to}[ of {unitId}]',
    act: { vi: 'ghi kỳ chấm điểm', en: 'noted a scoring round' },
  },
  ScoringRoundOpened: {
    vi: 'mở kỳ chấm điểm “{name}” từ {from} đến {to}[ của {unitId}]',
    en: 'opened a round of “{name}” from {from} to {to}[ of {unitId}]',
    act: { vi: 'mở kỳ chấm điểm', en: 'opened a scoring round' },
  },
  CriterionSelfScored: {
    vi: 'tự chấm tiêu chí {criterion}: {points} điểm, {text}',
    en: 'scored criterion {criterion} of their own: {points} points, {text}',
    act: { vi: 'tự chấm tiêu chí', en: 'scored a criterion of their own' },
  },
  CriteriaComputed: {
    vi: 'lấy điểm {count} tiêu chí từ dữ liệu',
    en: 'computed {count} criteria from the log',
    act: { vi: 'lấy điểm từ dữ liệu', en: 'computed criteria' },
  },
  CriterionAppraised: {
    vi: 'thẩm định tiêu chí {criterion}: {points} điểm, {text}',
    en: 'appraised criterion {criterion}: {points} points, {text}',
    act: { vi: 'thẩm định tiêu chí', en: 'appraised a criterion' },
  },
  CriterionExplained: {
    vi: 'giải trình tiêu chí {criterion}: {text}',
    en: 'explained criterion {criterion}: {text}',
    act: { vi: 'giải trình tiêu chí', en: 'explained a criterion' },
  },
  ScoringRoundAdvanced: {
    vi: 'chuyển kỳ chấm điểm từ bước {was} sang bước {stage}[, chỉ số {index}]',
    en: 'moved the scoring round from {was} to {stage}[, index {index}]',
    act: { vi: 'chuyển bước kỳ chấm điểm', en: 'moved a scoring round on' },
  },
  ScoringRoundUnlocked: {
    vi: 'mở khóa kỳ chấm điểm, về bước {stage}: {reason}',
    en: 'unlocked the scoring round, back to {stage}: {reason}',
    act: { vi: 'mở khóa kỳ chấm điểm', en: 'unlocked a scoring round' },
  },
  ScoringRoundClosed: {
    vi: 'đóng kỳ chấm điểm đang ở bước {was}: đơn vị kết thúc theo {document}, {toOffice} kế thừa',
    en: 'closed the scoring round at {was}: the office ended by {document}, {toOffice} took over',
    act: { vi: 'đóng kỳ chấm điểm khi đơn vị kết thúc', en: 'closed a scoring round as the office ended' },
  },
};

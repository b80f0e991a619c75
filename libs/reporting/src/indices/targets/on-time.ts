import type { MeasuredIndex } from './target-index.js';

/** Dossiers settled on time (tỷ lệ giải quyết đúng hạn). */
export const ON_TIME_INDEX: MeasuredIndex = {
  codes: ['ON_TIME', 'ON_TIME_APPENDIX'],
  formula: {
    vi: 'Số hồ sơ giải quyết đúng hạn (ký trước khi hết hạn đầu tiên) / số hồ sơ đã giải quyết trong kỳ; hồ sơ rút không tính',
    en: 'Dossiers settled on time (signed before a time of theirs ran out, R16) / dossiers settled in the period; withdrawn ones are not counted',
  },
  source:
    'Nghị định 61/2018/NĐ-CP, 118/2025/NĐ-CP (hẹn trả, xin lỗi khi trễ); thời điểm giải quyết là lúc ký kết quả (R16): thiết lập của phần mềm',
  part: 'settledOnTime',
  whole: 'settled',
};

import type { EndedCounts } from '#dossiers';
import type { Bilingual } from '#kernel';

/** What an index is made of: counts of dossiers that ended, and of periodic reports that fell due. */
export interface Measures extends EndedCounts {
  reportsDue: number;
  reportsHandedIn: number;
}

/** A part of a whole, in per cent. */
interface MeasuredIndex {
  code: string;
  formula: Bilingual;
  part: keyof Measures;
  whole: keyof Measures;
}

/** What nothing here measures: it is shown as without data, with the reason. */
interface UnmeasuredIndex {
  code: string;
  unmeasured: Bilingual;
}

export type IndexDefinition = MeasuredIndex | UnmeasuredIndex;

/** Whether it is made of what people answered (R34). */
export const isOfAnswers = (index: IndexDefinition): boolean => 'whole' in index && index.whole === 'rated';

const ON_TIME = {
  formula: {
    vi: 'Số hồ sơ giải quyết đúng hạn (ký trước khi hết hạn đầu tiên) / số hồ sơ đã giải quyết trong kỳ; hồ sơ rút không tính',
    en: 'Dossiers settled on time (signed before a time of theirs ran out, R16) / dossiers settled in the period; withdrawn ones are not counted',
  },
  part: 'settledOnTime',
  whole: 'settled',
} as const;

const SATISFIED_SERVICE = {
  formula: {
    vi: 'Số người đánh giá sự phục vụ từ 4 điểm trở lên (trung bình các câu về phục vụ, hoặc điểm chung) / số đánh giá của hồ sơ đã giải quyết trong kỳ',
    en: 'Those who rate the service 4 or more (mean of the questions about it, or the whole) / ratings of dossiers that ended in the period',
  },
  part: 'satisfiedService',
  whole: 'rated',
} as const;

const SATISFIED_PROCEDURES = {
  formula: {
    vi: 'Số người đánh giá việc giải quyết thủ tục từ 4 điểm trở lên (trung bình các câu về thủ tục, hoặc điểm chung) / số đánh giá của hồ sơ đã giải quyết trong kỳ',
    en: 'Those who rate how the procedure was settled 4 or more (mean of the questions about it, or the whole) / ratings of dossiers that ended in the period',
  },
  part: 'satisfiedProcedures',
  whole: 'rated',
} as const;

/** How each target of the plan (chỉ tiêu của kế hoạch) is computed, by its code there. */
export const INDICES: readonly IndexDefinition[] = [
  { code: 'ON_TIME', ...ON_TIME },
  { code: 'ON_TIME_APPENDIX', ...ON_TIME },
  {
    code: 'ONLINE_RESOLVED',
    formula: {
      vi: 'Số hồ sơ nộp trực tuyến / số hồ sơ đã giải quyết của thủ tục cung cấp toàn trình',
      en: 'Dossiers handed in online / dossiers settled, both of procedures that are offered wholly online',
    },
    part: 'settledEligibleOnline',
    whole: 'settledEligible',
  },
  {
    code: 'RESULTS_DIGITISED',
    formula: {
      vi: 'Số kết quả đã số hóa / số kết quả đã ký trong kỳ',
      en: 'Results held digitised / results signed in the period',
    },
    part: 'digitised',
    whole: 'signed',
  },
  { code: 'SATISFACTION_SERVICE', ...SATISFIED_SERVICE },
  { code: 'SATISFACTION_TTHC', ...SATISFIED_PROCEDURES },
  { code: 'SATISFACTION_WANTED', ...SATISFIED_SERVICE },
  {
    code: 'WORK_ONLINE',
    unmeasured: {
      vi: 'Chưa đếm hồ sơ công việc ngoài hệ thống và hồ sơ mật',
      en: 'Work handled outside the system, and what is secret, is not counted yet',
    },
  },
  {
    code: 'REPORTS_ON_SYSTEM',
    formula: {
      vi: 'Số báo cáo định kỳ đã trình trên hệ thống / số báo cáo định kỳ đến hạn trong kỳ',
      en: 'Periodic reports handed in here / periodic reports whose due day lies in the period and has passed',
    },
    part: 'reportsHandedIn',
    whole: 'reportsDue',
  },
  {
    code: 'ONLINE_PAYMENT',
    formula: {
      vi: 'Số hồ sơ thanh toán trực tuyến / số hồ sơ đã thu phí, lệ phí của hồ sơ kết thúc trong kỳ',
      en: 'Dossiers paid online / dossiers paid for, of those that ended in the period',
    },
    part: 'paidOnline',
    whole: 'paid',
  },
  {
    code: 'ON_PROVINCIAL_SYSTEM',
    unmeasured: {
      vi: 'Chưa đối chiếu với hệ thống cấp tỉnh',
      en: 'Not held against the provincial system yet',
    },
  },
];

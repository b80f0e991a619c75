import type { FeedbackCounts } from '#feedback';
import type { ServiceCounts } from '#dossiers';
import type { Bilingual } from '#kernel';

/** What set 766 is counted of in a period. */
export type ServiceMeasures = ServiceCounts & {
  feedbackDue: FeedbackCounts['due'];
  feedbackOnTime: FeedbackCounts['onTime'];
  /** In force at the period's end; those offered online; those with a fee. */
  procedures: number;
  proceduresOffered: number;
  proceduresPriced: number;
};
export type ServiceMeasure = keyof ServiceMeasures;

/** A part of a whole, or the whole less some of it. */
export interface ServiceRatio {
  part: ServiceMeasure | { less: readonly ServiceMeasure[] };
  whole: ServiceMeasure;
  /** From this share on it has all its points. */
  fullAt: number;
  /** The whole does not grow with its part: procedures in force, results that were signed. */
  wholeStays?: true;
}

/** A part of set 766 (chỉ số thành phần): what it gives at the most, and how it is computed. */
export interface ServicePart {
  code: string;
  group: ServiceGroup;
  max: number;
  name: Bilingual;
  /** In words: how it is computed or, where nothing here measures it, why not. */
  formula: Bilingual;
  source: string;
  /** Absent where nothing here measures it: such a part is named and never given points. */
  ratio?: ServiceRatio;
  /** Where nothing was there to be measured the set's own rule gives all its points, or none. */
  withoutData?: { whole: ServiceMeasure; gives: 'all' | 'none' };
}

/** The figures of procedures, which open to a list of these. */
export const PROCEDURE_FIGURES = [
  'procedures',
  'proceduresOffered',
  'proceduresPriced',
  'proceduresUsedOnline',
  'proceduresPaidOnline',
] as const satisfies readonly ServiceMeasure[];
export type ProcedureFigure = (typeof PROCEDURE_FIGURES)[number];

/** The figures that a part is counted of: its part or what was taken off, and its whole. */
export function figuresOf({ ratio }: ServicePart): ServiceMeasure[] {
  if (!ratio) return [];
  return [...(typeof ratio.part === 'string' ? [ratio.part] : ratio.part.less), ratio.whole];
}

/** Whether it is made of what people answered (R34). */
export const isOfAnswers = (part: ServicePart): boolean => figuresOf(part).includes(ANSWERS);
/** The dossiers of whoever complained, or was not satisfied. */
export const ANSWERS: ServiceMeasure = 'displeased';

export const SERVICE_GROUPS = {
  publicity: { vi: 'Công khai, minh bạch', en: 'Publicity' },
  progress: { vi: 'Tiến độ giải quyết', en: 'Progress' },
  online: { vi: 'Cung cấp dịch vụ công trực tuyến', en: 'Online service' },
  payment: { vi: 'Thanh toán trực tuyến', en: 'Online payment' },
  digitisation: { vi: 'Số hóa hồ sơ', en: 'Digitisation' },
  satisfaction: { vi: 'Mức độ hài lòng', en: 'Satisfaction' },
} as const satisfies Record<string, Bilingual>;
export type ServiceGroup = keyof typeof SERVICE_GROUPS;

/** The decision, and from where the way of computing is known. */
export const FITTED =
  'Quyết định 766/QĐ-TTg năm 2022; cách tính dựng lại từ phân tích công khai điểm công bố năm 2026 (sai số đến 0,015 điểm), không phải nguyên văn';
/** Where not even that says what is counted: a setting. */
export const SETTING = `${FITTED}; nội dung đếm là thiết lập của phần mềm`;

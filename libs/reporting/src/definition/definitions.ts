import type { Bilingual } from '#kernel';
import type { Carrier, ReportPeriod } from '#planning';

/** A day of a year, MM-dd. */
export type MonthDay = string;

/** What computed figures a section can carry: table II.06a, how the plan's tasks stand, what registers come to, form II.07b, digitisation. */
export const FIGURE_TABLES = ['control', 'plan', 'registers', 'procedures', 'digitisation'] as const;
export type FigureTable = (typeof FIGURE_TABLES)[number];

/** A section of the outline (mục của đề cương): what people write, and which figures stand beside it. */
export interface OutlineSection {
  key: string;
  title: Bilingual;
  figures?: FigureTable;
}

/**
 * A periodic report (báo cáo định kỳ) as its rule describes it, with the years in which that holds. Whatever is not read in
 * the text named as the source is a setting, and says so.
 */
export interface ReportDefinition {
  code: string;
  name: Bilingual;
  /** Who gets it (nơi nhận). */
  receiver: string;
  recipients: readonly string[];
  years: { from: number; to: number | null };
  source: string;
  /** From and to, both days included; it begins in the year before where `from` lies behind `to`. */
  period: { from: MonthDay; to: MonthDay };
  /** Until the end of this day, or of the last working day before it. */
  due: MonthDay;
  /** So many days before the period ends it opens for drafting. */
  opensDaysBefore: number;
  outline: readonly OutlineSection[];
  /** What of the plan's own recurring reports it carries: handed in, it answers theirs of these periods. */
  answers: { carrier: Carrier; periods: readonly ReportPeriod[] };
}

const CCHC_SOURCE =
  'Công văn 581/BNV-CCHC, Nghị định 09/2019/NĐ-CP (kỳ và ngày chốt); hạn gửi của xã là thiết lập theo quy định của tỉnh';
const TTHC_SOURCE =
  'Thông tư 01/2020/TT-VPCP, biểu II.06a, II.07b; Nghị định 09/2019/NĐ-CP (ngày chốt); hạn gửi của xã là thiết lập theo quy định của tỉnh';

const CCHC_OUTLINE: readonly OutlineSection[] = [
  {
    key: 'I',
    title: { vi: 'Công tác chỉ đạo, điều hành', en: 'Direction' },
    figures: 'plan',
  },
  { key: 'II.1', title: { vi: 'Cải cách thể chế', en: 'Legal documents' } },
  { key: 'II.2', title: { vi: 'Cải cách thủ tục hành chính', en: 'Procedures' } },
  { key: 'II.3', title: { vi: 'Cải cách tổ chức bộ máy', en: 'Organisation' } },
  { key: 'II.4', title: { vi: 'Cải cách chế độ công vụ', en: 'Public service' } },
  { key: 'II.5', title: { vi: 'Cải cách tài chính công', en: 'Public finance' } },
  {
    key: 'II.6',
    title: { vi: 'Xây dựng chính quyền điện tử, chính quyền số', en: 'Digital administration' },
  },
  {
    key: 'III',
    title: { vi: 'Đánh giá: kết quả, tồn tại, nguyên nhân', en: 'Assessment: results, limits, causes' },
  },
  { key: 'IV', title: { vi: 'Phương hướng, nhiệm vụ thời gian tới', en: 'What comes next' } },
  { key: 'V', title: { vi: 'Kiến nghị, đề xuất', en: 'Proposals' } },
  {
    key: 'appendix',
    title: { vi: 'Phụ lục: tình hình giải quyết hồ sơ', en: 'Appendix: dossiers' },
    figures: 'control',
  },
  {
    key: 'appendix.2',
    title: {
      vi: 'Phụ lục: đào tạo, tuyên truyền, lưu trữ, sáng kiến, hướng dẫn',
      en: 'Appendix: training, publicity, archives, initiatives, guidance',
    },
    figures: 'registers',
  },
];

const TTHC_OUTLINE: readonly OutlineSection[] = [
  { key: 'I', title: { vi: 'Kết quả kiểm soát thủ tục hành chính', en: 'Control of procedures' } },
  {
    key: 'II.06a',
    title: { vi: 'Biểu II.06a: tình hình, kết quả giải quyết hồ sơ', en: 'Table II.06a: dossiers' },
    figures: 'control',
  },
  {
    key: 'II.07b',
    title: {
      vi: 'Biểu II.07b: thủ tục, thực hiện tại một cửa, quy trình nội bộ',
      en: 'Table II.07b: procedures, one-stop, internal processes',
    },
    figures: 'procedures',
  },
  {
    key: 'II.1',
    title: { vi: 'Số hóa hồ sơ, kết quả giải quyết', en: 'Digitisation of dossiers and results' },
    figures: 'digitisation',
  },
  { key: 'III', title: { vi: 'Khó khăn, vướng mắc, nguyên nhân', en: 'Difficulties and causes' } },
  { key: 'IV', title: { vi: 'Kiến nghị, đề xuất', en: 'Proposals' } },
];

const CLOSING = { q1: '03-14', q2: '06-14', q3: '09-14', q4: '12-14' } as const;
const BEGINS = { year: '12-15', q2: '03-15', q3: '06-15', q4: '09-15' } as const;
const OPENS_DAYS_BEFORE = 15;

const reform = (
  code: string,
  name: Bilingual,
  period: ReportDefinition['period'],
  due: MonthDay,
  periods: readonly ReportPeriod[],
): ReportDefinition => ({
  code: `cchc-${code}`,
  name: { vi: `Báo cáo cải cách hành chính ${name.vi}`, en: `Administrative reform report, ${name.en}` },
  receiver: 'UBND cấp trên (Sở Nội vụ)',
  recipients: ['UBND cấp trên', 'Thường trực Đảng ủy, HĐND', 'Chủ tịch, các Phó Chủ tịch', 'Lưu: VT'],
  years: { from: 2021, to: null },
  source: CCHC_SOURCE,
  period,
  due,
  opensDaysBefore: OPENS_DAYS_BEFORE,
  outline: CCHC_OUTLINE,
  answers: { carrier: 'CCHC', periods },
});

const control = (
  code: string,
  name: Bilingual,
  period: ReportDefinition['period'],
  due: MonthDay,
  periods: readonly ReportPeriod[],
): ReportDefinition => ({
  code: `tthc-${code}`,
  name: {
    vi: `Báo cáo kiểm soát thủ tục hành chính ${name.vi}`,
    en: `Report on the control of procedures, ${name.en}`,
  },
  receiver: 'Văn phòng UBND cấp trên',
  recipients: ['Văn phòng UBND cấp trên', 'Chủ tịch, các Phó Chủ tịch', 'Lưu: VT'],
  years: { from: 2020, to: null },
  source: TTHC_SOURCE,
  period,
  due,
  opensDaysBefore: OPENS_DAYS_BEFORE,
  outline: TTHC_OUTLINE,
  answers: { carrier: 'TTHC', periods },
});

/**
 * The reports that there are: four on the reform and five on the control of procedures a year. A quarter's report of the plan
 * is answered in the second by that of six months and in the fourth by the year's.
 */
export const DEFINITIONS: readonly ReportDefinition[] = [
  reform('quarter-1', { vi: 'quý I', en: 'first quarter' }, { from: BEGINS.year, to: CLOSING.q1 }, '03-17', [
    'Q1',
  ]),
  reform(
    'six-months',
    { vi: '6 tháng đầu năm', en: 'six months' },
    { from: BEGINS.year, to: CLOSING.q2 },
    '06-17',
    ['Q2', '6M'],
  ),
  reform('quarter-3', { vi: 'quý III', en: 'third quarter' }, { from: BEGINS.q3, to: CLOSING.q3 }, '09-17', [
    'Q3',
    '9M',
  ]),
  reform('year', { vi: 'năm', en: 'year' }, { from: BEGINS.year, to: CLOSING.q4 }, '12-17', ['Q4', 'year']),
  control('quarter-1', { vi: 'quý I', en: 'first quarter' }, { from: BEGINS.year, to: CLOSING.q1 }, '03-18', [
    'Q1',
  ]),
  control('quarter-2', { vi: 'quý II', en: 'second quarter' }, { from: BEGINS.q2, to: CLOSING.q2 }, '06-18', [
    'Q2',
    '6M',
  ]),
  control('quarter-3', { vi: 'quý III', en: 'third quarter' }, { from: BEGINS.q3, to: CLOSING.q3 }, '09-18', [
    'Q3',
    '9M',
  ]),
  control('quarter-4', { vi: 'quý IV', en: 'fourth quarter' }, { from: BEGINS.q4, to: CLOSING.q4 }, '12-18', [
    'Q4',
  ]),
  control('year', { vi: 'năm', en: 'year' }, { from: BEGINS.year, to: CLOSING.q4 }, '12-18', ['year']),
];

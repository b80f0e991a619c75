import { issuedBy, type Block, type PrintedDocument } from '#documents';
import { dayOf, formatDay } from '#kernel';
import type { Office } from '#organisation';
import { blockOf, sheetOf, type ReportTable } from '#reporting';
import type { Sheet } from '#sheet';
import type { RankedUnit } from './dossier-handling.js';
import type { Deduction, HandlingGrade, ScoredDossier } from './handling.js';
import { HANDLING_INDICES, INDEX_NAMES, PER_DOSSIER, SOURCE } from './indices.js';
import { daysOfPeriod, type HandlingPeriod } from './periods.js';

/** What is printed: a period, its ranking, and the dossiers of each unit. */
export interface PrintedHandling {
  period: HandlingPeriod;
  units: readonly RankedUnit[];
  dossiers: readonly { unitId: string; scored: readonly ScoredDossier[] }[];
}

export const GRADE_NAMES: Record<HandlingGrade, string> = {
  excellent: 'Xuất sắc',
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  weak: 'Yếu',
};

const WHY: Record<Deduction['why'], string> = {
  'on-the-day': 'đúng ngày hẹn',
  late: 'trễ hẹn',
  'step-on-the-day': 'bước đúng hạn',
  'step-late': 'bước trễ hạn',
  contacted: 'phải bổ sung hồ sơ',
  waited: 'chờ nơi khác',
  'complained-of': 'có phản ánh về thái độ',
};

/** A deduction in words: what it is, and the steps or reasons behind it. */
const deducted = ({ why, of }: Deduction): string =>
  of.length === 0 ? WHY[why] : `${WHY[why]}: ${of.join('; ')}`;

const NO_DATA = 'chưa có';
const unitIn = ({ units }: Office, id: string): string => units.get(id)?.name ?? id;
const heads = HANDLING_INDICES.map((index) => INDEX_NAMES[index].name.vi);

const tablesOf = (office: Office, { units, dossiers }: PrintedHandling): ReportTable[] => [
  {
    name: 'Mẫu 03. Tổng hợp, xếp hạng',
    head: ['Cơ quan, đơn vị', 'Số phiếu', ...heads, 'Tổng điểm', 'Xếp loại', 'Xếp hạng', 'Hài lòng'],
    rows: units.map(({ unitId, dossiers: count, indices, total, grade, rank, rated, satisfied }) => [
      unitIn(office, unitId),
      count,
      ...HANDLING_INDICES.map((index) => indices[index] ?? NO_DATA),
      total ?? NO_DATA,
      grade ? GRADE_NAMES[grade] : NO_DATA,
      rank ?? NO_DATA,
      rated === 0 ? NO_DATA : `${satisfied}/${rated}`,
    ]),
  },
  {
    name: 'Mẫu 02. Điểm từng đơn vị',
    head: ['Cơ quan, đơn vị', 'Chỉ số', 'Cách tính', 'Điểm'],
    rows: units.flatMap(({ unitId, indices }) =>
      HANDLING_INDICES.map((index) => [
        unitIn(office, unitId),
        INDEX_NAMES[index].name.vi,
        INDEX_NAMES[index].rule.vi,
        indices[index] ?? NO_DATA,
      ]),
    ),
  },
  {
    name: 'Mẫu 01. Từng hồ sơ',
    head: [
      'Cơ quan, đơn vị',
      'Mã hồ sơ',
      ...PER_DOSSIER.map((index) => INDEX_NAMES[index].name.vi),
      'Tổng',
      'Lý do trừ điểm',
    ],
    rows: dossiers.flatMap(({ unitId, scored }) =>
      scored.map(({ dossier, scores, total }) => [
        unitIn(office, unitId),
        dossier.code,
        ...scores.map(({ points }) => points),
        total,
        scores.flatMap(({ deduction }) => (deduction ? [deducted(deduction)] : [])).join(' · '),
      ]),
    ),
  },
];

const titleOf = (period: HandlingPeriod): string => {
  const { from, to } = daysOfPeriod(period);
  const named = period.quarter === null ? `năm ${period.year}` : `quý ${period.quarter} năm ${period.year}`;
  return `Đánh giá việc giải quyết thủ tục hành chính ${named} (từ ${formatDay(from)} đến ${formatDay(to)})`;
};

/** The forms as a workbook, a sheet each, with real numbers. */
export const handlingSheets = (office: Office, handling: PrintedHandling): Sheet[] =>
  tablesOf(office, handling).map((table) => sheetOf(table, [titleOf(handling.period), office.name, SOURCE]));

/** The forms as they are laid before whoever decides. */
export function handlingDocument(office: Office, handling: PrintedHandling, now: Date): PrintedDocument {
  return {
    paper: 'A4',
    landscape: true,
    ...issuedBy(office),
    number: null,
    symbol: 'BC-UBND',
    day: dayOf(now),
    title: 'BÁO CÁO',
    subject: titleOf(handling.period),
    body: [
      { text: SOURCE, slanted: true },
      ...tablesOf(office, handling).flatMap((table): Block[] => [
        { text: table.name, strong: true },
        table.rows.length === 0 ? { text: 'Không có.' } : blockOf(table),
      ]),
    ],
    recipients: ['Chủ tịch, các Phó Chủ tịch', 'Lưu: VT'],
    signature: { role: 'Người lập báo cáo', name: '' },
    madeAt: now,
  };
}

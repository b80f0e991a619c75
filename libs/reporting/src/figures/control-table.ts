import type { ControlColumn, ControlRow } from '#dossiers';

/** A column of table II.06a: its number there, and what it is called. */
export interface ControlHead {
  key: ControlColumn;
  number: number;
  vi: string;
  en: string;
}

export const CONTROL_HEADS: readonly ControlHead[] = [
  { key: 'received', number: 3, vi: 'Tiếp nhận: tổng số', en: 'Received: total' },
  { key: 'receivedOnline', number: 4, vi: 'Trực tuyến', en: 'Online' },
  { key: 'receivedDirect', number: 5, vi: 'Trực tiếp, bưu chính', en: 'In person, by post' },
  { key: 'carriedOver', number: 6, vi: 'Từ kỳ trước chuyển qua', en: 'Carried over' },
  { key: 'settled', number: 7, vi: 'Đã giải quyết: tổng số', en: 'Settled: total' },
  { key: 'settledEarly', number: 8, vi: 'Trước hạn', en: 'Early' },
  { key: 'settledOnTime', number: 9, vi: 'Đúng hạn', en: 'On time' },
  { key: 'settledLate', number: 10, vi: 'Quá hạn', en: 'Late' },
  { key: 'open', number: 11, vi: 'Đang giải quyết: tổng số', en: 'Being handled: total' },
  { key: 'openInTime', number: 12, vi: 'Trong hạn', en: 'Within time' },
  { key: 'openOverdue', number: 13, vi: 'Quá hạn', en: 'Overdue' },
];

/** R30: (3) = (4) + (5) + (6), (7) = (8) + (9) + (10), (11) = (12) + (13), (3) = (7) + (11). */
const IDENTITIES: readonly [ControlColumn, ...ControlColumn[]][] = [
  ['received', 'receivedOnline', 'receivedDirect', 'carriedOver'],
  ['settled', 'settledEarly', 'settledOnTime', 'settledLate'],
  ['open', 'openInTime', 'openOverdue'],
  ['received', 'settled', 'open'],
];

const NOTHING = {
  received: 0,
  receivedOnline: 0,
  receivedDirect: 0,
  carriedOver: 0,
  settled: 0,
  settledEarly: 0,
  settledOnTime: 0,
  settledLate: 0,
  open: 0,
  openInTime: 0,
  openOverdue: 0,
} satisfies Record<ControlColumn, number>;

/** One row for each field, by its name: the sum of those of several offices. */
export const summed = (rows: readonly ControlRow[]): ControlRow[] =>
  [...Map.groupBy(rows, ({ field }) => field)]
    .map(([field, own]) => ({ ...controlTotal(own), field }))
    .toSorted((a, b) => (a.field < b.field ? -1 : 1));

/** The sum of all rows. */
export const controlTotal = (rows: readonly ControlRow[]): ControlRow =>
  rows.reduce<ControlRow>(
    (sum, row) => ({
      ...sum,
      ...Object.fromEntries(CONTROL_HEADS.map(({ key }) => [key, sum[key] + row[key]])),
    }),
    { field: 'Tổng số', ...NOTHING },
  );

/** R30: which rows break an identity, and which; none where all hold. */
export const brokenIdentities = (rows: readonly ControlRow[]): string[] =>
  [...rows, controlTotal(rows)].flatMap((row) =>
    IDENTITIES.filter(
      ([whole, ...parts]) => row[whole] !== parts.reduce((sum, part) => sum + row[part], 0),
    ).map(([whole, ...parts]) => `${row.field}: ${whole} ≠ ${parts.join(' + ')}`),
  );

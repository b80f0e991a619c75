import { DIGITISATION_COLUMNS, type DigitisationRow } from '#dossiers';

/** A rate in per cent to two decimals; null where there was nothing to digitise: neither 0% nor 100%. */
export const rateOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((10_000 * part) / whole) / 100;

/** A row with its rates, as it is told. */
export const withRates = (row: DigitisationRow) => ({
  ...row,
  papersRate: rateOf(row.papersHeld, row.papersOf),
  resultsRate: rateOf(row.resultsHeld, row.resultsOf),
});

/** The sum of all rows. */
export const digitisationTotal = (rows: readonly DigitisationRow[]): DigitisationRow =>
  rows.reduce<DigitisationRow>(
    (sum, row) => ({
      ...sum,
      ...Object.fromEntries(DIGITISATION_COLUMNS.map((column) => [column, sum[column] + row[column]])),
    }),
    {
      field: 'Tổng số',
      papersOf: 0,
      papersNotHeld: 0,
      papersHeld: 0,
      papersReused: 0,
      resultsOf: 0,
      resultsNotHeld: 0,
      resultsHeld: 0,
    },
  );

/** One row for each field, by its name: the sum of those of several offices. */
export const summedDigitisation = (rows: readonly DigitisationRow[]): DigitisationRow[] =>
  [...Map.groupBy(rows, ({ field }) => field)]
    .map(([field, own]) => ({ ...digitisationTotal(own), field }))
    .toSorted((a, b) => (a.field < b.field ? -1 : 1));

/** What its figures are called, in their order (tình hình số hóa hồ sơ, kết quả giải quyết). */
export const DIGITISATION_HEAD = [
  'Tiếp nhận',
  'Chưa số hóa thành phần',
  'Đã số hóa thành phần',
  'Tái sử dụng',
  'Tái sử dụng từ Cổng DVC quốc gia (chưa đo)',
  'Tỷ lệ số hóa thành phần (%)',
  'Có kết quả',
  'Chưa số hóa kết quả',
  'Đã số hóa kết quả',
  'Tỷ lệ số hóa kết quả (%)',
];

/** A row's figures in the order of that head; a dash for what nothing measures, and for a rate of nothing. */
export function digitisationFigures(row: DigitisationRow): (string | number)[] {
  const { papersRate, resultsRate } = withRates(row);
  return [
    ...[row.papersOf, row.papersNotHeld, row.papersHeld, row.papersReused, '–', papersRate ?? '–'],
    ...[row.resultsOf, row.resultsNotHeld, row.resultsHeld, resultsRate ?? '–'],
  ];
}

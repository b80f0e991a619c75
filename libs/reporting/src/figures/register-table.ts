import { registerCalled, type RegisterTotal } from '#registers';

const COLUMNS = [
  ['entries', 'Số mục'],
  ['participants', 'Người tham gia'],
  ['hours', 'Số giờ'],
  ['done', 'Đã làm'],
  ['total', 'Tổng phải làm'],
  ['checked', 'Thủ tục đã kiểm tra'],
  ['lacking', 'Thiếu, cũ'],
  ['persons', 'Người, tập thể được khen'],
] as const satisfies readonly (readonly [keyof RegisterTotal, string])[];

/** What these figures are called, in their order. */
export const REGISTER_HEAD = COLUMNS.map(([, name]) => name);

/** A row for each register and word, its figures in the order of their head; a dash where there is no total. */
export const registerRows = (totals: readonly RegisterTotal[]): (string | number)[][] =>
  totals.map((total) => [registerCalled(total), ...COLUMNS.map(([name]) => total[name] ?? '–')]);

import { cellName } from '#sheet';
import { CALLED, type Column } from './columns.js';

/** What a note says, in words for whoever mends the file; `{}` stands for what the cell says. */
const WORDS = {
  lead_to_confirm:
    'có nhiều bộ phận, cần xác nhận một đầu mối chủ trì · several units: one has to be confirmed as the lead',
  deadline_unreadable:
    'không đọc được thời hạn "{}", cần ấn định ngày · the deadline can’t be read and needs a day',
  deadline_other_year:
    'thời hạn "{}" nêu năm khác, cần ấn định ngày · the deadline names another year and needs a day',
  deadline_needs_date: 'thời hạn "{}" không nêu ngày, cần ấn định · the deadline names no day and needs one',
  date_from_number: 'số ngày của bảng tính được đọc là ngày: {} · a spreadsheet’s number was read as a day',
  no_such_date: 'ngày, tháng hoặc quý không có thật: "{}" · there is no such day, month or quarter',
  unknown_unit: 'không có bộ phận "{}" trong tổ chức · the organisation has no such unit',
  unknown_area: 'không có lĩnh vực "{}" trong kế hoạch · the plan has no such area',
  area_mismatch:
    'số thứ tự và tên lĩnh vực không khớp: "{}" · the area’s code and name do not belong together',
  duplicate_row: 'số thứ tự {} đã có ở dòng trên · this number is there before',
  out_of_order:
    'số thứ tự {} đứng sai chỗ, dòng có thể bị xáo trộn · this number is out of order: rows may be shuffled',
  bad_number: '"{}" không phải số thứ tự · this is no number of a task',
  empty_cell: 'ô trống · the cell is empty',
  too_long: 'nội dung quá dài: "{}…" · the text is too long',
  row_unclear: 'dòng không phải nhiệm vụ, cũng không phải lĩnh vực: "{}" · neither a task nor an area',
  row_left_out: 'dòng không được nhập: "{}" · the row is not taken in',
  not_in_file:
    'nhiệm vụ {} của kế hoạch không có trong tệp, vẫn giữ nguyên · a task of the plan that the file lacks stays',
} as const;

export type NoteCode = keyof typeof WORDS;
export const NOTE_CODES = Object.keys(WORDS) as [NoteCode, ...NoteCode[]];

/** Something about a cell that a person must see. */
export interface CellNote {
  /** As the spreadsheet shows it; 0 where it is about no row. */
  row: number;
  column: Column;
  code: NoteCode;
  value: string;
  /** The cell as the spreadsheet calls it (E7), and its sheet or table, where there is one. */
  cell?: string;
  table?: string;
  /** The same in words, in both languages. */
  message: string;
}

/** Where a row's cells stand. */
export interface Where {
  row: number;
  table: string | null;
  place(column: Column): number | undefined;
}

const LONGEST_TOLD = 200;

export function noteOn(at: Where | null, column: Column, code: NoteCode, said: string): CellNote {
  const value = said.slice(0, LONGEST_TOLD);
  const place = at?.place(column);
  const cell = at && place !== undefined ? cellName(at.row, place) : undefined;
  const where = cell === undefined ? '' : `Ô ${cell} (${CALLED[column]}): `;
  return {
    row: at?.row ?? 0,
    column,
    code,
    value,
    ...(cell === undefined ? {} : { cell }),
    ...(at === null || at.table === null ? {} : { table: at.table }),
    message: `${where}${WORDS[code].replace('{}', () => value)}`,
  };
}

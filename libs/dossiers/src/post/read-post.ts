import { dayIn } from '#organisation';
import { withoutMarks, type Day } from '#kernel';
import { cellName, fileUnreadable, type ReadFile, type TableRow } from '#sheet';
import { trackingIn, type ParcelState } from './parcels.js';

export const POST_COLUMNS = ['code', 'tracking', 'state', 'day'] as const;
export type PostColumn = (typeof POST_COLUMNS)[number];

/** What a heading of each column is called, without marks; what else a post's file holds (names, addresses) is not read. */
const HEADINGS: Record<PostColumn, readonly string[]> = {
  code: ['ma ho so', 'so ho so', 'ho so', 'dossier'],
  tracking: ['ma van don', 'so van don', 'ma buu gui', 'so hieu buu gui', 'so hieu', 'tracking'],
  state: ['trang thai', 'tinh trang', 'ket qua phat', 'state', 'status'],
  day: ['ngay', 'ngay trang thai', 'ngay phat', 'ngay gui', 'day', 'date'],
};

const CALLED: Record<ParcelState, readonly string[]> = {
  accepted: ['da nhan gui', 'nhan gui', 'chap nhan gui', 'accepted'],
  in_transit: ['dang van chuyen', 'dang chuyen', 'dang phat', 'in transit'],
  delivered: ['da phat', 'phat thanh cong', 'da giao', 'delivered'],
  undelivered: ['phat khong thanh cong', 'chua phat duoc', 'khong phat duoc', 'undelivered'],
  sent_back: ['chuyen hoan', 'da chuyen hoan', 'tra lai', 'sent back'],
};

/** What is wrong with a cell, in words for whoever mends the file; `{}` stands for what it says. */
const WORDS = {
  no_code: 'chưa ghi mã hồ sơ · no dossier is named',
  unknown_dossier: 'không có hồ sơ "{}" · there is no such dossier',
  no_tracking: '"{}" không phải mã vận đơn, hoặc sai chữ số kiểm tra · this is no tracking number',
  no_state: '"{}" không phải trạng thái bưu gửi · this is no state of something sent',
  no_day: '"{}" không phải ngày (dd/MM/yyyy) · this is no day',
  post_day_invalid: 'ngày {} trước khi tiếp nhận hồ sơ hoặc ở phía trước · before the reception, or ahead',
  parcel_ended: 'bưu gửi {} đã phát xong hoặc chuyển hoàn · this was delivered or sent back already',
  dossier_state: 'hồ sơ "{}" không còn ở cơ quan · this dossier is not here any more',
  row_twice: 'bưu gửi {} của hồ sơ này đã có ở dòng trên · this stands in a row before',
} as const;
export type PostFaultCode = keyof typeof WORDS;
export const POST_FAULTS = Object.keys(WORDS) as [PostFaultCode, ...PostFaultCode[]];

export interface PostFault {
  row: number;
  column: PostColumn;
  cell: string;
  code: PostFaultCode;
  value: string;
  message: string;
}

/** A row of the post's file as it was read, and how what is wrong with it is told. */
export interface SaidOfParcel {
  row: number;
  code: string;
  tracking: string;
  state: ParcelState;
  day: Day;
  fault(column: PostColumn, code: PostFaultCode, value: string): PostFault;
}

/** What the rows of the post's file say; refuses `file_unreadable` where no row of headings is found. */
export function readPost(file: ReadFile): { rows: SaidOfParcel[]; faults: PostFault[] } {
  const { places, rows: lines } = headOf(file);
  const rows: SaidOfParcel[] = [];
  const faults: PostFault[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const read = readRow(line, places);
    if ('message' in read) faults.push(read);
    else if (seen.has(`${read.code} ${read.tracking}`))
      faults.push(read.fault('tracking', 'row_twice', read.tracking));
    else {
      seen.add(`${read.code} ${read.tracking}`);
      rows.push(read);
    }
  }
  return { rows, faults };
}

function readRow({ number: row, cells }: TableRow, places: Places): SaidOfParcel | PostFault {
  const said = (column: PostColumn) => (cells[places[column]] ?? '').trim();
  const fault = (column: PostColumn, code: PostFaultCode, value: string): PostFault => {
    const cell = cellName(row, places[column]);
    const shown = value.slice(0, 100);
    return {
      row,
      column,
      cell,
      code,
      value: shown,
      message: `Ô ${cell}: ${WORDS[code].replace('{}', () => shown)}`,
    };
  };
  const [code, tracking] = [said('code'), trackingIn(said('tracking'))];
  if (code === '') return fault('code', 'no_code', '');
  if (tracking === undefined) return fault('tracking', 'no_tracking', said('tracking'));
  const state = stateIn(said('state'));
  if (state === undefined) return fault('state', 'no_state', said('state'));
  // With or without the time of day that a post's system writes beside it.
  const day = dayIn(said('day').split(/\s/)[0] ?? '') ?? dayIn(said('day').split(/\s/).at(-1) ?? '');
  if (day === undefined) return fault('day', 'no_day', said('day'));
  return { row, code, tracking, state, day, fault };
}

const stateIn = (text: string): ParcelState | undefined => {
  const said = withoutMarks(text);
  return (Object.keys(CALLED) as ParcelState[]).find((state) => CALLED[state].includes(said));
};

type Places = Record<PostColumn, number>;
const SEARCHED = 20;

function headOf({ tables }: ReadFile): { places: Places; rows: TableRow[] } {
  for (const { rows } of tables)
    for (const [index, { cells }] of rows.slice(0, SEARCHED).entries()) {
      const headings = cells.map(withoutMarks);
      const at = (column: PostColumn) => headings.findIndex((one) => HEADINGS[column].includes(one));
      const places = { code: at('code'), tracking: at('tracking'), state: at('state'), day: at('day') };
      if (Object.values(places).every((place) => place >= 0)) return { places, rows: rows.slice(index + 1) };
    }
  throw fileUnreadable({
    why: 'không thấy dòng tiêu đề cột (Mã hồ sơ, Mã vận đơn, Trạng thái, Ngày) · no row of headings',
  });
}

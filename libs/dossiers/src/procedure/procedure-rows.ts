import { invalidInput } from '#kernel';
import { cellName, fileUnreadable, type TableRow } from '#sheet';
import { readProcedure, type Given } from './read-procedures.js';

type Column = keyof Given | 'time.value' | 'time.unit';

/** Columns of a catalogue file, by what their headers may say. */
const COLUMNS: readonly (readonly [Column, readonly string[]])[] = [
  ['code', ['mã', 'mã thủ tục', 'code']],
  ['name', ['tên', 'tên thủ tục', 'name']],
  ['field', ['lĩnh vực', 'field']],
  ['time.value', ['thời hạn', 'time']],
  ['time.unit', ['đơn vị thời hạn', 'unit']],
  ['fee', ['phí', 'lệ phí', 'fee']],
  ['service', ['mức độ dịch vụ', 'service']],
  ['components', ['thành phần', 'thành phần hồ sơ', 'components']],
  ['steps', ['các bước', 'bước', 'steps']],
  ['pausesFor', ['được tạm dừng vì', 'pausesfor']],
  ['pausedBy', ['ai được tạm dừng', 'pausedby']],
  ['exemptions', ['trường hợp miễn phí', 'exemptions']],
  ['extensionDays', ['thời hạn xác minh', 'extensiondays']],
  ['legalBasis', ['căn cứ', 'legalbasis']],
];
const LISTS: ReadonlySet<string> = new Set(['components', 'steps', 'pausesFor', 'pausedBy', 'exemptions']);
const NUMBERS: ReadonlySet<string> = new Set(['time.value', 'fee', 'extensionDays']);

const TWICE = 'mã đã có ở dòng trên · the code stands in a row above';

interface Fault {
  row: number;
  /** As a spreadsheet calls it: D5. */
  cell: string;
  column: string;
  value: string;
  message: string;
}

/**
 * What the rows of a catalogue file give, header first; lists are divided by `;`, and a component with a `*` behind it is
 * used again where it is held. Refuses `file_unreadable`, and `invalid_input` with each cell that is wrong as a spreadsheet
 * shows it: nothing is guessed, and all of it goes in or nothing.
 */
export function proceduresFromRows(rows: readonly TableRow[]): unknown[] {
  const [header, ...lines] = rows;
  const titles = header?.cells ?? [];
  const places = new Map(
    COLUMNS.flatMap(([name, headers]) => {
      const place = titles.findIndex((text) => headers.includes(text.trim().toLowerCase()));
      return place < 0 ? [] : [[name, place] as const];
    }),
  );
  const ofCode = places.get('code');
  if (lines.length === 0 || ofCode === undefined)
    throw fileUnreadable({
      why: 'không có cột mã thủ tục hoặc không có dòng nào · no column of codes, or no rows',
    });
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const procedures = lines.map((line, index) => {
    const fault = (name: string, message: string) => {
      const place = places.get(name as Column) ?? places.get(`${name}.value` as Column);
      faults.push({
        row: line.number,
        cell: place === undefined ? `${line.number}` : cellName(line.number, place),
        column:
          (place === undefined ? COLUMNS.find(([one]) => one.startsWith(name))?.[1][0] : titles[place]) ??
          name,
        value: place === undefined ? '' : cellOf(line, place),
        message,
      });
    };
    const procedure = procedureIn(line, places, fault);
    const code = cellOf(line, ofCode);
    if (code !== '' && seen.has(code)) fault('code', TWICE);
    seen.add(code);
    const read = procedure && readProcedure(procedure, index);
    if (read && 'error' in read)
      fault(read.error.field.slice(`procedures[${index}].`.length), read.error.message);
    return procedure;
  });
  if (faults.length > 0) throw invalidInput({ errors: faults });
  return procedures;
}

const cellOf = ({ cells }: TableRow, place: number): string => (cells[place] ?? '').trim();

/** What a row says; undefined where a number in it is none, which is told. */
function procedureIn(
  line: TableRow,
  places: ReadonlyMap<Column, number>,
  fault: (name: string, message: string) => void,
): object | undefined {
  const given: Record<string, unknown> = {};
  const time: Record<string, unknown> = {};
  let isWhole = true;
  for (const [name, place] of places) {
    const text = cellOf(line, place);
    if (text === '') continue;
    const value = LISTS.has(name) ? splitList(text) : NUMBERS.has(name) ? wholeNumber(text) : text;
    if (value === undefined) {
      isWhole = false;
      fault(name, NO_NUMBER);
    }
    if (name.startsWith('time.')) time[name.slice(5)] = value;
    else given[name] = value;
  }
  return isWhole ? { ...given, time } : undefined;
}

const NO_NUMBER = 'cần số nguyên, ví dụ 15 hoặc 50.000 · a whole number, such as 15 or 50.000';

/** A whole number, its thousands parted by dots or not. */
const wholeNumber = (text: string): number | undefined =>
  /^\d{1,12}$|^\d{1,3}(\.\d{3}){1,3}$/.test(text) ? Number(text.replaceAll('.', '')) : undefined;

const splitList = (text: string): string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);

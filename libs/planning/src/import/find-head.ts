import { cellName, fileUnreadable, fromTcvn3, type ReadFile, type Table, type TableRow } from '#sheet';
import { CALLED, NEEDED, columnCalled, type Column } from './columns.js';

/** Where the columns of a plan's table stand, and which rows are its head. */
export interface PlanTable {
  table: Table;
  /** The place of each column that is there. */
  places: ReadonlyMap<Column, number>;
  /** All headings, also of columns that nothing is read from. */
  headings: { place: number; heading: string; column: Column | null }[];
  /** The first row below the head, and the head's last, as indices of the table's rows. */
  from: number;
  /** How the text is written that the head was found in. */
  encoding: string;
}

const SEARCHED = 60;
/** A row that says so many columns is meant as a head; what it lacks is told. */
const MEANT = 3;

/**
 * The tables of a file that have a plan's head (dòng tiêu đề cột), by its headings' usual words, in Unicode or TCVN3.
 * Refuses `file_unreadable` where there is none, saying what is missing; where several sheets have one; and where a table
 * of a document goes on without one: nothing is guessed, and no row is lost.
 */
export function findPlanTables(file: ReadFile): PlanTable[] {
  const found = file.tables.flatMap((table) => findHead(table, file.encoding) ?? []);
  const tables =
    found.length > 0 ? found : file.tables.flatMap((table) => findHead(inUnicode(table), 'TCVN3') ?? []);
  if (tables.length === 0) throw fileUnreadable({ why: whatIsMissing(file.tables) });
  if (file.form === 'xlsx' && tables.length > 1)
    throw fileUnreadable({
      why: `nhiều trang tính có bảng nhiệm vụ (${namesOf(tables.map(({ table }) => table))}): chỉ giữ một · several sheets hold a plan: keep one`,
    });
  if (file.form === 'docx') refuseHeadless(file, tables);
  return tables;
}

/** A long table that Word broke in two goes on without a head: its rows must not go missing. */
function refuseHeadless(file: ReadFile, found: PlanTable[]): void {
  const read = new Set(found.map(({ table }) => table.name));
  const begun = file.tables.findIndex(({ name }) => read.has(name));
  const headless = file.tables
    .slice(begun)
    .filter(({ name, rows }) => !read.has(name) && rows.some(({ cells }) => cells.length >= NEEDED.length));
  if (headless.length > 0)
    throw fileUnreadable({
      why: `bảng không có dòng tiêu đề cột (${namesOf(headless)}): nối vào bảng trên hoặc thêm tiêu đề · a table without a head: join it to the one above, or give it one`,
    });
}

const namesOf = (tables: Table[]): string => tables.map(({ name }) => `"${name ?? ''}"`).join(', ');

function findHead(table: Table, encoding: string): PlanTable | undefined {
  for (const [index, row] of table.rows.slice(0, SEARCHED).entries()) {
    const below = table.rows[index + 1];
    const two = below && isMeant(row) && isSecondRow(below) ? joined(row, below) : undefined;
    for (const [cells, rows] of [[two, 2] as const, [row.cells, 1] as const]) {
      const headings = cells?.map((heading, place) => ({ place, heading, column: columnOf(heading) }));
      const places = headings && placesOf(headings, row.number);
      if (!headings || !places || !NEEDED.every((column) => places.has(column))) continue;
      const named = headings.filter(({ heading }) => heading.trim() !== '');
      return { table, places, headings: named, from: index + rows, encoding };
    }
  }
  return undefined;
}

const columnsIn = ({ cells }: TableRow) => new Set(cells.flatMap((cell) => columnOf(cell) ?? []));
const isMeant = (row: TableRow): boolean => columnsIn(row).size >= MEANT;

/** The head's second row says what stands under a heading that several columns share. */
const isSecondRow = ({ cells, merged }: TableRow): boolean => {
  const own = cells.filter((cell, place) => cell.trim() !== '' && !merged.has(place));
  return own.length > 0 && own.every((cell) => columnOf(cell) !== null);
};

const joined = (above: TableRow, below: TableRow): string[] =>
  Array.from({ length: Math.max(above.cells.length, below.cells.length) }, (_, place) => {
    const own = below.cells[place] ?? '';
    return own.trim() === '' ? (above.cells[place] ?? '') : own;
  });

/** A heading of several names ("Nội dung/Nhiệm vụ") may name them with words that one alone would not have. */
function columnOf(heading: string): Column | null {
  const whole = columnCalled(heading);
  if (whole !== undefined) return whole;
  const named = new Set(heading.split('/').map(columnCalled));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

/** The places of the columns; undefined for a row that is no head. Refuses two headings of one meaning. */
function placesOf(headings: PlanTable['headings'], row: number): Map<Column, number> | undefined {
  const places = new Map<Column, number>();
  const twice: string[] = [];
  for (const { place, column } of headings) {
    if (column === null) continue;
    const before = places.get(column);
    if (before === undefined) places.set(column, place);
    else twice.push(`${cellName(row, before)}, ${cellName(row, place)}: ${CALLED[column]}`);
  }
  if (!NEEDED.every((column) => places.has(column))) return undefined;
  if (twice.length > 0)
    throw fileUnreadable({
      why: `tiêu đề cột trùng nhau (${twice.join('; ')}) · headings that mean the same`,
    });
  return places;
}

function whatIsMissing(tables: Table[]): string {
  const rows = tables.flatMap(({ rows: of }) => of.slice(0, SEARCHED));
  const best = rows.toSorted((a, b) => columnsIn(b).size - columnsIn(a).size)[0];
  if (best === undefined || !isMeant(best))
    return 'không thấy dòng tiêu đề cột (TT, Nội dung, Sản phẩm, Chủ trì, Thời gian) · no row of headings';
  const missing = NEEDED.filter((column) => !columnsIn(best).has(column)).map((column) => CALLED[column]);
  return `dòng ${best.number} thiếu cột: ${missing.join(', ')} · missing columns in row ${best.number}`;
}

const inUnicode = ({ name, rows }: Table): Table => ({
  name,
  rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => fromTcvn3(cell) ?? cell) })),
});

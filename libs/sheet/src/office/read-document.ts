import { MOST_TABLES, RoomForText, requireColumn, requireRows } from '../limits.js';
import { fileUnreadable } from '../sheet.refusals.js';
import { cellName, type Table, type TableRow } from '../table.js';
import { ListNumbers, readListLevels } from './list-numbers.js';
import type { Package } from './open-package.js';
import type { XmlHandlers } from './read-xml.js';

/** The tables of a document (DOCX, ISO/IEC 29500-1, 17.4) in their order. */
export async function readDocument(pack: Package, most: number): Promise<Table[]> {
  const tables = new DocumentTables(new ListNumbers(await readListLevels(pack)), most);
  await pack.read('word/document.xml', tables.handlers);
  return tables.tables;
}

interface Cell {
  span: number;
  /** One with the cell above (vMerge). */
  continues: boolean;
  lines: string[];
}

/** What is struck out, stands for older programs, or is no text of the cell. */
const PASSED_OVER: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'instrText']);
const SIGNS: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** The outermost tables as they come by; what a table within a cell says is lines of that cell. */
class DocumentTables {
  readonly tables: Table[] = [];
  #depth = 0;
  #passing = 0;
  #rowNumber = 0;
  #kept = 0;
  readonly #room = new RoomForText();
  #place = 0;
  #cells: Cell[] = [];
  #above: TableRow | undefined;
  #line: string | undefined;
  #list = { id: '', level: 0 };
  #inText = false;

  constructor(
    private readonly numbers: ListNumbers,
    private readonly most: number,
  ) {}

  readonly handlers: XmlHandlers = {
    open: (name, { val }) => {
      if (PASSED_OVER.has(name)) this.#passing += 1;
      if (this.#passing === 0) this.#open(name, val);
    },
    text: (text) => {
      if (this.#inText && this.#passing === 0) this.#say(text);
    },
    close: (name) => {
      if (this.#passing === 0) this.#close(name);
      if (PASSED_OVER.has(name)) this.#passing -= 1;
    },
  };

  #open(name: string, val: string | undefined): void {
    const cell = this.#cells.at(-1);
    if (name === 'tbl') this.#depth += 1;
    if (name === 'tbl' && this.#depth === 1) this.#beginTable();
    if (this.#depth === 0) return;
    if (name === 'p') [this.#line, this.#list] = ['', { id: '', level: 0 }];
    if (name === 't') this.#inText = true;
    if (name === 'numId') this.#list.id = val ?? '';
    if (name === 'ilvl') this.#list.level = Number(val);
    if (this.#line !== undefined) this.#say(SIGNS[name] ?? '');
    if (this.#depth > 1) return;
    if (name === 'tr') this.#beginRow();
    if (name === 'gridBefore') this.#place = Number(val);
    if (name === 'tc') this.#cells.push({ span: 1, continues: false, lines: [] });
    if (name === 'gridSpan' && cell) cell.span = Number(val);
    if (name === 'vMerge' && cell) cell.continues = val === undefined || val === 'continue';
  }

  #close(name: string): void {
    if (this.#depth === 0) return;
    if (name === 't') this.#inText = false;
    if (name === 'p') this.#endLine();
    if (name === 'tr' && this.#depth === 1) this.#endRow();
    if (name === 'tbl') this.#depth -= 1;
  }

  #say(text: string): void {
    if (this.#line !== undefined) this.#line += text;
  }

  #beginTable(): void {
    if (this.tables.length === MOST_TABLES) throw fileUnreadable({ why: 'quá nhiều bảng · too many tables' });
    this.tables.push({ name: `Bảng ${this.tables.length + 1}`, rows: [] });
    [this.#rowNumber, this.#above] = [0, undefined];
  }

  #beginRow(): void {
    this.#rowNumber += 1;
    [this.#cells, this.#place] = [[], 0];
  }

  /** A number that the program counts by itself is what a cell says where it says nothing else. */
  #endLine(): void {
    const line = this.#line?.trim() ?? '';
    const number = this.#list.id === '' ? '' : this.numbers.next(this.#list.id, this.#list.level);
    this.#cells.at(-1)?.lines.push(line === '' ? number : line);
    this.#line = undefined;
  }

  #endRow(): void {
    const row: TableRow = { number: this.#rowNumber, cells: [], merged: new Set() };
    const merged = new Set<number>();
    let place = this.#place;
    for (const { span, continues, lines } of this.#cells) {
      requireColumn(place + span - 1, cellName(row.number, place + span - 1));
      while (row.cells.length < place) row.cells.push('');
      const own = lines.filter((line) => line !== '').join('\n');
      const said = continues ? (this.#above?.cells[place] ?? '') : own;
      this.#room.take(said);
      row.cells.push(said);
      if (continues) merged.add(place);
      place += span;
    }
    this.#above = { ...row, merged };
    if (!row.cells.some((cell, at) => cell !== '' && !merged.has(at))) return;
    this.tables.at(-1)?.rows.push(this.#above);
    requireRows((this.#kept += 1), this.most);
  }
}

import { MOST_MERGES, RoomForText, requireColumn, requireRows } from '../limits.js';
import { fileUnreadable } from '../sheet.refusals.js';
import { cellName, placeOf, type Table } from '../table.js';
import { shownNumber, type NumberKind } from './number-formats.js';
import type { Package } from './open-package.js';
import { readNumberKinds, readSharedTexts, readSheetParts } from './workbook-parts.js';
import type { XmlHandlers } from './read-xml.js';

/** The visible sheets of a workbook (XLSX, ISO/IEC 29500-1, 18), each a table. */
export async function readWorkbook(pack: Package, most: number): Promise<Table[]> {
  const { sheets, from1904 } = await readSheetParts(pack);
  const texts = (await readSharedTexts(pack)).map(withoutEscapes);
  const kinds = await readNumberKinds(pack);
  const tables: Table[] = [];
  const room = new RoomForText();
  for (const { name, part } of sheets) {
    const cells = new SheetCells((raw, type, style) => shownValue(raw, type, style), most, room);
    await pack.read(part, cells.handlers);
    tables.push({ name, rows: cells.rows() });
  }
  return tables;

  function shownValue(raw: string, type: string, style: number): string {
    if (type === 's') return texts[Number(raw)] ?? '';
    if (type === 'str' || type === 'inlineStr') return withoutEscapes(raw);
    if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
    if (type === 'e' || type === 'd') return raw;
    const kind: NumberKind = kinds[style] ?? 'number';
    return shownNumber(raw, kind, from1904);
  }
}

/** Characters that XML can't hold stand as `_x000D_` (18.4.8 ST_Xstring). */
const withoutEscapes = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');

/** The cells of one sheet as they come by; only those that say something take up room. */
class SheetCells {
  readonly #rows = new Map<number, string[]>();
  readonly #merges: string[] = [];
  #row = 0;
  #place = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #inValue = false;

  constructor(
    private readonly shown: (raw: string, type: string, style: number) => string,
    private readonly most: number,
    private readonly room: RoomForText,
  ) {}

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => this.#open(name, attributes),
    text: (text) => {
      if (this.#inValue) this.#value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') this.#inValue = false;
      if (name === 'c') this.#keep();
    },
  };

  #open(name: string, { r, t = 'n', s = '0', ref = '' }: Readonly<Record<string, string>>): void {
    if (name === 'row') [this.#row, this.#place] = [r === undefined ? this.#row + 1 : Number(r), -1];
    if (name === 'c') {
      const at = r === undefined ? undefined : placeOf(r);
      this.#place = at?.place ?? this.#place + 1;
      this.#row = at?.row ?? this.#row;
      [this.#type, this.#style, this.#value] = [t, Number(s), ''];
    }
    if (name === 'v' || name === 't') this.#inValue = true;
    if (name === 'mergeCell') this.#merges.push(ref);
    if (this.#merges.length > MOST_MERGES)
      throw fileUnreadable({ why: 'quá nhiều ô gộp · too many merged cells' });
  }

  #keep(): void {
    const text = this.#value === '' ? '' : this.shown(this.#value, this.#type, this.#style);
    if (text.trim() === '') return;
    this.room.take(text);
    requireColumn(this.#place, cellName(this.#row, this.#place));
    const cells = this.#rows.get(this.#row) ?? [];
    if (cells[this.#place] !== undefined && cells[this.#place] !== '')
      throw fileUnreadable({
        why: `ô ${cellName(this.#row, this.#place)} có hai lần · a cell that is there twice`,
      });
    while (cells.length < this.#place) cells.push('');
    cells[this.#place] = text;
    this.#rows.set(this.#row, cells);
    requireRows(this.#rows.size, this.most);
  }

  /** The rows that say something; a merged cell says the same in each row it reaches over. */
  rows(): Table['rows'] {
    const rows = [...this.#rows]
      .toSorted(([a], [b]) => a - b)
      .map(([number, cells]) => ({ number, cells, merged: new Set<number>() }));
    for (const ref of this.#merges) {
      const [first, last] = ref.split(':').map(placeOf);
      if (!first || !last) continue;
      const said = this.#rows.get(first.row)?.[first.place] ?? '';
      if (said === '') continue;
      for (const { number, cells, merged } of rows) {
        if (number <= first.row || number > last.row) continue;
        while (cells.length < first.place) cells.push('');
        this.room.take(said);
        cells[first.place] = said;
        merged.add(first.place);
      }
    }
    return rows;
  }
}

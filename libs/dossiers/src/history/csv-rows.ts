import { retold } from '#kernel/plain';
import { recordOf } from './csv-record.js';
import { linesOf } from './lines.js';
import { isReport, placesOf, tidied, unguarded, type LogRow } from './log-row.js';
import { logUnreadable } from './log.refusals.js';
import { COLUMNS, DEFAULTS, type LogMapping } from './mapping.js';

const DELIMITERS = [',', ';', '\t', '|'];
/** A cell may have so many lines; what is open for longer was opened by a stray quote. */
const MOST_LINES = 50;
const TOLD = 2_000;

/** The rows of a CSV log. A row whose quotes or cells do not fit is told as broken, and the next line is read as the next row. */
export async function* csvRows(text: AsyncIterable<string>, mapping: LogMapping): AsyncGenerator<LogRow[]> {
  let ahead: string[] = [];
  let heading: Heading | undefined;
  let row = 0;
  function rowsLeaving(left: number): LogRow[] {
    const rows: LogRow[] = [];
    const lines = new Lines(ahead);
    while (lines.left > left) {
      row += 1;
      if (heading) {
        const read = next(lines, heading);
        if (read) rows.push({ where: String(row), ...read });
      } else heading = headingOf(lines.take(1)[0] ?? '', mapping, row);
    }
    ahead = lines.take(lines.left);
    return rows;
  }
  for await (const lines of linesOf(text)) {
    ahead.push(...lines);
    yield rowsLeaving(MOST_LINES);
  }
  yield rowsLeaving(0);
}

/** Lines that are taken from the front. */
class Lines {
  #at = 0;

  constructor(private readonly lines: readonly string[]) {}

  get left(): number {
    return this.lines.length - this.#at;
  }

  first(count: number): string[] {
    return this.lines.slice(this.#at, this.#at + count);
  }

  take(count: number): string[] {
    const taken = this.first(count);
    this.#at += taken.length;
    return taken;
  }
}

interface Heading {
  delimiter: string;
  columns: number;
  /** The cells of ours that each column of the file fills. */
  fills: number[][];
  /** Of rejected rows, mended. */
  report: boolean;
}

/** What a line says of the columns; undefined for blank lines and a spreadsheet's `sep=` before it. */
function headingOf(line: string, mapping: LogMapping, row: number): Heading | undefined {
  if (line.trim() === '' || (row === 1 && /^sep=.$/.test(line))) return undefined;
  const given = mapping.delimiter === null ? DELIMITERS : [mapping.delimiter];
  const places = placesOf(mapping);
  const needed = [mapping.case, mapping.activity, mapping.time];
  const chosen = COLUMNS.flatMap((column) => {
    const name = mapping[column];
    return name === null || name === DEFAULTS[column] ? [] : [name];
  });
  const tried = given.map((delimiter) => {
    const record = recordOf(line, delimiter);
    const names = typeof record === 'string' ? [] : record.map(tidied);
    return {
      delimiter,
      names,
      lacks: [...new Set([...needed, ...chosen])].filter((name) => !names.includes(name)),
    };
  });
  const [best] = tried.toSorted((a, b) => a.lacks.length - b.lacks.length || b.names.length - a.names.length);
  const { delimiter, names, lacks } = best ?? { delimiter: ',', names: [], lacks: needed };
  const has = retold(names.join(' | '), 300);
  if (lacks.length > 0)
    throw logUnreadable({
      why: `Dòng tiêu đề thiếu cột: ${lacks.join(', ')}. Tệp có các cột: ${has}. Ghi đúng tên cột vào tệp ánh xạ · The heading lacks columns: ${lacks.join(', ')}. Name those that it has in the mapping`,
    });
  const twice = names.find((name, index) => places.has(name) && names.indexOf(name) !== index);
  if (twice !== undefined)
    throw logUnreadable({ why: `Hai cột cùng tên “${twice}” · Two columns are called “${twice}”` });
  const fills = names.map((name) => places.get(name) ?? []);
  return { delimiter, columns: names.length, fills, report: isReport(names) };
}

/** Takes the next row from the lines ahead; undefined for a blank line. */
function next(ahead: Lines, heading: Heading): Omit<LogRow, 'where'> | undefined {
  const [first = ''] = ahead.first(1);
  if (!first.includes('"')) {
    ahead.take(1);
    return first.trim() === '' ? undefined : rowOf(first.split(heading.delimiter), heading, first);
  }
  for (let lines = 1; lines <= Math.min(MOST_LINES, ahead.left); lines += 1) {
    const cells = recordOf(ahead.first(lines).join('\n'), heading.delimiter);
    if (cells === 'open') continue;
    if (cells === 'malformed' || swallowed(ahead.first(lines), heading)) break;
    ahead.take(lines);
    return rowOf(cells, heading, first);
  }
  ahead.take(1);
  return broken(
    'dấu ngoặc kép (") thừa, hoặc mở mà không đóng · a quote (") too many, or one that is not closed',
    first,
  );
}

/** Whether lines that a quote runs through are whole rows for themselves: then it is a stray one. */
function swallowed([first = '', ...inside]: readonly string[], { delimiter, columns }: Heading): boolean {
  const parted = (line: string) => line.split(delimiter).length === columns;
  const isRow = (line: string) => {
    const cells = recordOf(line, delimiter);
    return typeof cells !== 'string' && cells.length === columns;
  };
  return inside.some((line) => isRow(line) || (parted(first) && parted(line)));
}

function rowOf(
  read: readonly string[],
  { columns, fills, report }: Heading,
  line: string,
): Omit<LogRow, 'where'> {
  if (read.length < columns || read.slice(columns).some((more) => more.trim() !== ''))
    return broken(
      `có ${read.length} ô, tiêu đề có ${columns} cột · ${read.length} cells, where the heading has ${columns}`,
      line,
    );
  const cells = new Array<string>(COLUMNS.length).fill('');
  fills.forEach((places, index) => {
    const text = tidied(read[index] ?? '');
    for (const place of places) cells[place] = report ? unguarded(text) : text;
  });
  return { cells };
}

const broken = (why: string, text: string): Omit<LogRow, 'where'> => ({
  cells: [],
  broken: { why, text: retold(text, TOLD) },
});

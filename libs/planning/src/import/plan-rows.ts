import type { TableRow } from '#sheet';
import type { Area } from '../plan/plan.js';
import { noteOn, type CellNote, type NoteCode, type Where } from './cell-notes.js';
import { COLUMNS, foldWords, type Column } from './columns.js';
import type { PlanTable } from './find-head.js';

/** A task's cells, each by what it tells. A cell that reaches over several rows gives what they say, one after another. */
export type TaskCells = Record<Column, string>;

/** What a row of the file was taken for (dòng được hiểu là gì). */
export type RowKind = 'above' | 'head' | 'area' | 'group' | 'task' | 'continues' | 'left_out';

export interface PlanRow {
  kind: RowKind;
  at: Where;
  source: readonly string[];
  /** What a task's row says; its area is the one it names, or that of the row above it. */
  cells: TaskCells | null;
}

export interface PlanRows {
  rows: PlanRow[];
  errors: CellNote[];
  notes: CellNote[];
}

/** Tells of each row of a plan's tables whether it is a task, the row of an area, or neither; nothing is passed over. */
export function readPlanRows(tables: readonly PlanTable[], areas: readonly Area[]): PlanRows {
  const reader = new RowReader(areas);
  for (const table of tables) reader.read(table);
  return reader.result();
}

class RowReader {
  readonly #rows: PlanRow[] = [];
  readonly #errors: CellNote[] = [];
  readonly #notes: CellNote[] = [];
  #area = '';

  constructor(private readonly areas: readonly Area[]) {}

  read(plan: PlanTable): void {
    const { rows } = plan.table;
    const last = rows.findLastIndex((row) => isTask(cellsOf(row, plan)));
    for (const [index, row] of rows.entries()) {
      if (index < plan.from) this.#add(headOrAbove(row, plan), row, plan);
      else if (isHead(row, plan)) this.#add('head', row, plan);
      else if (plan.places.has('section')) this.#addTask(row, plan);
      else this.#readByPosition(row, plan, index > last, rows[index + 1]);
    }
  }

  result(): PlanRows {
    return { rows: this.#rows, errors: this.#errors, notes: this.#notes };
  }

  /** Where no column names the area, a row of its own does, and what follows belongs to it. */
  #readByPosition(row: TableRow, plan: PlanTable, isBelowAll: boolean, next: TableRow | undefined): void {
    const cells = cellsOf(row, plan);
    if (isTask(cells)) return this.#addTask(row, plan);
    const area = areaOf(cells, this.areas);
    if (area !== undefined) {
      this.#add('area', row, plan);
      if (area.code !== undefined) this.#area = area.code;
      if (area.error) this.#note(this.#errors, area.error, row, plan, textOf(cells));
      return;
    }
    if (next && isGroupOf(cells, cellsOf(next, plan))) return this.#add('group', row, plan);
    this.#add('left_out', row, plan);
    if (isBelowAll && cells.no === '') this.#note(this.#notes, 'row_left_out', row, plan, saidBy(row));
    else this.#note(this.#errors, 'row_unclear', row, plan, saidBy(row));
  }

  #addTask(row: TableRow, plan: PlanTable): void {
    const cells = cellsOf(row, plan);
    const task = this.#rows.findLast(({ kind }) => kind === 'task');
    const continues = (['no', 'title'] as const).every((column) => isMerged(row, plan, column));
    if (continues && task?.cells) {
      task.cells = joinRows(task.cells, ownCells(row, plan));
      return this.#add('continues', row, plan);
    }
    const section = plan.places.has('section') ? cells.section.toUpperCase() : this.#area;
    this.#add('task', row, plan, { ...cells, section, no: ownNumber(cells.no, section) });
  }

  #add(kind: RowKind, row: TableRow, plan: PlanTable, cells: TaskCells | null = null): void {
    this.#rows.push({ kind, at: whereIs(row, plan), source: row.cells, cells });
  }

  #note(to: CellNote[], code: NoteCode, row: TableRow, plan: PlanTable, said: string): void {
    const column = (row.cells[plan.places.get('no') ?? 0] ?? '').trim() === '' ? 'title' : 'no';
    to.push(noteOn(whereIs(row, plan), column, code, said));
  }
}

const whereIs = ({ number }: TableRow, { table, places }: PlanTable): Where => ({
  row: number,
  table: table.name,
  place: (column) => places.get(column),
});

export const cellsOf = (row: TableRow, { places }: PlanTable): TaskCells => {
  const cells = Object.fromEntries(
    COLUMNS.map((column) => [column, said(row.cells[places.get(column) ?? -1] ?? '', column)]),
  ) as TaskCells;
  return { ...cells, title: cells.title.replace(/\s+/g, ' ') };
};

/** What the row says itself, without what reaches into it from above. */
const ownCells = (row: TableRow, plan: PlanTable): TaskCells =>
  cellsOf({ ...row, cells: row.cells.map((cell, place) => (row.merged.has(place) ? '' : cell)) }, plan);

/** A cell's text; a list in it is its lines, without what stands before each. A lone deadline is kept as it is written. */
function said(cell: string, column: Column): string {
  const lines = cell
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isList = lines.length > 1 || column !== 'deadline_text';
  return lines.map((line) => (isList ? line.replace(/^[-–—•+*]\s+/u, '') : line)).join('\n');
}

/** What has no number and no name is none, nor is a name with a word in the helpers' column: so signatures stand below. */
export const isTask = ({
  no,
  title,
  deliverables,
  lead_units,
  coordinators,
  deadline_text,
}: TaskCells): boolean =>
  `${no}${title}` !== '' && `${deliverables}${lead_units}${deadline_text}${no && coordinators}` !== '';

const isMerged = ({ merged }: TableRow, { places }: PlanTable, column: Column): boolean =>
  merged.has(places.get(column) ?? -1);

const saidBy = ({ cells }: TableRow): string => cells.filter((cell) => cell.trim() !== '').join(' | ');
const textOf = ({ no, title }: TaskCells): string => `${no} ${title}`.trim();

/** The head again, as it stands on each page, or the row that numbers its columns. */
function isHead({ cells }: TableRow, { headings }: PlanTable): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const repeats = headings.filter(
    ({ place, heading }) => foldWords(cells[place] ?? '').join(' ') === foldWords(heading).join(' '),
  ).length;
  if (filled.length > 0 && repeats === headings.length) return true;
  return (
    filled.length > 2 &&
    filled.every((cell, index) => /^\(?\d{1,2}\)?$/.test(cell.trim()) && countsOn(filled, index))
  );
}

const numberIn = (cell: string | undefined): number => Number(cell?.replace(/[()]/g, ''));
const countsOn = (cells: string[], index: number): boolean =>
  index === 0 || numberIn(cells[index]) === numberIn(cells[index - 1]) + 1;

const headOrAbove = (row: TableRow, { headings }: PlanTable): RowKind =>
  headings.some(({ place, heading, column }) => column !== null && row.cells[place] === heading)
    ? 'head'
    : 'above';

/** The area that a row is the heading of; `error` where it is meant as one and can’t be. Undefined for another row. */
function areaOf(
  cells: TaskCells,
  areas: readonly Area[],
): { code?: string; error?: 'unknown_area' | 'area_mismatch' } | undefined {
  const named = (words: string[]) => areas.find(({ name }) => foldWords(name).join(' ') === words.join(' '));
  const [first = '', ...rest] = textOf(cells).split(/[\s.):–-]+/u);
  const area = areas.find(({ code }) => code.toUpperCase() === first.toUpperCase());
  const another = named(foldWords(rest.join(' ')));
  if (area)
    return another && another !== area ? { code: area.code, error: 'area_mismatch' } : { code: area.code };
  const byName = named(foldWords(textOf(cells)));
  if (byName) return { code: byName.code };
  return /^(?:[IVXLC]+|[A-Z])$/.test(first) ? { error: 'unknown_area' } : undefined;
}

/** A task that only holds others together (1 over 1.1, 1.2). */
const isGroupOf = ({ no }: TaskCells, next: TaskCells): boolean =>
  no !== '' && next.no.startsWith(`${withoutDot(no)}.`) && next.no.length > withoutDot(no).length + 1;

const withoutDot = (no: string): string => no.replace(/[.)]$/, '');

/** The number within its area: "1." and "I.1" are 1. */
function ownNumber(no: string, section: string): string {
  const plain = withoutDot(no);
  const prefix =
    section === ''
      ? undefined
      : [`${section}.`, `${section}-`].find((one) => plain.toUpperCase().startsWith(one));
  return prefix === undefined ? plain : plain.slice(prefix.length).trim();
}

/** One task over several rows: each row's own deliverable goes with its own deadline. */
function joinRows(task: TaskCells, more: TaskCells): TaskCells {
  const both = more.deliverables !== '' && more.deadline_text !== '';
  const [first, second] = both
    ? [withLabel(task), withLabel(more)]
    : [task.deadline_text, more.deadline_text];
  const lines = (...cells: string[]) => cells.filter((cell) => cell !== '').join('\n');
  const joined = (column: Column) => lines(task[column], more[column]);
  return {
    ...task,
    deliverables: joined('deliverables'),
    lead_units: joined('lead_units'),
    coordinators: joined('coordinators'),
    deadline_text: lines(first, second),
    funding: joined('funding'),
  };
}

/** "Kế hoạch: Quý I", where both are one line and neither has a label or parts of its own. */
const withLabel = ({ deliverables, deadline_text }: TaskCells): string =>
  deadline_text !== '' && deliverables !== '' && !/[:;\n]/.test(`${deliverables}${deadline_text}`)
    ? `${deliverables}: ${deadline_text}`
    : deadline_text;

import { derivedId, formatDay } from '#kernel';
import type { Office } from '#organisation';
import { dayOfSerial } from '#sheet';
import { parseObligations } from '../deadline-phrase/parse-columns.js';
import { readDeliverables, readObligations } from '../deadline-phrase/read-obligations.js';
import type { ReasonForDate } from '../deadline-phrase/schedule.js';
import type { ImportPlan } from '../plan/plan.commands.js';
import { planSubject, type DecidingDocument, type PlanHeader, type PlannedTask } from '../plan/plan.js';
import { noteOn, type CellNote, type NoteCode, type Where } from './cell-notes.js';
import { NEEDED, type Column } from './columns.js';
import { orderError } from './number-order.js';
import type { PlanRow, PlanRows, RowKind, TaskCells } from './plan-rows.js';
import { readUnits } from './read-units.js';

/** The plan's own facts, beside the file of its tasks. */
export interface PlanFacts extends PlanHeader {
  /** None given: those that the file itself names. */
  areas: PlanHeader['areas'];
  /** Other names of units, to the name they are known by. */
  sameUnit: Record<string, string>;
}

/** A row of the file beside what was read of it. */
export interface ReadRow {
  kind: RowKind;
  at: Where;
  source: readonly string[];
  task: PlannedTask | null;
}

export interface ReadPlan {
  content: ImportPlan;
  /** Every row of the file in its order. */
  rows: ReadRow[];
  /** What stops the import. */
  errors: CellNote[];
  /** What the office must settle before approval, and what of the file is not taken in. */
  notes: CellNote[];
}

const MAX_CELL = 2_000;
/** Of a task within its area: it stands in an index. */
const LONGEST_NUMBER = 20;
const NUMBER = /^[\p{L}\d]+(?:[.-][\p{L}\d]+)*$/u;

/** Turns the rows of a plan's appendix into its content. Ids come from the office, year and number of the row. */
export function readPlan(
  found: PlanRows,
  facts: PlanFacts,
  office: Office,
  officeCode: string,
  document: DecidingDocument | null,
): ReadPlan {
  const { sameUnit, ...given } = facts;
  const header = pickHeader(given);
  const reader = new TaskReader(header, sameUnit, office, planSubject(officeCode, facts.year));
  const rows = found.rows.map((row): ReadRow => {
    const { kind, at, source, cells } = row;
    return { kind, at, source, task: cells && reader.read(row, cells) };
  });
  return {
    content: { header, tasks: rows.flatMap(({ task }) => task ?? []), document },
    rows,
    errors: [...found.errors, ...reader.errors],
    notes: [...found.notes, ...reader.notes],
  };
}

const NOTED: Record<ReasonForDate, NoteCode> = {
  unreadable: 'deadline_unreadable',
  other_year: 'deadline_other_year',
  vague: 'deadline_needs_date',
  other_plan: 'deadline_needs_date',
  on_occasion: 'deadline_needs_date',
};

class TaskReader {
  readonly errors: CellNote[] = [];
  readonly notes: CellNote[] = [];
  readonly #seen: TaskCells[] = [];

  constructor(
    private readonly header: PlanHeader,
    private readonly sameUnit: PlanFacts['sameUnit'],
    private readonly office: Office,
    private readonly planId: string,
  ) {}

  /** The task of a row; null where something of it has to be mended first. */
  read({ at }: PlanRow, given: TaskCells): PlannedTask | null {
    const before = this.errors.length;
    const cells = { ...given, deadline_text: this.#withoutSerial(given.deadline_text, at) };
    this.#checkCells(cells, at);
    this.#checkDates(cells, at);
    this.#seen.push(cells);
    const [leadUnitId = '', ...coImplementers] = this.#unitsOf(cells, 'lead_units', at);
    const coordinators = this.#unitsOf(cells, 'coordinators', at);
    if (this.errors.length > before) return null;
    return this.#toTask(cells, at, { leadUnitId, coImplementers, coordinators });
  }

  #toTask(
    cells: TaskCells,
    at: Where,
    units: Pick<PlannedTask, 'leadUnitId' | 'coImplementers' | 'coordinators'>,
  ): PlannedTask {
    const number = `${cells.section}.${cells.no}`;
    const taskId = derivedId(this.planId, number);
    const leadToConfirm = units.coImplementers.length > 0;
    if (leadToConfirm) this.#note('lead_units', 'lead_to_confirm', cells.lead_units, at);
    const read = readObligations(taskId, cells.deadline_text, cells.deliverables, this.header.year);
    for (const { phrase, schedule, column } of read)
      if (schedule.kind === 'needingDate') this.#note(column, NOTED[schedule.reason], phrase, at);
    return {
      taskId,
      number,
      area: cells.section,
      title: cells.title,
      deliverables: readDeliverables(taskId, cells.deliverables),
      ...units,
      obligations: read.map(({ column: _column, ...obligation }) => obligation),
      leadToConfirm,
      ...(cells.funding === '' ? {} : { funding: cells.funding }),
    };
  }

  #checkCells(cells: TaskCells, at: Where): void {
    for (const column of NEEDED) if (cells[column] === '') this.#error(column, 'empty_cell', '', at);
    for (const [column, cell] of Object.entries(cells) as [Column, string][]) {
      const most = column === 'no' ? LONGEST_NUMBER : MAX_CELL;
      if (cell.length > most) this.#error(column, 'too_long', cell.slice(0, 80), at);
    }
    if (cells.no !== '' && cells.no.length <= LONGEST_NUMBER && !NUMBER.test(cells.no))
      this.#error('no', 'bad_number', cells.no, at);
    if (!this.header.areas.some(({ code }) => code === cells.section))
      this.#error(at.place('section') === undefined ? 'no' : 'section', 'unknown_area', cells.section, at);
    const wrong = orderError(cells, this.#seen, at.place('section') === undefined);
    if (wrong) this.#error('no', wrong, `${cells.section}.${cells.no}`, at);
  }

  /** A day, month or quarter that no year has is a slip of the file, and is mended there. */
  #checkDates({ deadline_text, deliverables }: TaskCells, at: Where): void {
    for (const { phrase, schedule, column } of parseObligations(
      deadline_text,
      deliverables,
      this.header.year,
    ))
      if (schedule.kind === 'noSuchDate') this.#error(column, 'no_such_date', phrase, at);
  }

  /** A spreadsheet keeps days as numbers (45731); alone in its cell, and of the plan's year, one can mean nothing else. */
  #withoutSerial(text: string, at: Where): string {
    const day = /^\d{5}(?:\.\d{1,10})?$/.test(text) ? dayOfSerial(Number(text)) : undefined;
    if (day?.slice(0, 4) !== String(this.header.year)) return text;
    this.#note('deadline_text', 'date_from_number', `${text} → ${formatDay(day)}`, at);
    return formatDay(day);
  }

  #unitsOf(cells: TaskCells, column: 'lead_units' | 'coordinators', at: Where): string[] {
    const { unitIds, unknown } = readUnits(cells[column], this.office, this.sameUnit);
    for (const name of unknown) this.#error(column, 'unknown_unit', name, at);
    return unitIds;
  }

  #error(column: Column, code: NoteCode, value: string, at: Where): void {
    this.errors.push(noteOn(at, column, code, value));
  }

  #note(column: Column, code: NoteCode, value: string, at: Where): void {
    this.notes.push(noteOn(at, column, code, value));
  }
}

const pickHeader = ({
  year,
  title,
  issuer,
  superior,
  basis,
  areas,
  targets,
  recipients,
}: PlanHeader): PlanHeader => ({
  year,
  title,
  issuer,
  superior,
  basis,
  areas: areas.map(({ code, name }) => ({ code, name })),
  targets,
  recipients,
});

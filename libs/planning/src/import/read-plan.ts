import { PLAIN, derivedId } from '#kernel';
import { unitNamed, type Office } from '#organisation';
import { parseObligations } from '../deadline-phrase/parse-columns.js';
import { readDeliverables, readObligations } from '../deadline-phrase/read-obligations.js';
import type { ReasonForDate } from '../deadline-phrase/schedule.js';
import type { ImportPlan } from '../plan/plan.commands.js';
import { planSubject, type DecidingDocument, type PlanHeader, type PlannedTask } from '../plan/plan.js';
import { fileUnreadable } from '#sheet';

/** The plan's own facts, beside the file of its tasks. */
export interface PlanFacts extends PlanHeader {
  /** Other names of units, to the name they are known by. */
  sameUnit: Record<string, string>;
}

/** Something about a cell that a person must see. */
export interface CellNote {
  row: number;
  column: string;
  code:
    | 'lead_to_confirm'
    | 'deadline_unreadable'
    | 'deadline_other_year'
    | 'unknown_unit'
    | 'duplicate_row'
    | 'empty_cell'
    | 'too_long'
    | 'unreadable_text'
    | 'not_in_file'
    | 'unknown_area'
    | 'deadline_needs_date'
    | 'no_such_date';
  value: string;
}

export interface ReadPlan {
  content: ImportPlan;
  /** What stops the import. */
  errors: CellNote[];
  /** What the office must settle before approval. */
  notes: CellNote[];
}

const COLUMNS = [
  'section',
  'no',
  'title',
  'deliverables',
  'lead_units',
  'coordinators',
  'deadline_text',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Record<Column, string> & { row: number };

const MAX_CELL = 2_000;
/** Of a task within its area: it stands in an index. */
const LONGEST_NUMBER = 20;

/** Turns the rows of a plan's appendix into its content. Ids come from the office, year and number of the row. */
export function readPlan(
  rows: string[][],
  facts: PlanFacts,
  office: Office,
  officeCode: string,
  document: DecidingDocument | null,
): ReadPlan {
  const errors: CellNote[] = [];
  const notes: CellNote[] = [];
  const { sameUnit, ...given } = facts;
  const header = pickHeader(given);
  const planId = planSubject(officeCode, facts.year);
  const tasks = namedRows(rows).flatMap((row, index, all): PlannedTask[] => {
    const before = errors.length;
    checkCells(row, all.slice(0, index), header, errors);
    checkDates(row, facts.year, errors);
    const units = (column: 'lead_units' | 'coordinators') => unitsOf(row, column, sameUnit, office, errors);
    const [leadUnitId = '', ...others] = units('lead_units');
    const coordinators = units('coordinators');
    if (errors.length > before) return [];
    return [readTask(row, { planId, year: facts.year, leadUnitId, others, coordinators }, notes)];
  });
  return { content: { header, tasks, document }, errors, notes };
}

const NOTED: Record<ReasonForDate, CellNote['code']> = {
  unreadable: 'deadline_unreadable',
  other_year: 'deadline_other_year',
  vague: 'deadline_needs_date',
  other_plan: 'deadline_needs_date',
  on_occasion: 'deadline_needs_date',
};

interface RowFacts {
  planId: string;
  year: number;
  leadUnitId: string;
  others: string[];
  coordinators: string[];
}

function readTask(
  row: Row,
  { planId, year, leadUnitId, others, coordinators }: RowFacts,
  notes: CellNote[],
): PlannedTask {
  const number = `${row.section}.${row.no}`;
  const taskId = derivedId(planId, number);
  if (others.length > 0)
    notes.push({ row: row.row, column: 'lead_units', code: 'lead_to_confirm', value: row.lead_units });
  const read = readObligations(taskId, row.deadline_text, row.deliverables, year);
  for (const { phrase, schedule, column } of read) {
    if (schedule.kind !== 'needingDate') continue;
    notes.push({ row: row.row, column, code: NOTED[schedule.reason], value: phrase });
  }
  return {
    taskId,
    number,
    area: row.section,
    title: row.title,
    deliverables: readDeliverables(taskId, row.deliverables),
    leadUnitId,
    coImplementers: others,
    coordinators,
    obligations: read.map(({ column: _column, ...obligation }) => obligation),
    leadToConfirm: others.length > 0,
  };
}

function namedRows(rows: string[][]): Row[] {
  const header = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) throw fileUnreadable({ why: `thiếu cột · missing columns: ${missing.join(', ')}` });
  return rows.slice(1).map((cells, index) => {
    const cell = (column: Column) => (cells[header.indexOf(column)] ?? '').normalize('NFC').trim();
    return {
      row: index + 2,
      section: cell('section').toUpperCase(),
      no: cell('no'),
      title: cell('title'),
      deliverables: cell('deliverables'),
      lead_units: cell('lead_units'),
      coordinators: cell('coordinators'),
      deadline_text: cell('deadline_text'),
    };
  });
}

function checkCells(row: Row, earlier: Row[], header: PlanHeader, errors: CellNote[]): void {
  for (const column of ['section', 'no', 'title', 'deliverables', 'lead_units', 'deadline_text'] as const) {
    if (row[column] === '') errors.push({ row: row.row, column, code: 'empty_cell', value: '' });
  }
  for (const column of COLUMNS) {
    const cell = row[column];
    const most = column === 'no' ? LONGEST_NUMBER : MAX_CELL;
    if (cell.length > most) errors.push({ row: row.row, column, code: 'too_long', value: cell.slice(0, 80) });
    else if (!PLAIN.test(cell)) errors.push({ row: row.row, column, code: 'unreadable_text', value: '' });
  }
  if (!header.areas.some(({ code }) => code === row.section))
    errors.push({ row: row.row, column: 'section', code: 'unknown_area', value: row.section });
  if (earlier.some(({ section, no }) => section === row.section && no === row.no)) {
    errors.push({ row: row.row, column: 'no', code: 'duplicate_row', value: `${row.section}.${row.no}` });
  }
}

/** A day, month or quarter that no year has is a slip of the file, and is mended there. */
function checkDates({ row, deadline_text, deliverables }: Row, year: number, errors: CellNote[]): void {
  for (const { phrase, schedule, column } of parseObligations(deadline_text, deliverables, year))
    if (schedule.kind === 'noSuchDate') errors.push({ row, column, code: 'no_such_date', value: phrase });
}

function unitsOf(
  row: Row,
  column: 'lead_units' | 'coordinators',
  sameUnit: Record<string, string>,
  office: Office,
  errors: CellNote[],
): string[] {
  const names = row[column]
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const ids = names.flatMap((name) => {
    const unit = unitNamed(office, name) ?? unitNamed(office, sameUnit[name] ?? '');
    if (!unit) errors.push({ row: row.row, column, code: 'unknown_unit', value: name.slice(0, 200) });
    return unit ? [unit.unitId] : [];
  });
  return [...new Set(ids)];
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

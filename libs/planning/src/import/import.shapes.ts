import { is } from '#kernel';
import { NOTE_CODES } from './cell-notes.js';
import { COLUMNS } from './columns.js';

/** Something about a cell, named as the spreadsheet shows it. */
const CellNoted = is.named('CellNoted', {
  row: is.count,
  column: is.oneOf(COLUMNS),
  code: is.oneOf(NOTE_CODES),
  value: is.prose,
  cell: is.maybe(is.code),
  table: is.maybe(is.line),
  message: is.prose,
});

export const PlanImported = is.named('PlanImported', {
  planId: is.id,
  version: is.version,
  position: is.position,
  tasks: is.count,
  changed: is.flag,
  notes: is.list(CellNoted, is.MOST_LISTED),
});

const ReadTask = is.object({
  number: is.code,
  area: is.code,
  title: is.prose,
  deliverables: is.list(is.prose),
  lead: is.line,
  coImplementers: is.list(is.line),
  coordinators: is.list(is.line),
  obligations: is.list(is.object({ label: is.orNull(is.prose), phrase: is.prose, reading: is.bilingual })),
  funding: is.orNull(is.prose),
});

/** What an import would do, each row of the file beside what was read of it (xem trước khi nhập). */
export const PlanPreview = is.named('PlanPreview', {
  form: is.oneOf(['csv', 'xlsx', 'docx']),
  encoding: is.code,
  delimiter: is.orNull(is.code),
  /** Each heading and what is read from below it; null where nothing is. */
  columns: is.list(
    is.object({
      table: is.orNull(is.line),
      place: is.code,
      heading: is.prose,
      column: is.orNull(is.oneOf(COLUMNS)),
    }),
    is.MOST_LISTED,
  ),
  rows: is.list(
    is.object({
      table: is.orNull(is.line),
      row: is.count,
      kind: is.oneOf(['above', 'head', 'area', 'group', 'task', 'continues', 'left_out']),
      source: is.list(is.prose),
      read: is.orNull(ReadTask),
    }),
    is.MOST_LISTED,
  ),
  /** Those given, or, where none were, those that the file names. */
  areas: is.list(is.object({ code: is.code, name: is.line }), is.MOST_LISTED),
  tasks: is.count,
  /** So many changes to the plan; null where it would be refused. */
  changes: is.orNull(is.count),
  /** What the plan has against it, whatever the file says. */
  refusal: is.orNull(is.object({ code: is.code, title: is.bilingual })),
  errors: is.list(CellNoted, is.MOST_LISTED),
  notes: is.list(CellNoted, is.MOST_LISTED),
});

import type { is } from '#kernel';
import type { Office } from '#organisation';
import { columnName } from '#sheet';
import { readingOf } from '../deadline-phrase/reading.js';
import type { PlannedTask } from '../plan/plan.js';
import type { PlanPreview } from './import.shapes.js';
import type { ImportTrial } from './plan-import.js';

/** An import's trial as it is answered: each row of the file beside what was read of it (xem trước khi nhập). */
export function previewOf(trial: ImportTrial, { units }: Office): is.Of<typeof PlanPreview> {
  const { file, tables, rows, content, errors, notes, changes, refusal } = trial;
  const nameOf = (unitId: string) => units.get(unitId)?.name ?? '';
  return {
    form: file.form,
    encoding: tables[0]?.encoding ?? file.encoding,
    delimiter: file.delimiter,
    columns: tables.flatMap(({ table, headings }) =>
      headings.map(({ place, heading, column }) => ({
        table: table.name,
        place: columnName(place),
        heading,
        column,
      })),
    ),
    rows: rows.map(({ kind, at, source, task }) => ({
      table: at.table,
      row: at.row,
      kind,
      source: [...source],
      read: task && readingOfTask(task, nameOf),
    })),
    areas: content.header.areas,
    tasks: content.tasks.length,
    changes,
    refusal: refusal && { code: refusal.kind.code, title: refusal.kind.title },
    errors,
    notes,
  };
}

const readingOfTask = (task: PlannedTask, nameOf: (unitId: string) => string) => ({
  number: task.number,
  area: task.area,
  title: task.title,
  deliverables: task.deliverables.map(({ name }) => name),
  lead: nameOf(task.leadUnitId),
  coImplementers: task.coImplementers.map(nameOf),
  coordinators: task.coordinators.map(nameOf),
  obligations: task.obligations.map(({ label, phrase, schedule }) => ({
    label,
    phrase,
    reading: readingOf(schedule),
  })),
  funding: task.funding ?? null,
});

import { LONGEST_NAME, MOST_PARTS } from '#kernel';
import type { Area } from '../plan/plan.js';
import type { PlanTable } from './find-head.js';
import { cellsOf, isTask, type TaskCells } from './plan-rows.js';

/** "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH": a Roman number or one capital letter, then a name. */
const HEADING = /^(?<code>[IVXLC]+|[A-Z])[\s.):–-]+(?<name>\S.*)$/u;

/**
 * The areas that a plan's tables name themselves (lĩnh vực), in their order: by a row of each one's own, or, where a column
 * tells each task's, by its codes alone.
 */
export function areasIn(tables: readonly PlanTable[]): Area[] {
  const found = new Map<string, Area>();
  const add = (area: Area | undefined) => area && !found.has(area.code) && found.set(area.code, area);
  for (const plan of tables)
    for (const row of plan.table.rows.slice(plan.from)) {
      const cells = cellsOf(row, plan);
      if (plan.places.has('section')) add(ofColumn(cells));
      else if (!isTask(cells)) add(ofHeading(cells));
    }
  return [...found.values()].slice(0, MOST_PARTS);
}

function ofColumn({ section }: TaskCells): Area | undefined {
  const code = section.toUpperCase();
  return code === '' || code.length > LONGEST_CODE ? undefined : { code, name: code };
}

function ofHeading({ no, title }: TaskCells): Area | undefined {
  const { code, name } = HEADING.exec(`${no} ${title}`.trim())?.groups ?? {};
  return code !== undefined && name !== undefined && code.length <= LONGEST_CODE
    ? { code, name: name.slice(0, LONGEST_NAME) }
    : undefined;
}

const LONGEST_CODE = 20;

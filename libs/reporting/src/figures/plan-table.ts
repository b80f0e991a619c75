import type { TaskStanding } from '#planning';

/** How the tasks of an area stand (tiến độ theo lĩnh vực). */
export interface PlanRow {
  area: string;
  tasks: number;
  completed: number;
  running: number;
  late: number;
  silent: number;
}

/** A row for each area, by its code: what is counted of tasks is counted of this list and of nothing else. */
export const planRows = (tasks: readonly TaskStanding[]): PlanRow[] =>
  [...Map.groupBy(tasks, ({ area }) => area)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([area, own]) => ({
      area,
      tasks: own.length,
      completed: own.filter(({ state }) => state === 'completed').length,
      running: own.filter(({ state }) => state === 'assigned' || state === 'in_progress').length,
      late: own.filter(({ late }) => late).length,
      silent: own.filter(({ silent }) => silent).length,
    }));

import type { TaskStanding } from '#planning';

/** How some tasks stand (tiến độ). */
interface StandingCounts {
  tasks: number;
  completed: number;
  running: number;
  late: number;
  silent: number;
}

/** What these figures are called, in their order. */
export const STANDING_HEAD = ['Nhiệm vụ', 'Hoàn thành', 'Đang làm', 'Quá hạn', 'Chưa báo cáo'];

/** What is counted of tasks is counted of this list and of nothing else. */
const countsOf = (tasks: readonly TaskStanding[]): StandingCounts => ({
  tasks: tasks.length,
  completed: tasks.filter(({ state }) => state === 'completed').length,
  running: tasks.filter(({ state }) => state === 'assigned' || state === 'in_progress').length,
  late: tasks.filter(({ late }) => late).length,
  silent: tasks.filter(({ silent }) => silent).length,
});

const grouped = <T extends TaskStanding>(tasks: readonly T[], by: (task: T) => string): [string, T[]][] =>
  [...Map.groupBy(tasks, by)].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** A row for each area, by its code. */
export const planRows = (tasks: readonly TaskStanding[]): (StandingCounts & { area: string })[] =>
  grouped(tasks, ({ area }) => area).map(([area, own]) => ({ area, ...countsOf(own) }));

/** A row for each group of tasks: its name, then the figures in the order of their head. */
export const standingRows = <T extends TaskStanding>(
  tasks: readonly T[],
  by: (task: T) => string,
): (string | number)[][] =>
  grouped(tasks, by).map(([name, own]) => {
    const { tasks: all, completed, running, late, silent } = countsOf(own);
    return [name, all, completed, running, late, silent];
  });

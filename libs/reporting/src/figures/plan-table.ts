import type { TaskStanding } from '#planning';

/** What is counted of tasks (tiến độ): of this list and of nothing else. */
const COUNTED = {
  tasks: () => true,
  completed: ({ state }) => state === 'completed',
  running: ({ state }) => state === 'assigned' || state === 'in_progress',
  late: ({ late }) => late,
  silent: ({ silent }) => silent,
} as const satisfies Record<string, (task: TaskStanding) => boolean>;

export type StandingColumn = keyof typeof COUNTED;
export const STANDING_COLUMNS = Object.keys(COUNTED).filter(
  (name): name is StandingColumn => name in COUNTED,
);

/** What these figures are called, in their order. */
export const STANDING_HEAD = ['Nhiệm vụ', 'Hoàn thành', 'Đang làm', 'Quá hạn', 'Chưa báo cáo'];

/** The tasks that a figure counts; of one area, where one is named. */
export const tasksBehind = <T extends TaskStanding>(
  tasks: readonly T[],
  column: StandingColumn,
  area?: string,
): T[] => tasks.filter((task) => COUNTED[column](task) && (area === undefined || task.area === area));

const countsOf = (tasks: readonly TaskStanding[]) => {
  const count = (column: StandingColumn) => tasksBehind(tasks, column).length;
  return {
    tasks: count('tasks'),
    completed: count('completed'),
    running: count('running'),
    late: count('late'),
    silent: count('silent'),
  };
};

const grouped = <T extends TaskStanding>(tasks: readonly T[], by: (task: T) => string): [string, T[]][] =>
  [...Map.groupBy(tasks, by)].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** A row for each area, by its code. */
export const planRows = (tasks: readonly TaskStanding[]) =>
  grouped(tasks, ({ area }) => area).map(([area, own]) => ({ area, ...countsOf(own) }));

/** A row for each group of tasks: its name, then the figures in the order of their head. */
export const standingRows = <T extends TaskStanding>(
  tasks: readonly T[],
  by: (task: T) => string,
): (string | number)[][] =>
  grouped(tasks, by).map(([name, own]) => {
    const counts = countsOf(own);
    return [name, ...STANDING_COLUMNS.map((column) => counts[column])];
  });

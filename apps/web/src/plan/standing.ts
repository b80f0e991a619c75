import type { PlanProgressResponse } from '#client';

type Row = PlanProgressResponse['items'][number];

/** How many tasks stand how, and how far they are on average. */
export type Standing = Pick<Row, 'tasks' | 'late' | 'silent' | 'running' | 'completed' | 'percent'>;

const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** Several rows of progress as one; each task counts alike. */
export function together(rows: readonly Row[]): Standing {
  const tasks = sum(rows, (row) => row.tasks);
  return {
    tasks,
    late: sum(rows, ({ late }) => late),
    silent: sum(rows, ({ silent }) => silent),
    running: sum(rows, ({ running }) => running),
    completed: sum(rows, ({ completed }) => completed),
    percent: tasks === 0 ? 0 : Math.round(sum(rows, (row) => row.percent * row.tasks) / tasks),
  };
}

/** What is late before what is silent, the more of it the sooner. */
export const worseFirst = (a: Standing, b: Standing): number =>
  b.late - a.late || b.silent - a.silent || a.percent - b.percent;

import { hasPassed } from '#overdue';

/** What lateness looks at: the same in a row that is folded and in one that is shown. */
interface Timed {
  status: string;
  due: string | Date | null;
  overdue: boolean;
  late: boolean;
  apology: string;
}

/** A row as an instant finds it: late from the end of its time on (R16), an apology owed (R17), recorded or not. */
export function lateBy<R extends Timed>(row: R, at: Date): R {
  // It runs out of nothing while it stands still or waits for a calendar.
  if (row.status !== 'in_progress' || row.due === null || row.due === 'infinity') return row;
  if (!hasPassed(new Date(row.due).toISOString(), at)) return row;
  return { ...row, overdue: true, late: true, apology: row.apology === 'none' ? 'owed' : row.apology };
}

/** The same in SQL: a time that has run out by an instant, given by its parameter. */
export const ranOut = (at: string): string => `(status = 'in_progress' and due < ${at})`;

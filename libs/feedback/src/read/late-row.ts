import { hasPassed } from '#overdue';

/** What lateness looks at: the same in a row that is folded and in one that is shown. */
interface Timed {
  status: string;
  /** Null, or `infinity`, while it waits for a calendar. */
  due: string | Date | null;
  overdue: boolean;
  late: boolean;
}

/** A row as an instant finds it: late from the end of its time on, recorded or not. */
export function lateBy<R extends Timed>(row: R, at: Date): R {
  if ((row.status !== 'received' && row.status !== 'assigned') || row.due === null) return row;
  if (row.due === 'infinity' || !hasPassed(new Date(row.due).toISOString(), at)) return row;
  return { ...row, overdue: true, late: true };
}

/** The same in SQL, of open feedback: a time that has run out by an instant, given by its parameter. */
export const ranOut = (at: string): string => `f.due < ${at}`;

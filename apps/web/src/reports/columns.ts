import type { ReportBehindData, ReportTasksBehindData } from '#client';

export type ControlColumn = ReportBehindData['path']['column'];
export type StandingColumn = ReportTasksBehindData['path']['column'];

/** The columns of table II.06a from the third on, as they are grouped there. */
export const CONTROL_GROUPS = {
  received: ['received', 'receivedOnline', 'receivedDirect', 'carriedOver'],
  settled: ['settled', 'settledEarly', 'settledOnTime', 'settledLate'],
  open: ['open', 'openInTime', 'openOverdue'],
} as const satisfies Record<string, readonly ControlColumn[]>;

const { received, settled, open } = CONTROL_GROUPS;
export const CONTROL_COLUMNS: readonly ControlColumn[] = [...received, ...settled, ...open];

/** Its number in the form; the first two are the row's own. */
export const numberOf = (column: ControlColumn): number => CONTROL_COLUMNS.indexOf(column) + 3;

export const STANDING_COLUMNS: readonly StandingColumn[] = [
  'tasks',
  'completed',
  'running',
  'late',
  'silent',
];

import type { ReportBehindData, ReportProceduresBehindData, ReportTasksBehindData } from '#client';

/** A figure whose dossiers can be listed. */
export type ListedColumn = ReportBehindData['path']['column'];
export type StandingColumn = ReportTasksBehindData['path']['column'];

/** The columns of table II.06a from the third on, as they are grouped there. */
export const CONTROL_GROUPS = {
  received: ['received', 'receivedOnline', 'receivedDirect', 'carriedOver'],
  settled: ['settled', 'settledEarly', 'settledOnTime', 'settledLate'],
  open: ['open', 'openInTime', 'openOverdue'],
} as const satisfies Record<string, readonly ListedColumn[]>;
export type ControlColumn = (typeof CONTROL_GROUPS)[keyof typeof CONTROL_GROUPS][number];

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

/** The columns of the table of digitisation that lead to dossiers. */
export const DIGITISATION_COLUMNS = [
  'papersOf',
  'papersNotHeld',
  'papersHeld',
  'papersReused',
  'resultsOf',
  'resultsNotHeld',
  'resultsHeld',
] as const satisfies readonly ListedColumn[];
export type DigitisationColumn = (typeof DIGITISATION_COLUMNS)[number];

export type ProcedureColumn = ReportProceduresBehindData['path']['column'];
/** The groups of columns of form II.07b. */
export const PROCEDURE_COLUMNS: readonly ProcedureColumn[] = ['procedures', 'oneStop', 'internal'];

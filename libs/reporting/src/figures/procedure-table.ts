import type { Version } from '#dossiers';

/** A procedure in force as a report counts it (thủ tục hành chính trong biểu II.07b). */
export interface CountedProcedure {
  code: string;
  name: string;
  field: string;
  /** It has its internal process (quy trình nội bộ): the steps in which it is handled. */
  internal: boolean;
}

export const countedProcedure = ({ code, name, field, steps }: Version): CountedProcedure => ({
  code,
  name,
  field,
  internal: steps.length > 0,
});

/** What of them is counted: all, those taken in at the one-stop desk, those with an internal process. */
const COUNTED = {
  procedures: () => true,
  // Whatever is in the catalogue is taken in and given back at the desk.
  oneStop: () => true,
  internal: ({ internal }) => internal,
} as const satisfies Record<string, (procedure: CountedProcedure) => boolean>;

export type ProcedureColumn = keyof typeof COUNTED;
export const PROCEDURE_COLUMNS = Object.keys(COUNTED).filter(
  (name): name is ProcedureColumn => name in COUNTED,
);

/** The procedures that a figure counts; of one field, where one is named. */
export const proceduresBehind = (
  procedures: readonly CountedProcedure[],
  column: ProcedureColumn,
  field?: string,
): CountedProcedure[] =>
  procedures.filter((one) => COUNTED[column](one) && (field === undefined || one.field === field));

export interface ProcedureRow extends Record<ProcedureColumn, number> {
  field: string;
}

const rowOf = (field: string, own: readonly CountedProcedure[]): ProcedureRow => ({
  field,
  procedures: proceduresBehind(own, 'procedures').length,
  oneStop: proceduresBehind(own, 'oneStop').length,
  internal: proceduresBehind(own, 'internal').length,
});

/** A row for each field by its name, and the sum of all. */
export const procedureRows = (procedures: readonly CountedProcedure[]): ProcedureRow[] =>
  [...Map.groupBy(procedures, ({ field }) => field)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, own]) => rowOf(field, own));

export const procedureTotal = (procedures: readonly CountedProcedure[]): ProcedureRow =>
  rowOf('Tổng số', procedures);

const GROUPS: Readonly<Record<ProcedureColumn, string>> = {
  procedures: 'Thủ tục',
  oneStop: 'Thực hiện tại một cửa',
  internal: 'Quy trình nội bộ',
};
const LEVELS = ['tổng số', 'cấp tỉnh', 'cấp huyện', 'cấp xã'];

/** What columns 3 to 14 of form II.07b (biểu II.07b) are called: each group in all, of the province, the district, the commune. */
export const PROCEDURE_HEAD = PROCEDURE_COLUMNS.flatMap((column, group) =>
  LEVELS.map((level, index) => `${GROUPS[column]}: ${level} (${group * LEVELS.length + index + 3})`),
);

/** A row's figures in the order of that head: a commune has none of the province's, and districts are no more. */
export const procedureFigures = (row: ProcedureRow): number[] =>
  PROCEDURE_COLUMNS.flatMap((column) => [row[column], 0, 0, row[column]]);

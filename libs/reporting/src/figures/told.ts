import { CONTROL_HEADS, controlTotal } from './control-table.js';
import { digitisationTotal, withRates } from './digitisation-table.js';
import type { Figures } from './figures.js';
import { PROCEDURE_COLUMNS, procedureRows, procedureTotal } from './procedure-table.js';

/** A figure as another system is told it: `<table>.<column>`, its row (null: the sum of all), null where nothing was measured. */
export interface ToldFigure {
  figure: string;
  row: string | null;
  value: number | null;
}

type Row = { field: string } & Record<string, number | string | null>;

/** Every figure of the tables of the control of procedures (II.06a, II.07b, số hóa), row by row. */
export function figuresTold({ control, procedures, digitisation }: Figures): ToldFigure[] {
  return [
    ...(control
      ? told(
          'control',
          CONTROL_HEADS.map(({ key }) => key),
          control.map((row) => ({ ...row })),
          { ...controlTotal(control) },
        )
      : []),
    ...(procedures
      ? told(
          'procedures',
          PROCEDURE_COLUMNS,
          procedureRows(procedures).map((row) => ({ ...row })),
          {
            ...procedureTotal(procedures),
          },
        )
      : []),
    ...(digitisation ? digitisationTold(digitisation) : []),
  ];
}

function digitisationTold(rows: NonNullable<Figures['digitisation']>): ToldFigure[] {
  const total = withRates(digitisationTotal(rows));
  const columns = Object.keys(total).filter((name) => name !== 'field');
  return told('digitisation', columns, rows.map(withRates), total);
}

const told = (table: string, columns: readonly string[], rows: readonly Row[], total: Row): ToldFigure[] =>
  columns.flatMap((column) =>
    [...rows.map((row) => ({ row, name: row.field })), { row: total, name: null }].map(({ row, name }) => ({
      figure: `${table}.${column}`,
      row: name,
      value: numberIn(row[column]),
    })),
  );

const numberIn = (value: number | string | null | undefined): number | null =>
  typeof value === 'number' ? value : null;

import { yearIn } from '../app/search-values';
import {
  CONTROL_COLUMNS,
  DIGITISATION_COLUMNS,
  PROCEDURE_COLUMNS,
  STANDING_COLUMNS,
  type ControlColumn,
  type DigitisationColumn,
  type ProcedureColumn,
  type StandingColumn,
} from './columns';

/** The reports that are looked for, by how they stand. */
export const LISTS = ['all', 'draft', 'returned', 'submitted', 'accepted', 'sent', 'late'] as const;
export type ReportStanding = (typeof LISTS)[number];

/** Which year's reports, and which of them. */
export interface ReportSearch {
  year?: number;
  state?: Exclude<ReportStanding, 'all'>;
}

export function reportSearch({ year, state }: Record<string, unknown>): ReportSearch {
  const known = LISTS.find((one) => one === state);
  return {
    ...yearIn(year),
    ...(known === undefined || known === 'all' ? {} : { state: known }),
  };
}

/** Which figure: its column, its row where it isn't the sum of all, and of which submission. */
export interface FigureSearch {
  control?: ControlColumn;
  plan?: StandingColumn;
  digitisation?: DigitisationColumn;
  procedures?: ProcedureColumn;
  row?: string;
  submission?: number;
}

export function figureSearch(search: Record<string, unknown>): FigureSearch {
  const { control, plan, digitisation, procedures, row, submission } = search;
  const ofControl = CONTROL_COLUMNS.find((one) => one === control);
  const ofDigitisation = DIGITISATION_COLUMNS.find((one) => one === digitisation);
  const ofProcedures = PROCEDURE_COLUMNS.find((one) => one === procedures);
  const ofPlan = STANDING_COLUMNS.find((one) => one === plan);
  return {
    ...(ofControl === undefined ? {} : { control: ofControl }),
    ...(ofPlan === undefined ? {} : { plan: ofPlan }),
    ...(ofDigitisation === undefined ? {} : { digitisation: ofDigitisation }),
    ...(ofProcedures === undefined ? {} : { procedures: ofProcedures }),
    // A code of figures alone comes back from the address as a number.
    ...(typeof row === 'string' || typeof row === 'number' ? { row: String(row) } : {}),
    ...(typeof submission === 'number' ? { submission } : {}),
  };
}

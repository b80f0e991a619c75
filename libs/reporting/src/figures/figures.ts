import type { ControlRow, DigitisationRow } from '#dossiers';
import type { TaskStanding } from '#planning';
import type { RegisterTotal } from '#registers';
import type { CountedProcedure } from './procedure-table.js';
import type { FigureTable } from '../definition/definitions.js';

/** What a report counts, as it stood at its cut-off (số liệu báo cáo): a table for each kind of figures of its outline. */
export interface Figures {
  control?: ControlRow[];
  plan?: TaskStanding[];
  registers?: RegisterTotal[];
  procedures?: CountedProcedure[];
  digitisation?: DigitisationRow[];
}

/** The cut-off of figures (thời điểm chốt số liệu): everything before the instant that the log held up to the position. */
export interface CutOff {
  instant: string;
  position: number;
  /** The period was not over yet: what came later stands in the next one. */
  provisional: boolean;
}

export const tablesOf = (outline: readonly { figures?: FigureTable }[]): FigureTable[] => [
  ...new Set(outline.flatMap(({ figures }) => figures ?? [])),
];

import type { EndedCounts } from '#dossiers';
import type { Bilingual } from '#kernel';

/** What an index is made of: counts of dossiers that ended, of periodic reports and of work items that fell due. */
export interface Measures extends EndedCounts {
  reportsDue: number;
  reportsHandedIn: number;
  /** Work items whose time came, the secret ones excepted, and those of them that went on here. */
  workDue: number;
  workOnline: number;
}

/** How a plan's targets (chỉ tiêu của kế hoạch) of some codes are computed, and from where that is known. */
interface Target {
  codes: readonly string[];
  source: string;
}

/** A part of a whole, in per cent. */
export interface MeasuredIndex extends Target {
  formula: Bilingual;
  part: keyof Measures;
  whole: keyof Measures;
}

/** What nothing here measures: it is shown as without data, with the reason. */
export interface UnmeasuredIndex extends Target {
  unmeasured: Bilingual;
}

export type IndexDefinition = MeasuredIndex | UnmeasuredIndex;

/** A plan names what is to be reached, and not how it is counted. */
export const SETTING = 'Kế hoạch nêu mức phải đạt, không nêu cách tính; cách tính là thiết lập của phần mềm';

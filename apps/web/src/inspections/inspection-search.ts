import { yearIn } from '../app/search-values';

/** The inspections that are looked for, by how they stand. */
export const LISTS = ['all', 'open', 'overdue', 'closed'] as const;

/** Which year's inspections, and which of them. */
export interface InspectionSearch {
  year?: number;
  status?: Exclude<(typeof LISTS)[number], 'all'>;
}

export function inspectionSearch({ year, status }: Record<string, unknown>): InspectionSearch {
  const known = LISTS.find((one) => one === status);
  return {
    ...yearIn(year),
    ...(known === undefined || known === 'all' ? {} : { status: known }),
  };
}

export const NOTE_LISTS = ['open', 'overdue', 'answered', 'all'] as const;

export interface NoteSearch {
  status?: Exclude<(typeof NOTE_LISTS)[number], 'open'>;
}

export function noteSearch({ status }: Record<string, unknown>): NoteSearch {
  const known = NOTE_LISTS.find((one) => one === status);
  return known === undefined || known === 'open' ? {} : { status: known };
}

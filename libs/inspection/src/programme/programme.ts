import type { Aggregate } from '#event-store';
import { rememberedId } from '#kernel';
import type { Office } from '#organisation/office';

/**
 * What is inspected (loại kiểm tra): the reform, duty (công vụ), discipline (kỷ luật, kỷ cương), what was delegated
 * downwards, the quality system (đánh giá nội bộ ISO 9001, clause 9.2).
 */
export const INSPECTION_KINDS = ['reform', 'duty', 'discipline', 'delegated', 'quality'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** One inspection that a year's programme plans. */
export interface PlannedInspection {
  itemId: string;
  kind: InspectionKind;
  unitId: string;
  month: number;
  about: string;
}

/** The document that decides: number and date. */
interface Deciding {
  documentNumber: string;
  documentDate: string;
}

export type ProgrammeEvent =
  | {
      /** `share`: per cent of the units that it is to reach, by which source. */
      type: 'InspectionsPlanned';
      data: { year: number; share: number; source: string; inspections: PlannedInspection[] };
    }
  | { type: 'InspectionProgrammeApproved'; data: Deciding & { year: number; units: number; of: number } }
  | {
      type: 'InspectionProgrammeAmended';
      data: Deciding & { year: number; inspections: PlannedInspection[] };
    };

/** A year's programme of inspections (kế hoạch kiểm tra năm). */
export interface Programme {
  status: 'none' | 'draft' | 'approved';
  year: number;
  share: number;
  source: string;
  inspections: readonly PlannedInspection[];
  decided: Deciding | null;
}

export const programme: Aggregate<Programme, ProgrammeEvent> = {
  kind: 'inspection-programme',
  initial: { status: 'none', year: 0, share: 0, source: '', inspections: [], decided: null },
  evolve(state, { type, data }) {
    switch (type) {
      case 'InspectionsPlanned':
        return { ...state, status: 'draft', ...data };
      case 'InspectionProgrammeApproved':
        return { ...state, status: 'approved', decided: decidedBy(data) };
      case 'InspectionProgrammeAmended':
        return { ...state, inspections: data.inspections, decided: decidedBy(data) };
    }
  },
};

const decidedBy = ({ documentNumber, documentDate }: Deciding): Deciding => ({
  documentNumber,
  documentDate,
});

/** The stream of a year's programme. */
export const programmeSubject = (office: string, year: number): string =>
  rememberedId(office, 'inspection-programme', year);

/** The units that could be inspected: those that stand, without the body above. */
export const inspectedUnits = ({ units, posts }: Office): string[] =>
  [...units.values()]
    .filter(({ endedBy, headPostId }) => endedBy === undefined && posts.get(headPostId)?.external !== true)
    .map(({ unitId }) => unitId);

/** How many of the units some inspections reach, of how many there are. */
export function reached(inspections: readonly { unitId: string }[], office: Office) {
  const all = inspectedUnits(office);
  const named = new Set(inspections.map(({ unitId }) => unitId));
  return { units: all.filter((unitId) => named.has(unitId)).length, of: all.length };
}

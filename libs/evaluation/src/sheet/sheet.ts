import type { Aggregate } from '#event-store';
import { rememberedId, type Day } from '#kernel';

/** What a sheet measures: the reform index (CCHC), the digital transformation (chuyển đổi số), a unit's work, another. */
export const SHEET_KINDS = ['reform-index', 'digital', 'unit', 'dossiers', 'ddci', 'other'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/**
 * A part of a sheet: scored by oneself and appraised (tự chấm); or given by others alone: bonus (điểm cộng), deduction
 * (điểm trừ), a survey's result (điều tra xã hội học).
 */
export const CRITERION_KINDS = ['scored', 'bonus', 'deduction', 'survey'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** A criterion (tiêu chí): data of a sheet, never code. Points with two decimals. */
export interface Criterion {
  code: string;
  name: string;
  kind: CriterionKind;
  most: number;
  /** The plan's index it is computed from, and the per cent from which it has all its points; null where it is entered. */
  computed: { index: string; full: number } | null;
}

export interface SheetArea {
  code: string;
  name: string;
  /** The points of its criteria together, bonus and deduction apart. */
  most: number;
  criteria: Criterion[];
}

/** A sheet's content: a round keeps the one it was opened with. */
export interface SheetContent {
  name: string;
  kind: SheetKind;
  year: number;
  source: string;
  /** The points of its areas together. */
  total: number;
  areas: SheetArea[];
}

/** A round's time for a unit, or for the office (`unitId` null). */
export interface BookedRound {
  roundId: string;
  unitId: string | null;
  from: Day;
  to: Day;
}

export type SheetEvent =
  | { type: 'ScoringSheetIssued'; data: SheetContent & { code: string; edition: number } }
  | { type: 'ScoringRoundBooked'; data: BookedRound };

/** A scoring sheet (bảng tiêu chí chấm điểm): its edition in force, and the rounds that were opened on it. */
export interface Sheet {
  code: string;
  edition: number;
  content: SheetContent | null;
  rounds: readonly BookedRound[];
}

export const scoringSheet: Aggregate<Sheet, SheetEvent> = {
  kind: 'scoring-sheet',
  initial: { code: '', edition: 0, content: null, rounds: [] },
  evolve(state, { type, data }) {
    if (type === 'ScoringRoundBooked') return { ...state, rounds: [...state.rounds, data] };
    const { code, edition, ...content } = data;
    return { ...state, code, edition, content };
  },
};

/** The stream of a sheet, by its code. */
export const sheetSubject = (office: string, code: string): string =>
  rememberedId(office, 'scoring-sheet', code);

export const criteriaOf = ({ areas }: Pick<SheetContent, 'areas'>): Criterion[] =>
  areas.flatMap(({ criteria }) => criteria);

import type { AgendaItem, DueInstant } from '#deadline/agenda';
import type { Day } from '#kernel';
import type { Passing } from '#overdue';
import type { CapBase } from '../regime/cap.js';
import type { HandIndex } from '../handling/indices.js';
import type { Evidence, GeneralPoints } from '../official/official.events.js';
import type { Grade } from '../regime/grades.js';
import type { Proposal } from '../regime/proposal.js';
import type { Regime } from '../regime/regimes.js';
import type { UnitProposal } from '../unit/unit-grade.js';
import type { UnitWork } from '../unit/unit-work.js';
import type { EvaluationYear } from './year.js';

/** How often work is followed (kỳ theo dõi): each month, or each quarter. */
export const CADENCES = ['month', 'quarter'] as const;
export type Cadence = (typeof CADENCES)[number];

/** Over whom the cap is counted: the office's leaders and its others apart, or so within each unit. */
export const CAP_SCOPES = ['office', 'unit'] as const;
export type CapScope = (typeof CAP_SCOPES)[number];

/** What a year was opened with; it stays so. */
export interface YearSettings {
  year: number;
  regime: Regime['code'];
  cadence: Cadence;
  /** Whether unplanned work may bring a part above all that was assigned. */
  mayPass: boolean;
  capBase: CapBase;
  capScope: CapScope;
  source: string;
  /** On which day of the month after it a period is scored; absent in years from before it was set. */
  scoreDay?: number;
}

interface ByDocument {
  documentNumber: string;
  documentDate: Day;
}

/** A grade that was decided (kết quả xếp loại), with what was proposed (R32). */
export interface Decided {
  personId: string;
  evaluationId: string;
  unitId: string;
  leader: boolean;
  grade: Grade;
  proposal: Proposal;
  /** Why it is not what was proposed; null where it is. */
  reason: string | null;
}

/** What the log can't tell of a unit's year, entered by a hand (R31): general criteria, tasks above what was asked. */
export interface UnitScores {
  general: GeneralPoints;
  above: readonly string[];
  evidence: Evidence;
  by: string;
}

/** An index of handling that a hand entered for a unit's quarter (R31). */
export interface HandlingScored {
  quarter: number;
  index: HandIndex;
  points: number;
  evidence: Evidence;
  by: string;
}

/** A unit's grade with all that it was worked out of (R32): what it opens down to stands as it stood then. */
export interface UnitDecided extends ByDocument {
  grade: Grade;
  was: Grade | null;
  proposal: UnitProposal;
  work: UnitWork;
  /** Why it is not what was proposed, or why it was decided anew. */
  reason: string | null;
}

type WithAgenda<T> = T & { agenda: AgendaItem[] };
type OfPerson<T> = T & { personId: string };

/** Events of the time in which an appeal is decided. */
export type AppealPassing = {
  [K in keyof Passing]: { type: `Appeal${K}`; data: OfPerson<Passing[K]> };
}[keyof Passing];

export type YearEvent =
  | { type: 'EvaluationYearOpened'; data: YearSettings }
  /** `unitId` null: the office itself. */
  | { type: 'UnitGradeRecorded'; data: ByDocument & { unitId: string | null; grade: Grade } }
  | { type: 'HandlingScored'; data: HandlingScored & { unitId: string } }
  | { type: 'UnitScored'; data: UnitScores & { unitId: string } }
  | { type: 'UnitGraded'; data: UnitDecided & { unitId: string; year: number } }
  | {
      type: 'GradesDecided';
      data: ByDocument & {
        year: number;
        count: number;
        /** What the meeting came to (biên bản họp). */
        minutes: string;
        /** The party committee's word on heads; null where none is among them. */
        partyOpinion: string | null;
        decided: Decided[];
      };
    }
  | {
      type: 'GradeReplaced';
      data: OfPerson<ByDocument & { was: Grade; grade: Grade; reason: string }>;
    }
  | { type: 'GradeAppealed'; data: WithAgenda<OfPerson<DueInstant & { text: string }>> }
  | {
      type: 'AppealDecided';
      data: WithAgenda<OfPerson<{ upheld: boolean; text: string; by: string; late: boolean }>>;
    }
  | AppealPassing
  /** Its office ended: its grades may be appealed against, and appeals are decided, in the successor (R28). */
  | {
      type: 'EvaluationYearTransferred';
      data: WithAgenda<{ toOffice: string; document: string; year: number; appeals: number }>;
    }
  | {
      type: 'EvaluationYearTakenOver';
      data: WithAgenda<{ fromOffice: string; document: string; year: number; taken: EvaluationYear }>;
    };

/** The types whose data carry an agenda. */
export const yearAgendaTypes: readonly YearEvent['type'][] = [
  'GradeAppealed',
  'AppealDecided',
  'AppealReminded',
  'AppealMissed',
  'AppealEscalated',
  'AppealDueSet',
  'EvaluationYearTransferred',
  'EvaluationYearTakenOver',
];

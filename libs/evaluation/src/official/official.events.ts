import type { Day } from '#kernel';
import type { Regime } from '../regime/regimes.js';
import type { AgendaItem } from '#deadline/agenda';
import type { Passing } from '#overdue';
import type { Leading, Product, Ratio } from '../regime/work.js';
import type { Cadence } from '../year/year.events.js';
import type { OfficialEvaluation, ScoreTime } from './official.js';

/** What shows a number that was entered by hand (minh chứng, R31): in words, and the hash of a file where there is one. */
export interface Evidence {
  text: string;
  file: string | null;
}

/** The work in the system whose events tell a number. */
export interface Source {
  kind: 'task';
  subject: string;
}

/** What a product was assigned with. */
export interface AssignedProduct extends Pick<Product, 'points' | 'quantity' | 'planned'> {
  itemId: string;
  period: number;
  /** Of the year's catalogue; null under the rules of before, which know none. */
  code: string | null;
  name: string;
  source: Source | null;
  /** From whom it was taken, who could not do it. */
  takenFrom: string | null;
  by: string;
}

/** What became of it. */
export interface Settled extends Pick<Product, 'done' | 'failedReviews' | 'delays' | 'above'> {
  itemId: string;
  /** What had an objective cause that is confirmed, and is not counted (nguyên nhân khách quan). */
  excused: { failedReviews: number; delays: number; cause: string } | null;
  evidence: Evidence | null;
  /** Read off the events of its source as they stood then. */
  traced: Source | null;
  by: string;
}

/** Points by the codes of general criteria. */
export type GeneralPoints = Readonly<Record<string, number>>;

/** How a period's score came about (R32): all that went into it. */
export interface Working {
  assigned: number;
  done: number;
  ratio: Ratio | null;
  general: number | null;
  work: number | null;
}

/** Events of the time in which a period is scored. */
export type ScorePassing = {
  [K in keyof Passing]: { type: `Score${K}`; data: Passing[K] & { period: number } };
}[keyof Passing];

export type OfficialEvent =
  | ScorePassing
  /** `day`: of the month after each period. */
  | { type: 'ScoreTimesSet'; data: { day: number; times: ScoreTime[]; agenda: AgendaItem[] } }
  | {
      type: 'EvaluationOpened';
      data: {
        year: number;
        regime: Regime['code'];
        cadence: Cadence;
        mayPass: boolean;
        personId: string;
        postId: string;
        unitId: string;
        leader: boolean;
      };
    }
  | { type: 'ProductAssigned'; data: AssignedProduct }
  | { type: 'ProductTakenAway'; data: { itemId: string; name: string; reason: string; by: string } }
  | { type: 'ProductSettled'; data: Settled & { name: string } }
  | {
      type: 'PeriodSelfScored';
      data: { period: number; general: GeneralPoints; text: string; by: string };
    }
  | {
      type: 'PeriodScored';
      data: {
        period: number;
        general: GeneralPoints;
        leading: Leading | null;
        evidence: Evidence;
        /** Null where nothing was assigned, or the rules of before have no points. */
        score: number | null;
        working: Working;
        by: string;
      };
    }
  | { type: 'PeriodReopened'; data: { period: number; reason: string } }
  | { type: 'DisciplineNoted'; data: { documentNumber: string; documentDate: Day } }
  | { type: 'YearSelfAssessed'; data: { text: string; by: string } }
  | {
      type: 'ScoresReceived';
      data: {
        fromOffice: string;
        documentNumber: string;
        documentDate: Day;
        evidence: Evidence;
        scores: { period: number; score: number }[];
      };
    }
  | {
      type: 'EvaluationHandedOn';
      data: {
        toOffice: string;
        /** Where its own office has ended: the office that takes it over. */
        successor?: string;
        documentNumber: string;
        documentDate: Day;
        scores: { period: number; score: number }[];
      };
    }
  /** Of an office that ended, to be read here (R28). */
  | {
      type: 'EvaluationTakenOver';
      data: {
        fromOffice: string;
        document: string;
        year: number;
        personId: string;
        evaluation: OfficialEvaluation;
      };
    };

/** The types whose data carry an agenda. */
export const officialAgendaTypes: readonly OfficialEvent['type'][] = [
  'ScoreTimesSet',
  'ScoreReminded',
  'ScoreMissed',
  'ScoreEscalated',
  'ScoreDueSet',
];

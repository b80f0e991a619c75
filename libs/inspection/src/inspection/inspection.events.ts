import type { AgendaItem, DueInstant } from '#deadline/agenda';
import type { Day } from '#kernel';
import type { Passing } from '#overdue';
import type { InspectionKind } from '../programme/programme.js';
import type { Inspection, InspectionStatus } from './inspection.js';

/** What was found (nhận định): what is good, what to heed, a fault, a non-conformity of the quality system. */
export const FINDING_KINDS = ['strength', 'remark', 'fault', 'nonconformity'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What shows it (minh chứng): in words, and the hash of a file where there is one. */
export interface Evidence {
  text: string;
  file: string | null;
}

export interface Finding {
  findingId: string;
  kind: FindingKind;
  text: string;
  /** The provision that it is held against. */
  basis: string | null;
  evidence: Evidence | null;
}

/** The record (biên bản): where, when, with whom. */
export interface InspectionRecord {
  day: Day;
  place: string;
  present: string[];
  text: string;
}

/** What is required of the unit (yêu cầu, kiến nghị khắc phục), and until when. */
export interface Required extends DueInstant {
  requirementId: string;
  findingId: string;
  text: string;
  dueDay: Day;
}

type WithAgenda<T> = T & { agenda: AgendaItem[] };
type OfRequirement<T> = T & { requirementId: string };

/** Events of the times of requirements, each with whose it is. */
export type RequirementPassing = {
  [K in keyof Passing]: { type: `Requirement${K}`; data: OfRequirement<Passing[K]> };
}[keyof Passing];

export type InspectionEvent =
  | {
      type: 'InspectionOpened';
      data: {
        kind: InspectionKind;
        year: number;
        /** Of the year's programme; null where it is not planned. */
        itemId: string | null;
        unannounced: boolean;
        unitId: string;
        leaderPostId: string;
        team: string[];
        basis: string;
        from: Day;
        to: Day;
        about: string[];
      };
    }
  | { type: 'InspectionRecorded'; data: InspectionRecord }
  | { type: 'FindingNoted'; data: Finding }
  | { type: 'FindingWithdrawn'; data: { findingId: string; reason: string } }
  | { type: 'UnitHeard'; data: { text: string; agrees: boolean; by: string } }
  | {
      /** `unheard`: why the unit had no word, where it had none. */
      type: 'InspectionConcluded';
      data: WithAgenda<{ text: string; unheard: string | null; requirements: Required[] }>;
    }
  | {
      type: 'RemedyReported';
      data: WithAgenda<OfRequirement<{ text: string; evidence: Evidence; by: string; late: boolean }>>;
    }
  | { type: 'RemedyVerified'; data: OfRequirement<{ note: string | null }> }
  | { type: 'RemedyRejected'; data: WithAgenda<OfRequirement<{ reason: string }>> }
  | RequirementPassing
  | { type: 'InspectionClosed'; data: { requirements: number } }
  | { type: 'InspectionCancelled'; data: { reason: string } }
  | {
      type: 'InspectionTransferred';
      data: WithAgenda<{ toOffice: string; document: string; was: InspectionStatus }>;
    }
  | {
      type: 'InspectionTakenOver';
      data: WithAgenda<{ fromOffice: string; document: string; inspection: Inspection }>;
    };

/** The types whose data carry an agenda. */
export const inspectionAgendaTypes: readonly InspectionEvent['type'][] = [
  'InspectionConcluded',
  'RemedyReported',
  'RemedyRejected',
  'RequirementReminded',
  'RequirementMissed',
  'RequirementEscalated',
  'RequirementDueSet',
  'InspectionTransferred',
  'InspectionTakenOver',
];

import { dueOf, keepingSaid, type Saying } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { derivedId, type Day } from '#kernel';
import { successorOf, type Office } from '#organisation/office';
import { AFTER, type Timed } from '#overdue';
import type { InspectionKind } from '../programme/programme.js';
import type { Evidence, Finding, InspectionEvent, InspectionRecord, Required } from './inspection.events.js';

export const INSPECTION_STATUSES = [
  'none',
  'opened',
  'recorded',
  'concluded',
  'closed',
  'cancelled',
  'transferred',
] as const;
export type InspectionStatus = (typeof INSPECTION_STATUSES)[number];

/** How the unit remedied what was required (báo cáo khắc phục). */
export interface Remedy {
  text: string;
  evidence: Evidence;
  by: string;
  at: string;
}

/** A requirement as its events leave it. */
export interface Requirement extends Timed {
  requirementId: string;
  findingId: string;
  text: string;
  status: 'open' | 'remedied' | 'verified';
  remedy: Remedy | null;
  /** Why the last remedy was not accepted. */
  rejected: string | null;
  /** The last remedy came after its time. */
  late: boolean;
  verifiedAt: string | null;
}

/** An inspection (cuộc kiểm tra) as its events leave it; nothing in it that JSON could not hold. */
export interface Inspection extends Saying {
  status: InspectionStatus;
  kind: InspectionKind;
  year: number;
  itemId: string | null;
  unannounced: boolean;
  unitId: string;
  leaderPostId: string;
  /** Posts, the leader's among them. */
  team: readonly string[];
  basis: string;
  from: Day;
  to: Day;
  about: readonly string[];
  record: InspectionRecord | null;
  findings: readonly Finding[];
  /** The unit's word on it (ý kiến của đơn vị được kiểm tra). */
  opinion: { text: string; agrees: boolean; by: string; at: string } | null;
  conclusion: { text: string; unheard: string | null; at: string } | null;
  requirements: readonly Requirement[];
}

export const inspection: Aggregate<Inspection, InspectionEvent> = {
  kind: 'inspection',
  initial: {
    status: 'none',
    kind: 'reform',
    year: 0,
    itemId: null,
    unannounced: false,
    unitId: '',
    leaderPostId: '',
    team: [],
    basis: '',
    from: '',
    to: '',
    about: [],
    record: null,
    findings: [],
    opinion: null,
    conclusion: null,
    requirements: [],
  },
  evolve: keepingSaid(changed),
};

/** The post that answers for what a unit has to remedy: its head or, where the unit ended, its successor's (R28). */
export const answerableFor = (office: Office, unitId: string): string | null =>
  (successorOf(office, unitId) ?? office.units.get(unitId))?.headPostId ?? null;

export const occurrenceOf = (requirementId: string): string => derivedId(requirementId, 'occurrence');

/** Faults and non-conformities are to be remedied; what is good or to be heeded is not. */
export const isToRemedy = ({ kind }: Finding): boolean => kind === 'fault' || kind === 'nonconformity';

function changed(state: Inspection, { type, data }: InspectionEvent, at: Date): Inspection {
  const now = at.toISOString();
  const change = (how: (one: Requirement) => Requirement): Inspection =>
    'requirementId' in data
      ? {
          ...state,
          requirements: state.requirements.map((one) =>
            one.requirementId === data.requirementId ? how(one) : one,
          ),
        }
      : state;
  switch (type) {
    case 'InspectionOpened':
      return { ...state, status: 'opened', ...data };
    case 'InspectionRecorded':
      return { ...state, status: 'recorded', record: data };
    // The unit's word was on what stood then.
    case 'FindingNoted':
      return { ...state, findings: [...state.findings, data], opinion: null };
    case 'FindingWithdrawn': {
      const findings = state.findings.filter(({ findingId }) => findingId !== data.findingId);
      return { ...state, findings, opinion: null };
    }
    case 'UnitHeard':
      return { ...state, opinion: { ...data, at: now } };
    case 'InspectionConcluded': {
      const { text, unheard, requirements } = data;
      const conclusion = { text, unheard, at: now };
      return { ...state, status: 'concluded', conclusion, requirements: requirements.map(required) };
    }
    case 'RemedyReported': {
      const { text, evidence, by, late } = data;
      const remedy = { text, evidence, by, at: now };
      return change((one) => ({ ...one, status: 'remedied', remedy, late }));
    }
    case 'RemedyVerified':
      return change((one) => ({ ...one, status: 'verified', verifiedAt: now }));
    case 'RemedyRejected':
      return change((one) => ({ ...one, status: 'open', rejected: data.reason }));
    case 'RequirementReminded':
      return change(AFTER.Reminded);
    case 'RequirementMissed':
      return change(AFTER.Missed);
    case 'RequirementEscalated':
      return change((one) => AFTER.Escalated(one, data));
    case 'RequirementDueSet':
      return change((one) => AFTER.DueSet(one, data));
    case 'InspectionClosed':
      return { ...state, status: 'closed' };
    case 'InspectionCancelled':
      return { ...state, status: 'cancelled' };
    case 'InspectionTransferred':
      return { ...state, status: 'transferred' };
    case 'InspectionTakenOver':
      return { ...state, ...data.inspection };
  }
}

const required = ({ requirementId, findingId, text, dueDay, ...due }: Required): Requirement => ({
  requirementId,
  findingId,
  text,
  dueDay,
  ...dueOf(due),
  occurrenceId: occurrenceOf(requirementId),
  reminded: false,
  missed: false,
  level: 0,
  atPostId: null,
  status: 'open',
  remedy: null,
  rejected: null,
  late: false,
  verifiedAt: null,
});

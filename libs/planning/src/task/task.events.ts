import type { AgendaItem, DueInstant } from '#deadline/agenda';
import type { Day } from '#kernel';
import type { MoneyEvent } from '../money/money.events.js';
import type { BudgetLine } from '../money/money.js';
import type { CarriedFrom, DecidingDocument, Deliverable, Obligation } from '../plan/plan.js';
import type { OccurrenceState, Submission, Trigger } from './task.js';

/** One due instant of an obligation; `review` ones call for a year-end review and can't be missed (R8). */
export interface Occurrence extends DueInstant {
  occurrenceId: string;
  obligationId: string;
  key: string;
  review: boolean;
}

export interface Lead {
  unitId: string;
  postId: string;
}

export interface TaskFacts {
  planId: string;
  year: number;
  number: string;
  area: string;
  title: string;
  deliverables: Deliverable[];
  /** The lead that the plan names; a hand-over may have changed it since. */
  leadUnitId: string;
  coImplementers: string[];
  coordinators: string[];
  obligations: Obligation[];
  /** It is a state secret: nothing of its content is kept here. */
  secret?: true;
  /** The task of last year's plan that it goes on with. */
  carriedFrom?: CarriedFrom;
}

/** What a task takes along into the office that takes over the one that ended. */
export interface Carried {
  facts: TaskFacts;
  lead: Lead;
  /** Somebody has worked on it. */
  begun: boolean;
  percent: number;
  lastProgressAt: string | null;
  occurrences: OccurrenceState[];
  submissions: Submission[];
  triggered: ({ obligationId: string } & Trigger)[];
  money: readonly BudgetLine[];
}

/** The end that an extension gives, and the day that was asked for, which a calendar may move. */
export interface AskedFor extends DueInstant {
  day?: Day;
}

type WithAgenda<T> = T & { agenda: AgendaItem[] };

export type TaskEvent =
  | MoneyEvent
  | { type: 'TaskAssigned'; data: WithAgenda<TaskFacts & { lead: Lead; occurrences: Occurrence[] }> }
  | {
      type: 'TaskAmended';
      data: WithAgenda<TaskFacts & { occurrences: Occurrence[]; document: DecidingDocument | null }>;
    }
  | { type: 'TaskAcknowledged'; data: { note: string | null } }
  | { type: 'TaskProgressReported'; data: { percent: number; text: string; evidence: string | null } }
  | {
      type: 'DeliverableSubmitted';
      data: WithAgenda<{
        submissionId: string;
        deliverableId: string;
        occurrenceId: string | null;
        by: string;
        text: string;
        evidence: string | null;
        late: boolean;
      }>;
    }
  | { type: 'DeliverableAccepted'; data: { submissionId: string; deliverableId: string } }
  | {
      type: 'DeliverableReturned';
      data: WithAgenda<{
        submissionId: string;
        deliverableId: string;
        occurrenceId: string | null;
        reason: string;
      }>;
    }
  | {
      /** A periodic report that carries what it asks for was handed in. */
      type: 'DeadlineMetByReport';
      data: WithAgenda<{ occurrenceId: string; reportId: string; report: string; late: boolean }>;
    }
  | {
      /** That report was returned. */
      type: 'DeadlineReopened';
      data: WithAgenda<{ occurrenceId: string; reportId: string; report: string }>;
    }
  | { type: 'ExtensionAsked'; data: AskedFor & { occurrenceId: string; reason: string } }
  | { type: 'ExtensionGranted'; data: WithAgenda<AskedFor & { occurrenceId: string; reason: string }> }
  | { type: 'ExtensionRefused'; data: { occurrenceId: string; reason: string } }
  | { type: 'TaskHandedOver'; data: { from: Lead; lead: Lead; reason: string } }
  | {
      type: 'TriggerRecorded';
      data: WithAgenda<{
        obligationId: string;
        day: string;
        /** The due day that came with the trigger, if one did. */
        dueDay: string | null;
        note: string;
        occurrences: Occurrence[];
      }>;
    }
  | {
      type: 'ExtraReportRequested';
      data: WithAgenda<{ obligationId: string; reason: string; occurrences: Occurrence[] }>;
    }
  | { type: 'TaskUrged'; data: { text: string } }
  | { type: 'TaskTransferred'; data: WithAgenda<{ toOffice: string; document: string }> }
  | { type: 'TaskReceived'; data: WithAgenda<{ fromOffice: string; document: string } & Carried> }
  | {
      /** Its plan was closed; it goes on in next year's. */
      type: 'TaskCarriedOver';
      data: WithAgenda<{ year: number; planId: string; toTaskId: string }>;
    }
  | { type: 'TaskCompleted'; data: WithAgenda<{ note: string | null }> }
  | { type: 'TaskCancelled'; data: WithAgenda<{ reason: string }> }
  | {
      type: 'DeadlineReminded';
      data: WithAgenda<{ occurrenceId: string; due: string; workingDays: number; toPostId: string }>;
    }
  | {
      type: 'DeadlineMissed';
      data: WithAgenda<{ occurrenceId: string; due: string; label: string | null; leadPostId: string }>;
    }
  | {
      type: 'DeadlineEscalated';
      data: WithAgenda<{
        occurrenceId: string;
        due: string;
        level: number;
        toPostId: string;
        skipped: string[];
      }>;
    }
  | { type: 'TaskFellSilent'; data: WithAgenda<{ occurrenceId: string; period: string; leadPostId: string }> }
  | { type: 'ReviewCalled'; data: WithAgenda<{ occurrenceId: string; due: string }> }
  | {
      type: 'DeadlinesRecomputed';
      data: WithAgenda<{ reason: string; moved: { occurrenceId: string; from: string; due: string }[] }>;
    }
  | {
      /** What had waited for a year's calendar is computed by it, and by which text. */
      type: 'DeadlineSet';
      data: WithAgenda<DueInstant & { occurrenceId: string; year: number; source: string }>;
    };

/** The types whose data carry an agenda. */
export const agendaTypes: readonly TaskEvent['type'][] = [
  'TaskAssigned',
  'TaskAmended',
  'DeliverableSubmitted',
  'DeliverableReturned',
  'DeadlineMetByReport',
  'DeadlineReopened',
  'ExtensionGranted',
  'TriggerRecorded',
  'ExtraReportRequested',
  'TaskTransferred',
  'TaskReceived',
  'TaskCarriedOver',
  'TaskCompleted',
  'TaskCancelled',
  'DeadlineReminded',
  'DeadlineMissed',
  'DeadlineEscalated',
  'TaskFellSilent',
  'ReviewCalled',
  'DeadlinesRecomputed',
  'DeadlineSet',
];

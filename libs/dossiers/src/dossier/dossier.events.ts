import type { AgendaItem, DueInstant } from '#deadline/agenda';
import type { Committed } from '#kernel';
import type { PostKind } from '#organisation/office';
import type { Answers } from '../survey/satisfaction.js';
import type { Step, TimeLimit } from '../procedure/procedure.js';
import type { ArchiveEvent } from '../archive/archive.js';
import type { PostEvent } from '../post/parcels.js';
import type { Dossier, DossierStatus, Ran } from './dossier.js';

export const CHANNELS = ['counter', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who answers for a dossier: the post, and the person in it. */
export interface Holder {
  postId: string;
  personId: string;
}

/** A component handed in: as an original, a copy, or taken from an earlier file. */
export interface HandedIn {
  name: string;
  form: 'original' | 'copy' | 'digitised' | 'reused';
  fileId: string | null;
}

/** The version of the procedure a dossier was received under (R21): what its work needs of it. */
export interface UnderProcedure {
  code: string;
  version: number;
  name: string;
  field: string;
  time: TimeLimit;
  fee: number;
  steps: Step[];
  components: string[];
  /** Those that are used again where they are held digitised. */
  reusable?: string[];
  pausesFor: string[];
  pausedBy?: PostKind[];
  exemptions?: string[];
  extensionDays?: number;
}

/** When a step is due; in events of before its end may have stayed where it was. */
export type StepEnd = string | null | { asBefore: true };

type WithAgenda<T> = T & { agenda: AgendaItem[] };

export type DossierEvent =
  | {
      type: 'DossierSubmitted';
      data: { procedureCode: string; applicantId: string; components: HandedIn[]; channel: Channel };
    }
  | {
      type: 'DossierReceived';
      data: WithAgenda<{
        code: string;
        procedure: UnderProcedure;
        applicantId: string;
        channel: Channel;
        components: HandedIn[];
        /** When it and its first step are due; null while both wait for the calendar of the year `awaits`. */
        due: string | null;
        stepDue: string | null;
        awaits?: number;
        holder: Holder;
        returnBy: 'counter' | 'online' | 'post';
        /** What the clerk's PC said when it was taken with the line down; nothing counts by it. */
        takenOfflineAt?: string;
      }>;
    }
  | { type: 'DossierRefused'; data: { reason: string } }
  /** What was noted for the receiver is in the vault; `note`: in events from before. */
  | { type: 'StepHandedOver'; data: { step: number; from: Holder; to: Holder; note?: string } & Committed }
  | {
      type: 'StepAccepted';
      data: WithAgenda<{ step: number; holder: Holder; stepDue: string | null }>;
    }
  | { type: 'HandOverDeclined'; data: { step: number; reason: string } }
  | {
      type: 'SupplementRequested';
      data: WithAgenda<{
        components: string[];
        reason: string;
        legalBasis: string;
        /** Null while it waits for the calendar of the year `awaits`. */
        answerBy: string | null;
        awaits?: number;
        /** Sent more than the working days allowed after reception (R14). */
        late: boolean;
      }>;
    }
  | {
      type: 'SupplementAnswered';
      /** `channel`: where the applicant sent it; absent where the desk took it in. What they said with it is in the vault. */
      data: WithAgenda<DueInstant & { components: HandedIn[]; stepDue: StepEnd; channel?: 'online' }> &
        Committed;
    }
  | {
      type: 'DossierPaused';
      data: WithAgenda<{
        reason: string;
        legalBasis: string;
        expectedEnd: string;
        /** The end of that day; absent in events from before. */
        until?: string;
        leftMinutes: number | null;
      }>;
    }
  | {
      type: 'DossierResumed';
      /** `ran`: working minutes of the whole and of the step before the pause. */
      data: WithAgenda<
        DueInstant & {
          stepDue: StepEnd;
          ran: { spent: number; stepSpent: number } | null;
          reason: string;
        }
      >;
    }
  | {
      type: 'DossierDueMoved';
      /** `extension`: by the procedure's own law, and once. */
      data: WithAgenda<
        DueInstant & { from: string | null; stepDue: StepEnd; reason: string; extension?: true }
      >;
    }
  | { type: 'DossierRejected'; data: WithAgenda<{ reason: string }> }
  /** Why the applicant took it back is in the vault; `reason`: where nobody asked for it, and in events from before. */
  | { type: 'DossierWithdrawn'; data: WithAgenda<{ reason?: string; unanswered: boolean } & Committed> }
  | { type: 'DossierStopped'; data: WithAgenda<{ reason: string; legalBasis: string }> }
  | { type: 'ResultSigned'; data: WithAgenda<{ number: string; fileId: string | null; late: boolean }> }
  | { type: 'ResultDigitised'; data: { fileId: string | null; reason: string | null } }
  /** `paymentId`: the payment that was begun here; absent where it was made elsewhere, or in cash. */
  | {
      type: 'FeePaid';
      data: { amount: number; method: 'cash' | 'online'; receipt: string; paymentId?: string };
    }
  /** Money came in where no fee was to be paid any more: twice, or for a dossier that is over. */
  | { type: 'RefundOwed'; data: { refundId: string; amount: number; receipt: string; paymentId?: string } }
  | {
      type: 'FeeRefunded';
      data: { refundId: string; amount: number; receipt: string; document: string };
    }
  | { type: 'PaymentBegun'; data: { paymentId: string; amount: number } }
  | { type: 'PaymentFailed'; data: { paymentId: string } }
  /** Why, beside the ground that the procedure names, is in the vault; `reason`: in events from before. */
  | { type: 'FeeExempted'; data: { ground: string | null; reason?: string } & Committed }
  | {
      type: 'ResultReturned';
      /** Who took it is in the vault, under this id (R18). */
      data: { channel: 'counter' | 'online' | 'post'; takenBy: string; tracking: string | null };
    }
  /** What was said with it is in the vault; `comment`: in events from before. */
  | {
      type: 'DossierRated';
      data: {
        score: number;
        comment?: string | null;
        /** What was answered to which questions, where the survey was answered too. */
        questionnaire?: string;
        answers?: Answers;
      } & Committed;
    }
  | { type: 'DossierWarned'; data: WithAgenda<{ percent: number; step: string | null; toPostId: string }> }
  | {
      /** What had waited for a year's calendar is computed by it, and by which text. */
      type: 'DossierDueSet';
      data: WithAgenda<
        DueInstant & {
          from: string | null;
          stepDue: string | null;
          ran?: Ran | null;
          answerBy?: string;
          year: number;
          source: string;
        }
      >;
    }
  | { type: 'DossierOverdue'; data: WithAgenda<{ due: string; holderPostId: string }> }
  | { type: 'StepOverdue'; data: WithAgenda<{ step: string; due: string; holderPostId: string }> }
  | {
      type: 'DossierEscalated';
      data: WithAgenda<{ level: number; toPostId: string; skipped: string[]; due: string }>;
    }
  | { type: 'PauseReminded'; data: WithAgenda<{ until: string; toPostId: string }> }
  /** The day on which it was to go on is over, and nothing has happened. */
  | { type: 'PauseOverdue'; data: WithAgenda<{ until: string; holderPostId: string }> }
  | {
      type: 'PauseEscalated';
      data: WithAgenda<{ level: number; toPostId: string; skipped: string[]; until: string }>;
    }
  | { type: 'ApologyOwed'; data: WithAgenda<{ due: string }> }
  | {
      type: 'ApologyGiven';
      data: {
        way: 'letter' | 'call';
        reason: string;
        responsible: string;
        /** The one re-appointment (R15), where it names one. */
        newDue: string | null;
        /** Given after the day on which it was owed (R17). */
        late: boolean;
      };
    }
  | {
      type: 'DossierTransferred';
      data: WithAgenda<{ toOffice: string; document: string; was: DossierStatus }>;
    }
  | { type: 'DossierTakenOver'; data: WithAgenda<{ fromOffice: string; document: string; dossier: Dossier }> }
  | ArchiveEvent
  | PostEvent
  /** What was said is in the vault; `text`: in events from before. */
  | { type: 'ContactLogged'; data: { way: string; text?: string } & Committed };

/** What an applicant is asked for (yêu cầu bổ sung). */
export type AskedFor = Pick<Of<'SupplementRequested'>, 'components' | 'reason' | 'legalBasis'>;

export type Of<T extends DossierEvent['type']> = Extract<DossierEvent, { type: T }>['data'];

/** The types whose data carry an agenda. */
export const dossierAgendaTypes: readonly DossierEvent['type'][] = [
  'DossierReceived',
  'StepAccepted',
  'SupplementRequested',
  'SupplementAnswered',
  'DossierPaused',
  'DossierResumed',
  'DossierDueMoved',
  'DossierDueSet',
  'DossierRejected',
  'DossierWithdrawn',
  'DossierStopped',
  'ResultSigned',
  'DossierWarned',
  'DossierOverdue',
  'StepOverdue',
  'DossierEscalated',
  'PauseReminded',
  'PauseOverdue',
  'PauseEscalated',
  'ApologyOwed',
  'DossierTransferred',
  'DossierTakenOver',
];

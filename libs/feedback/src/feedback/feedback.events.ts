import type { AgendaItem, DueInstant } from '#deadline/agenda';
import type { Committed, Day } from '#kernel';
import type { Feedback } from './feedback.js';

/** What feedback is about: rules, conduct, the service had, or else (phân loại). */
export const FEEDBACK_KINDS = ['rules', 'conduct', 'service', 'other'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

export const FEEDBACK_CHANNELS = ['online', 'counter', 'post', 'telephone'] as const;
export type FeedbackChannel = (typeof FEEDBACK_CHANNELS)[number];

type WithAgenda<T> = T & { agenda: AgendaItem[] };

/** An answer (văn bản trả lời): what was done, by which unit, on which day. */
export interface Answer {
  text: string;
  done: string;
  unitId: string;
  on: string;
}

/** What was written, and by whom, is in the vault under `authorId`; an answer is public. */
export type FeedbackEvent =
  | {
      type: 'FeedbackReceived';
      data: WithAgenda<
        DueInstant &
          Committed & {
            authorId: string;
            channel: FeedbackChannel;
            kind: FeedbackKind | null;
            /** The dossier or task it is about, where it names one. */
            about: string | null;
          }
      >;
    }
  | { type: 'FeedbackClassified'; data: { kind: FeedbackKind; field: string; title: string } }
  | { type: 'FeedbackAssigned'; data: { unitId: string; postId: string } }
  | {
      type: 'FeedbackPassedOn';
      data: WithAgenda<{
        to: string;
        why: 'complaint' | 'denunciation' | 'not ours';
        reason: string;
        late: boolean;
      }>;
    }
  /** `day`: the one asked for. */
  | { type: 'FeedbackExtended'; data: WithAgenda<DueInstant & { day: Day; reason: string }> }
  | { type: 'FeedbackAnswered'; data: WithAgenda<Answer & { late: boolean; digest: string }> }
  | { type: 'FeedbackPublished'; data: { question: string } }
  | { type: 'FeedbackReopened'; data: WithAgenda<DueInstant & Committed> }
  | {
      /** What had waited for a year's calendar is computed by it, and by which text. */
      type: 'FeedbackDueSet';
      data: WithAgenda<DueInstant & { from: string | null; year: number; source: string }>;
    }
  | { type: 'FeedbackWarned'; data: WithAgenda<{ due: string; toPostId: string | null }> }
  | { type: 'FeedbackOverdue'; data: WithAgenda<{ due: string; postId: string | null }> }
  | {
      type: 'FeedbackEscalated';
      data: WithAgenda<{ level: number; toPostId: string; skipped: string[]; due: string }>;
    }
  /** Its office ended: it goes on in the successor (R28). */
  | {
      type: 'FeedbackTransferred';
      data: WithAgenda<{ toOffice: string; document: string; was: Feedback['status'] }>;
    }
  | {
      type: 'FeedbackTakenOver';
      data: WithAgenda<{ fromOffice: string; document: string; feedback: Feedback }>;
    };

/** The types whose data carry an agenda. */
export const feedbackAgendaTypes: readonly FeedbackEvent['type'][] = [
  'FeedbackReceived',
  'FeedbackPassedOn',
  'FeedbackExtended',
  'FeedbackAnswered',
  'FeedbackReopened',
  'FeedbackDueSet',
  'FeedbackWarned',
  'FeedbackOverdue',
  'FeedbackEscalated',
  'FeedbackTransferred',
  'FeedbackTakenOver',
];

import type { Sums } from '../money/money.js';
import type { CarriedFrom, Deliverable, Obligation } from '../plan/plan.js';

/** An occurrence as people see it. */
export interface OccurrenceView {
  occurrenceId: string;
  obligationId: string;
  key: string;
  due: string | null;
  /** The year whose calendar it waits for; absent where it waits for none. */
  awaits?: number;
  review: boolean;
  status: 'open' | 'fulfilled' | 'closed';
  missed: boolean;
  fulfilledAt: string | null;
  level: number;
  askedDue: string | null;
}

export interface SubmissionView {
  submissionId: string;
  deliverableId: string;
  status: 'waiting' | 'accepted' | 'returned';
  at: string;
  text: string;
}

/** A task as people see it: everything a list or a page needs, folded from its events. */
export interface TaskView {
  taskId: string;
  planId: string;
  number: string;
  area: string;
  title: string;
  state: 'planned' | 'assigned' | 'in_progress' | 'completed' | 'cancelled' | 'transferred' | 'carried_over';
  version: number;
  lead: { unitId: string; postId: string | null };
  leadToConfirm: boolean;
  coImplementers: string[];
  coordinators: string[];
  deliverables: Deliverable[];
  obligations: Obligation[];
  occurrences: OccurrenceView[];
  submissions: SubmissionView[];
  percent: number;
  progressText: string | null;
  progressAt: string | null;
  silent: boolean;
  money: Sums;
  /** A state secret: counted, its content kept outside. */
  secret?: true;
  /** The task of last year's plan that it goes on with; the one that goes on with it. */
  carriedFrom?: CarriedFrom;
  carriedTo?: { year: number; taskId: string };
}

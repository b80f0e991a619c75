import { dueOf, keepingSaid, type Saying } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { isDeepStrictEqual } from 'node:util';
import type { Day } from '#kernel';
import { afterMoney, isAboutMoney, type BudgetLine } from '../money/money.js';
import type { Obligation } from '../plan/plan.js';
import { change, closed, met, opened, without } from './occurrences.js';
import type { AskedFor, Carried, Lead, Occurrence, TaskEvent, TaskFacts } from './task.events.js';

/** How an occurrence stands. */
export interface OccurrenceState extends Occurrence {
  status: 'open' | 'fulfilled' | 'closed';
  missed: boolean;
  /** The post the last escalation reached, and its level; level 0 is the lead. */
  level: number;
  atPostId: string | null;
  reminded: number[];
  asked: AskedFor | null;
  /** Its due instant was decided by an extension, not by the plan; and the day that one named. */
  extended: boolean;
  day?: Day;
  /** The periodic report that fulfilled it, where one did. */
  reportId?: string;
}

export interface Submission {
  submissionId: string;
  deliverableId: string;
  occurrenceId: string | null;
  /** Who handed it in: nobody accepts their own (R3). */
  by: string;
  status: 'waiting' | 'accepted' | 'returned';
}

export type TaskStatus =
  'none' | 'assigned' | 'in_progress' | 'completed' | 'cancelled' | 'transferred' | 'carried_over';

export interface Task extends Saying {
  status: TaskStatus;
  facts: TaskFacts | null;
  lead: Lead | null;
  percent: number;
  acknowledged: boolean;
  lastProgressAt: string | null;
  silent: ReadonlySet<string>;
  occurrences: ReadonlyMap<string, OccurrenceState>;
  submissions: ReadonlyMap<string, Submission>;
  /** What started the obligations that waited for a trigger. */
  triggered: ReadonlyMap<string, Trigger>;
  /** What it may cost and what it cost (kinh phí). */
  money: readonly BudgetLine[];
  /** The task that goes on with it in next year's plan. */
  carriedTo?: { year: number; taskId: string };
}

/** The day a trigger happened; `dueDay` when it came with one. */
export interface Trigger {
  day: string;
  dueDay: string | null;
}

export const task: Aggregate<Task, TaskEvent> = {
  kind: 'task',
  initial: {
    status: 'none',
    facts: null,
    lead: null,
    percent: 0,
    acknowledged: false,
    lastProgressAt: null,
    silent: new Set(),
    occurrences: new Map(),
    submissions: new Map(),
    triggered: new Map(),
    money: [],
  },
  evolve: keepingSaid(changed),
};

function changed(state: Task, event: TaskEvent, at: Date): Task {
  if (isAboutMoney(event)) return { ...state, money: afterMoney(state.money, event, at) };
  switch (event.type) {
    case 'TaskAssigned': {
      const { lead, occurrences, agenda: _agenda, ...facts } = event.data;
      return { ...state, status: 'assigned', facts, lead, occurrences: opened(new Map(), occurrences) };
    }
    case 'TaskAmended': {
      const { occurrences, agenda: _agenda, document: _document, ...facts } = event.data;
      const kept = [...state.occurrences.values()].map((o): [string, OccurrenceState] => [
        o.occurrenceId,
        o.status === 'open' && !occurrences.some((n) => n.occurrenceId === o.occurrenceId)
          ? { ...o, status: 'closed' }
          : o,
      ]);
      const anew = facts.obligations.filter((obligation) => !isAsBefore(state.facts, obligation));
      return { ...state, facts, occurrences: opened(new Map(kept), occurrences, anew) };
    }
    case 'TaskAcknowledged':
      return { ...state, acknowledged: true };
    case 'TaskProgressReported':
      return { ...working(state, at), percent: event.data.percent };
    case 'DeliverableSubmitted': {
      const { submissionId, deliverableId, occurrenceId, by } = event.data;
      const submission: Submission = { submissionId, deliverableId, occurrenceId, by, status: 'waiting' };
      return change(withSubmission(working(state, at), submission), occurrenceId, (o) => ({
        ...o,
        status: 'fulfilled',
      }));
    }
    case 'DeliverableAccepted':
      return changeSubmission(state, event.data.submissionId, 'accepted');
    case 'DeliverableReturned':
      return change(
        changeSubmission(state, event.data.submissionId, 'returned'),
        event.data.occurrenceId,
        (o) => ({ ...o, status: 'open' }),
      );
    case 'DeadlineMetByReport':
      return change(state, event.data.occurrenceId, (o) => ({
        ...o,
        status: 'fulfilled',
        reportId: event.data.reportId,
      }));
    case 'DeadlineReopened':
      return change(state, event.data.occurrenceId, ({ reportId: _, ...o }) => ({ ...o, status: 'open' }));
    case 'ExtensionAsked':
      return change(state, event.data.occurrenceId, (o) => ({ ...o, asked: askedFor(event.data) }));
    case 'ExtensionGranted':
      return change(state, event.data.occurrenceId, (o) => ({
        ...without(o),
        ...askedFor(event.data),
        asked: null,
        extended: true,
      }));
    case 'ExtensionRefused':
      return change(state, event.data.occurrenceId, (o) => ({ ...o, asked: null }));
    case 'TaskHandedOver':
      return { ...state, lead: event.data.lead, acknowledged: false };
    case 'TriggerRecorded':
      return {
        ...state,
        triggered: new Map(state.triggered).set(event.data.obligationId, {
          day: event.data.day,
          dueDay: event.data.dueDay,
        }),
        occurrences: opened(state.occurrences, event.data.occurrences),
      };
    case 'ExtraReportRequested':
      return { ...state, occurrences: opened(state.occurrences, event.data.occurrences) };
    case 'TaskCompleted':
      return {
        ...{ ...state, status: 'completed', percent: 100 },
        occurrences: state.facts?.secret ? met(state.occurrences) : closed(state.occurrences),
      };
    case 'TaskCancelled':
      return { ...state, status: 'cancelled', occurrences: closed(state.occurrences) };
    case 'TaskCarriedOver': {
      const { year, toTaskId: taskId } = event.data;
      const occurrences = closed(state.occurrences);
      return { ...state, status: 'carried_over', occurrences, carriedTo: { year, taskId } };
    }
    case 'TaskTransferred':
      return { ...state, status: 'transferred' };
    case 'TaskReceived':
      return received(state, event.data);
    case 'DeadlineReminded':
      return change(state, event.data.occurrenceId, (o) => ({
        ...o,
        reminded: [...o.reminded, event.data.workingDays],
      }));
    case 'DeadlineMissed':
      return change(state, event.data.occurrenceId, (o) => ({ ...o, missed: true }));
    case 'DeadlineEscalated':
      return change(state, event.data.occurrenceId, (o) => ({
        ...o,
        level: event.data.level,
        atPostId: event.data.toPostId,
      }));
    case 'TaskFellSilent':
      return { ...state, silent: new Set(state.silent).add(event.data.period) };
    case 'ReviewCalled':
      return change(state, event.data.occurrenceId, (o) => ({ ...o, status: 'fulfilled' }));
    case 'DeadlinesRecomputed':
      return event.data.moved.reduce(
        (next, { occurrenceId, due }) => change(next, occurrenceId, (o) => ({ ...o, due })),
        state,
      );
    case 'DeadlineSet':
      return change(state, event.data.occurrenceId, (o) => ({ ...without(o), ...dueOf(event.data) }));
    case 'TaskUrged':
      return state;
  }
}

const askedFor = ({ due, awaits, day }: AskedFor): AskedFor => ({
  ...dueOf(awaits === undefined ? { due } : { due, awaits }),
  ...(day === undefined ? {} : { day }),
});

const working = (state: Task, at: Date): Task => ({
  ...state,
  status: 'in_progress',
  acknowledged: true,
  lastProgressAt: at.toISOString(),
});

/**
 * Whether an amendment leaves an obligation's schedule as it was: what was triggered, extended or asked for beside the plan
 * stands then.
 */
export const isAsBefore = (
  facts: Pick<TaskFacts, 'obligations'> | null,
  { obligationId, schedule }: Obligation,
): boolean =>
  isDeepStrictEqual(
    facts?.obligations.find((known) => known.obligationId === obligationId)?.schedule,
    schedule,
  );

const withSubmission = (state: Task, submission: Submission): Task => ({
  ...state,
  submissions: new Map(state.submissions).set(submission.submissionId, submission),
});

function changeSubmission(state: Task, id: string, status: Submission['status']): Task {
  const known = state.submissions.get(id);
  return known ? withSubmission(state, { ...known, status }) : state;
}

/** A task goes on where it stood in the office that ended. */
const received = (
  state: Task,
  { facts, lead, begun, percent, lastProgressAt, occurrences, submissions, triggered, money }: Carried,
): Task => ({
  ...state,
  status: begun ? 'in_progress' : 'assigned',
  facts,
  lead,
  percent,
  lastProgressAt,
  occurrences: new Map(occurrences.map((o) => [o.occurrenceId, o])),
  submissions: new Map(submissions.map((s) => [s.submissionId, s])),
  triggered: new Map(triggered.map(({ obligationId, ...trigger }) => [obligationId, trigger])),
  money,
});

import { byDue, dueOf, type DueInstant } from '#deadline';
import type { StoredEvent } from '#event-store';
import type { Obligation, PlannedTask } from '../plan/plan.js';
import type { AskedFor, Lead, Occurrence, Of } from '../task/task.events.js';
import { isAsBefore } from '../task/task.js';
import { blank, pickFacts } from './blank-task.js';
import { missedBy } from './missed.js';
import type { OccurrenceView, SubmissionView, TaskView } from './task-view.types.js';

/**
 * Of these the last one says all that the ones before it said of a task's view: what had come due meanwhile is seen to by
 * whatever follows.
 */
export const SUPERSEDING = ['TaskProgressReported', 'TaskUrged', 'DeadlineReminded'] as const;

/** Folds one event into a task's view; `view` is undefined before its first. */
export function foldView(view: TaskView | undefined, event: StoredEvent): TaskView | undefined {
  const next = changed(view && missedBy(view, event.recordedAt), event);
  return next && event.kind === 'task' ? { ...next, version: event.version } : next;
}

function changed(view: TaskView | undefined, event: StoredEvent): TaskView | undefined {
  const at = event.recordedAt.toISOString();
  switch (event.type) {
    case 'TaskPlanned':
    case 'PlannedTaskAmended':
      return view && view.version > 0 ? view : planned(event);
    case 'TaskAssigned':
      return assigned(event);
    case 'TaskReceived':
      return received(event);
    default:
      return view && existing(view, event, at);
  }
}

function existing(view: TaskView, event: StoredEvent, at: string): TaskView {
  switch (event.type) {
    case 'LeadConfirmed': {
      const { leadUnitId } = event.data as { leadUnitId: string };
      const others = [view.lead.unitId, ...view.coImplementers].filter((unit) => unit !== leadUnitId);
      return {
        ...view,
        lead: { unitId: leadUnitId, postId: null },
        coImplementers: others,
        leadToConfirm: false,
      };
    }
    case 'ObligationDated': {
      const { obligationId, schedule } = event.data as unknown as Obligation;
      return {
        ...view,
        obligations: view.obligations.map((o) => (o.obligationId === obligationId ? { ...o, schedule } : o)),
      };
    }
    case 'TaskAmended': {
      const { occurrences, ...facts } = event.data as unknown as Of<'TaskAmended'>;
      const gone = view.occurrences.map((o) =>
        o.status === 'open' && !occurrences.some((n) => n.occurrenceId === o.occurrenceId)
          ? { ...o, status: 'closed' as const }
          : o,
      );
      const anew = facts.obligations.filter((obligation) => !isAsBefore(view, obligation));
      return opened({ ...view, ...pickFacts(facts), occurrences: gone }, occurrences, anew);
    }
    case 'TaskProgressReported': {
      const { percent, text } = event.data as Of<'TaskProgressReported'>;
      return { ...view, state: 'in_progress', percent, progressText: text, progressAt: at, silent: false };
    }
    case 'DeliverableSubmitted': {
      const { submissionId, deliverableId, occurrenceId, text } = event.data as Of<'DeliverableSubmitted'>;
      const submission: SubmissionView = { submissionId, deliverableId, status: 'waiting', at, text };
      const working = {
        ...view,
        state: 'in_progress' as const,
        progressAt: at,
        silent: false,
        submissions: [...view.submissions, submission],
      };
      return onOccurrence(working, occurrenceId, (o) => ({ ...o, status: 'fulfilled', fulfilledAt: at }));
    }
    case 'DeliverableAccepted':
      return onSubmission(view, event.data.submissionId, 'accepted');
    case 'DeliverableReturned': {
      const { submissionId, occurrenceId } = event.data as Of<'DeliverableReturned'>;
      return onOccurrence(onSubmission(view, submissionId, 'returned'), occurrenceId, (o) => ({
        ...o,
        status: 'open',
        fulfilledAt: null,
      }));
    }
    case 'TriggerRecorded':
    case 'ExtraReportRequested':
      return opened(view, (event.data as Of<'TriggerRecorded'>).occurrences);
    case 'TaskHandedOver':
      return { ...view, lead: (event.data as { lead: Lead }).lead };
    case 'TaskFellSilent':
      return { ...view, silent: true };
    case 'TaskCompleted':
      return {
        ...view,
        state: 'completed',
        percent: 100,
        silent: false,
        occurrences: view.occurrences.map(close),
      };
    case 'TaskTransferred':
      return { ...view, state: 'transferred', silent: false, occurrences: view.occurrences.map(close) };
    case 'TaskCancelled':
      return { ...view, state: 'cancelled', silent: false, occurrences: view.occurrences.map(close) };
    case 'DeadlinesRecomputed': {
      const { moved } = event.data as Of<'DeadlinesRecomputed'>;
      return moved.reduce(
        (next, { occurrenceId, due }) => onOccurrence(next, occurrenceId, (o) => ({ ...o, due })),
        view,
      );
    }
    case 'DeadlineSet': {
      const { occurrenceId, ...due } = event.data as unknown as Of<'DeadlineSet'>;
      return inOrder(onOccurrence(view, occurrenceId, (o) => dueAt(o, due)));
    }
    default:
      return occurrenceChange(view, event);
  }
}

function occurrenceChange(view: TaskView, { type, data }: StoredEvent): TaskView {
  const { occurrenceId, level } = data as { occurrenceId?: string; level?: number };
  return onOccurrence(view, occurrenceId ?? null, (o) => {
    switch (type) {
      case 'ExtensionAsked':
        return { ...o, askedDue: askedDue(data as unknown as AskedFor) };
      case 'ExtensionGranted':
        return { ...dueAt(o, data as unknown as AskedFor), askedDue: null };
      case 'ExtensionRefused':
        return { ...o, askedDue: null };
      case 'DeadlineMissed':
        return { ...o, missed: true };
      case 'DeadlineEscalated':
        return { ...o, level: level ?? o.level };
      case 'ReviewCalled':
        return { ...o, status: 'fulfilled' };
      default:
        return o;
    }
  });
}

function planned(event: StoredEvent): TaskView {
  const task = event.data as unknown as PlannedTask;
  return {
    ...blank(task.taskId, event.subject),
    ...pickFacts(task),
    lead: { unitId: task.leadUnitId, postId: null },
    leadToConfirm: task.leadToConfirm,
  };
}

function assigned(event: StoredEvent): TaskView {
  const { lead, occurrences, planId, ...facts } = event.data as unknown as Of<'TaskAssigned'>;
  return opened(
    { ...blank(event.subject, planId), ...pickFacts(facts), state: 'assigned', lead },
    occurrences,
  );
}

/** A task as it came from an office that ended; when things were handed in there, its own trail tells. */
function received(event: StoredEvent): TaskView {
  const { facts, lead, begun, ...stood } = event.data as unknown as Of<'TaskReceived'>;
  const at = event.recordedAt.toISOString();
  return {
    ...blank(event.subject, facts.planId),
    ...pickFacts(facts),
    state: begun ? 'in_progress' : 'assigned',
    lead,
    percent: stood.percent,
    progressAt: stood.lastProgressAt,
    occurrences: stood.occurrences
      .map(({ asked, occurrenceId, obligationId, key, review, status, missed, level, ...due }) => ({
        ...{ occurrenceId, obligationId, key, ...dueOf(due), review, status, missed, level },
        fulfilledAt: null,
        askedDue: asked && askedDue(asked),
      }))
      .toSorted(byDue),
    submissions: stood.submissions.map(({ submissionId, deliverableId, status }) => ({
      ...{ submissionId, deliverableId, status },
      at,
      text: '',
    })),
  };
}

function opened(view: TaskView, added: Occurrence[], anew: readonly Obligation[] = []): TaskView {
  const known = new Map(view.occurrences.map((o) => [o.occurrenceId, o]));
  for (const { occurrenceId, obligationId, key, review, ...due } of added) {
    const fresh: OccurrenceView = {
      occurrenceId,
      obligationId,
      key,
      ...dueOf(due),
      review,
      status: 'open',
      missed: false,
      fulfilledAt: null,
      level: 0,
      askedDue: null,
    };
    const before = known.get(occurrenceId);
    const back = before?.status === 'closed' && anew.some((one) => one.obligationId === obligationId);
    const again = back ? { status: 'open' as const } : {};
    known.set(occurrenceId, dueAt({ ...fresh, ...before, ...again }, due));
  }
  return inOrder({ ...view, occurrences: [...known.values()] });
}

const askedDue = ({ due, day }: AskedFor): string | null => due ?? day ?? null;

const inOrder = (view: TaskView): TaskView => ({ ...view, occurrences: view.occurrences.toSorted(byDue) });

const dueAt = ({ awaits: _, ...occurrence }: OccurrenceView, due: DueInstant): OccurrenceView => ({
  ...occurrence,
  ...dueOf(due),
});

const close = (o: OccurrenceView): OccurrenceView => (o.status === 'open' ? { ...o, status: 'closed' } : o);

const onOccurrence = (
  view: TaskView,
  id: string | null,
  how: (o: OccurrenceView) => OccurrenceView,
): TaskView =>
  id === null
    ? view
    : { ...view, occurrences: view.occurrences.map((o) => (o.occurrenceId === id ? how(o) : o)) };

const onSubmission = (view: TaskView, id: unknown, status: SubmissionView['status']): TaskView => ({
  ...view,
  submissions: view.submissions.map((s) => (s.submissionId === id ? { ...s, status } : s)),
});

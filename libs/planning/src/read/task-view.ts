import { byDue, dueOf } from '#deadline';
import type { OccurrenceState } from '../task/task.js';
import type { AskedFor, TaskFacts } from '../task/task.events.js';
import { noticed, unseen, type SeenTask } from './seen-task.js';
import type { OccurrenceView, SubmissionView, TaskView } from './task-view.types.js';

/** A task as people see it. */
export function viewOf(seen: SeenTask): TaskView {
  const { taskId, planId, version, planned, task, silent, progressText, money } = seen;
  const facts = task.facts ?? planned;
  if (!facts) throw new Error(`nothing is known of task ${taskId}`);
  return {
    taskId,
    planId,
    ...shownFacts(facts),
    state: task.status === 'none' ? 'planned' : task.status,
    version,
    lead: task.lead ?? { unitId: facts.leadUnitId, postId: null },
    leadToConfirm: task.facts === null && (planned?.leadToConfirm ?? false),
    occurrences: [...task.occurrences.values()].map((o) => occurrenceView(o, seen)).toSorted(byDue),
    submissions: [...task.submissions.values()].map(
      ({ submissionId, deliverableId, status }): SubmissionView => ({
        ...{ submissionId, deliverableId, status, at: '', text: '' },
        ...seen.handedIn.get(submissionId),
      }),
    ),
    percent: task.percent,
    progressText,
    progressAt: task.lastProgressAt,
    silent,
    money,
    ...(task.carriedTo ? { carriedTo: task.carriedTo } : {}),
  };
}

const shownFacts = ({
  number,
  area,
  title,
  deliverables,
  coImplementers,
  coordinators,
  obligations,
  secret,
  carriedFrom,
}: Omit<TaskFacts, 'planId' | 'year' | 'leadUnitId'>) => ({
  number,
  area,
  title,
  deliverables,
  coImplementers,
  coordinators,
  obligations,
  ...(secret ? { secret } : {}),
  ...(carriedFrom ? { carriedFrom } : {}),
});

const occurrenceView = (o: OccurrenceState, seen: SeenTask): OccurrenceView => ({
  occurrenceId: o.occurrenceId,
  obligationId: o.obligationId,
  key: o.key,
  ...dueOf(o),
  review: o.review,
  status: isOpen(o, seen) || o.status !== 'open' ? o.status : 'closed',
  missed: o.missed || seen.passed.has(o.occurrenceId),
  fulfilledAt: seen.fulfilledAt.get(o.occurrenceId) ?? null,
  level: o.level,
  askedDue: o.asked && askedDue(o.asked),
});

const askedDue = ({ due, day }: AskedFor): string | null => due ?? day ?? null;

/** What went to another office is open there, and not here any more. */
const isOpen = ({ status }: OccurrenceState, { task }: SeenTask): boolean =>
  status === 'open' && task.status !== 'transferred';

/** Whether something is owed whose time has passed. */
export function isLate(seen: SeenTask): boolean {
  for (const o of seen.task.occurrences.values())
    if (isOpen(o, seen) && (o.missed || seen.passed.has(o.occurrenceId))) return true;
  return false;
}

/** What is counted of a task. */
export function figuresOf(seen: SeenTask) {
  const { task, planned, silent } = seen;
  const facts = task.facts ?? planned;
  return {
    area: facts?.area,
    unit: task.lead?.unitId ?? facts?.leadUnitId,
    state: task.status === 'none' ? 'planned' : task.status,
    percent: task.percent,
    late: isLate(seen),
    silent,
  };
}

/** A view as an instant finds it: what is open past its due instant is missed (R6), recorded or not. */
export const missedBy = (view: TaskView, at: Date): TaskView => viewOf(noticed(seenOf(view), at));

/**
 * What a view was made of, as far as people see it: a view loses nothing that the next view needs. What they don't see is
 * left as before anything happened.
 */
export function seenOf(view: TaskView): SeenTask {
  const { taskId, planId, version, lead, leadToConfirm, progressText, silent, money } = view;
  const { occurrences, submissions } = view;
  const facts = { ...shownFacts(view), leadUnitId: lead.unitId };
  const seen = { ...unseen(taskId, planId), version, progressText, silent, money };
  if (view.state === 'planned') return { ...seen, planned: { taskId, ...facts, leadToConfirm } };
  return {
    ...seen,
    task: {
      ...seen.task,
      status: view.state,
      facts: { planId, year: 0, ...facts },
      lead: { ...lead, postId: lead.postId ?? '' },
      percent: view.percent,
      lastProgressAt: view.progressAt,
      ...(view.carriedTo ? { carriedTo: view.carriedTo } : {}),
      occurrences: new Map(occurrences.map((o) => [o.occurrenceId, occurrenceOf(o)])),
      submissions: new Map(
        submissions.map(({ at: _at, text: _text, ...one }) => [
          one.submissionId,
          { ...one, occurrenceId: null, by: '' },
        ]),
      ),
    },
    fulfilledAt: new Map(
      occurrences.flatMap(({ occurrenceId, fulfilledAt }) =>
        fulfilledAt === null ? [] : [[occurrenceId, fulfilledAt]],
      ),
    ),
    handedIn: new Map(submissions.map(({ submissionId, at, text }) => [submissionId, { at, text }])),
  };
}

const occurrenceOf = ({ fulfilledAt: _, askedDue: asked, ...o }: OccurrenceView): OccurrenceState => ({
  ...o,
  atPostId: null,
  reminded: [],
  asked: asked === null ? null : { due: asked },
  extended: false,
});

import { derivedId } from '#kernel';
import type { ActContext } from '#organisation';
import { successorOf, type Office } from '#organisation/office';
import { hasPassed } from '#overdue';
import { parsePhrase } from '../deadline-phrase/parse-phrase.js';
import type { Schedule } from '../deadline-phrase/schedule.js';
import { isOpen } from '../task/task.guards.js';
import type { Task } from '../task/task.js';
import { planSubject, type CarriedFrom, type Obligation, type PlannedTask } from './plan.js';
import { yearLater } from './year-later.js';

/** Where a task goes on: in which plan, under which number. */
export interface GoingOn extends Pick<ActContext, 'officeId' | 'office' | 'now'> {
  fromYear: number;
  planId: string;
  number: string;
}

/** What is open goes on; what was completed only where it is to be done again. */
export const isCarried = (task: Task | undefined, repeat: boolean): boolean =>
  isOpen(task) || (repeat && task?.status === 'completed');

/** A task as next year's plan has it: led by whoever leads it today, with the times it has then and a link to what it goes on with. */
export function carriedTask(planned: PlannedTask, task: Task | undefined, into: GoingOn): PlannedTask {
  const { office, number, planId } = into;
  const taskId = derivedId(planId, number);
  const lead = successorOf(office, task?.lead?.unitId ?? planned.leadUnitId)?.unitId;
  const leadUnitId = lead ?? planned.leadUnitId;
  const coImplementers = standingUnits(planned.coImplementers, office).filter((unit) => unit !== leadUnitId);
  return {
    ...planned,
    taskId,
    number,
    deliverables: planned.deliverables.map(({ name }) => ({
      deliverableId: derivedId(taskId, 'deliverable', name),
      name,
    })),
    leadUnitId,
    leadToConfirm: lead === undefined || planned.leadToConfirm,
    coImplementers,
    coordinators: standingUnits(planned.coordinators, office),
    obligations: timesOf(taskId, stillOwed(planned, task), into.fromYear),
    carriedFrom: whatWasLeft(planned, task, into),
  };
}

const standingUnits = (unitIds: readonly string[], office: Office): string[] => [
  ...new Set(unitIds.flatMap((unitId) => successorOf(office, unitId)?.unitId ?? [])),
];

function whatWasLeft(
  planned: PlannedTask,
  task: Task | undefined,
  { officeId, fromYear, now }: GoingOn,
): CarriedFrom {
  const accepted = new Set(
    [...(task?.submissions.values() ?? [])]
      .filter(({ status }) => status === 'accepted')
      .map(({ deliverableId }) => deliverableId),
  );
  const said = new Map(planned.obligations.map((one) => [one.obligationId, one]));
  return {
    planId: planSubject(officeId, fromYear),
    year: fromYear,
    taskId: planned.taskId,
    number: planned.number,
    percent: task?.percent ?? 0,
    open: [...(task?.occurrences.values() ?? [])]
      .filter(({ status, review }) => status === 'open' && !review)
      .map(({ obligationId, due, missed }) => ({
        label: said.get(obligationId)?.label ?? null,
        phrase: said.get(obligationId)?.phrase ?? '',
        due,
        missed: missed || hasPassed(due, now),
      })),
    undelivered: planned.deliverables
      .filter((one) => !accepted.has(one.deliverableId))
      .map(({ name }) => name),
  };
}

const ONCE: readonly Schedule['kind'][] = ['oneOff', 'stretch', 'counted', 'triggered'];

/** What was to be done once and is done stays behind; all of it where nothing else is left, for the task itself is not done. */
function stillOwed({ obligations }: PlannedTask, task: Task | undefined): Obligation[] {
  if (!task || task.status === 'completed') return obligations;
  const owed = obligations.filter(({ obligationId, schedule }) => {
    const own = [...task.occurrences.values()].filter((one) => one.obligationId === obligationId);
    return !ONCE.includes(schedule.kind) || own.length === 0 || own.some(({ status }) => status === 'open');
  });
  return owed.length > 0 ? owed : obligations;
}

/** The phrases in their new year, read anew: one that names no time there needs a date. */
function timesOf(taskId: string, obligations: readonly Obligation[], year: number): Obligation[] {
  const seen = new Map<string, number>();
  return obligations.map(({ label, phrase: before }) => {
    const phrase = isOfItsYear(before, year) ? yearLater(before, year) : before;
    const read = parsePhrase(phrase, year + 1);
    const twin = seen.get(label ?? '') ?? 0;
    seen.set(label ?? '', twin + 1);
    return {
      obligationId: derivedId(taskId, 'obligation', label ?? '', twin),
      label,
      phrase,
      schedule: read.kind === 'noSuchDate' ? { kind: 'needingDate', reason: 'unreadable' } : read,
    };
  });
}

/** It names a time of its plan's year; what waits for an event may name the document that will tell, which stays as it is. */
function isOfItsYear(phrase: string, year: number): boolean {
  const { kind } = parsePhrase(phrase, year);
  return kind !== 'triggered' && kind !== 'needingDate' && kind !== 'noSuchDate';
}

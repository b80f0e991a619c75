import type { Task } from '#client';
import { deadlinesOf, type Standing } from './standing';

/** Which deadline: what it is called, and its period's key. */
interface OfDeadline {
  of: string;
  period: string;
}

/** Something of a task that is otherwise now than it was; what it was about where there are several of its kind. */
export type Change =
  | { what: 'state'; before: Task['state']; after: Task['state'] }
  | { what: 'lead' | 'coordinators' | 'coImplementers'; before: string; after: string }
  | { what: 'percent'; before: number; after: number }
  | ({ what: 'due'; before: string | null; after: string | null } & OfDeadline)
  | ({ what: 'standing'; before: Standing | undefined; after: Standing } & OfDeadline)
  | { what: 'handedIn'; of: string; before: number; after: number };

const namesOf = (units: readonly { name: string | null }[]) =>
  units.map(({ name }) => name ?? '–').join(', ');
const people = {
  lead: ({ lead }: Task) => [lead.person, lead.name].filter(Boolean).join(', '),
  coordinators: (task: Task) => namesOf(task.coordinators),
  coImplementers: (task: Task) => namesOf(task.coImplementers),
};

/** What became of a task between two moments (khác biệt), in the order a reader would ask. */
export function changesBetween(then: Task, now: Task): Change[] {
  const changes: Change[] = [];
  if (then.state !== now.state) changes.push({ what: 'state', before: then.state, after: now.state });
  for (const what of ['lead', 'coordinators', 'coImplementers'] as const) {
    const [before, after] = [people[what](then), people[what](now)];
    if (before !== after) changes.push({ what, before, after });
  }
  if (then.percent !== now.percent)
    changes.push({ what: 'percent', before: then.percent, after: now.percent });
  const before = new Map(deadlinesOf(then).map((one) => [one.occurrenceId, one]));
  for (const { occurrenceId, label: of, key: period, due, standing } of deadlinesOf(now)) {
    const was = before.get(occurrenceId);
    if (was && was.due !== due) changes.push({ what: 'due', of, period, before: was.due, after: due });
    if (was?.standing !== standing)
      changes.push({ what: 'standing', of, period, before: was?.standing, after: standing });
  }
  const handedIn = (task: Task, id: string) =>
    task.submissions.filter(({ deliverableId }) => deliverableId === id).length;
  for (const { deliverableId, name } of now.deliverables) {
    const [few, many] = [handedIn(then, deliverableId), handedIn(now, deliverableId)];
    if (few !== many) changes.push({ what: 'handedIn', of: name, before: few, after: many });
  }
  return changes;
}

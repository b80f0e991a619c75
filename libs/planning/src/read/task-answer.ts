import { isoOffset } from '#kernel';
import type { Office } from '#organisation';
import { hasPassed } from '#overdue';
import { readingOf } from '../deadline-phrase/reading.js';
import type { Standing } from '../planning.shapes.js';
import { missedBy } from './task-view.js';
import type { OccurrenceView, TaskView } from './task-view.types.js';

const SOON_MS = 7 * 86_400_000;

/** A task as the API answers it: names beside ids, deadlines with the office's offset. */
export function taskAnswer(view: TaskView, office: Office, names: Map<string, string>, now: Date) {
  const {
    taskId,
    lead,
    occurrences,
    obligations,
    carriedFrom = null,
    carriedTo = null,
    secret = false,
    ...rest
  } = missedBy(view, now);
  const postId = lead.postId ?? office.units.get(lead.unitId)?.headPostId ?? null;
  const personId = postId === null ? null : (office.holders.get(postId) ?? null);
  const unit = (unitId: string) => ({ unitId, name: office.units.get(unitId)?.name ?? null });
  return {
    id: taskId,
    ...rest,
    secret,
    carriedFrom,
    carriedTo,
    lead: {
      ...unit(lead.unitId),
      postId,
      post: postId === null ? null : (office.posts.get(postId)?.title ?? null),
      personId,
      person: personId === null ? null : (names.get(personId) ?? null),
    },
    coImplementers: view.coImplementers.map(unit),
    coordinators: view.coordinators.map(unit),
    late: occurrences.some(({ missed, status }) => missed && status === 'open'),
    obligations: obligations.map(({ obligationId, label, phrase, schedule }) => ({
      id: obligationId,
      label,
      phrase,
      kind: schedule.kind,
      reading: readingOf(schedule),
      occurrences: occurrences
        .filter((o) => o.obligationId === obligationId)
        .map(({ awaits = null, ...o }) => ({
          ...o,
          id: o.occurrenceId,
          due: o.due === null ? null : isoOffset(new Date(o.due)),
          awaitsCalendar: awaits,
          standing: standingOf(o, now),
        })),
    })),
  };
}

function standingOf({ status, due, missed, fulfilledAt }: OccurrenceView, now: Date): Standing {
  if (status === 'closed') return 'closed';
  if (status === 'fulfilled')
    return fulfilledAt !== null && hasPassed(due, new Date(fulfilledAt)) ? 'done_late' : 'done_on_time';
  if (due === null) return 'awaiting_calendar';
  if (missed || hasPassed(due, now)) return 'overdue';
  return new Date(due).getTime() - now.getTime() < SOON_MS ? 'due_soon' : 'within_time';
}

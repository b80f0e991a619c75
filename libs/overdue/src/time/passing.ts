import { awaitedBy, dueOf, type AgendaItem, type DueInstant } from '#deadline/agenda';
import { rungsAbove } from '#organisation/office';
import { calendarKnown } from '../calendar-known.js';
import { afterMissing, endPassed, endReached, escalation } from '../watched.js';
import { ahead, dueOn, watched, type Owned, type TimeContext, type Timed } from './timed.js';

type WithAgenda<T> = T & { agenda: AgendaItem[] };

/** What happens to a time by itself; each capability's event says whose time it is. */
export interface Passing {
  Reminded: WithAgenda<{ due: string; toPostId: string | null }>;
  Missed: WithAgenda<{ due: string; postId: string | null }>;
  Escalated: WithAgenda<{ due: string; level: number; toPostId: string; skipped: string[] }>;
  /** What had waited for a year's calendar, or is another by a changed one, is computed by it, and by which text. */
  DueSet: WithAgenda<DueInstant & { from: string | null; year: number; source: string }>;
}

/** Makes the events of one owner out of what happens to a time. */
export type Told<E> = { readonly [K in keyof Passing]: (data: Passing[K]) => E };

/** What a step of a time does now; nothing where it has no sense any more. R6: an end is missed once; R7: one level at a time. */
export function passing<E>(
  timed: Timed,
  owned: Owned,
  step: string,
  told: Told<E>,
  context: TimeContext,
): E[] {
  const { owner, running } = owned;
  if (!running) return [];
  const awaited = awaitedBy(step, owner);
  if (awaited) return countAnew(timed, owned, step, awaited.year, told, context);
  const [name, argument] = step.slice(owner.length).split(':');
  if (name === 'remind') return remind(timed, owned, told, context);
  if (name === 'miss') return miss(timed, owned, told, context);
  return name === 'escalate' ? escalate(timed, owned, Number(argument), told, context) : [];
}

function remind<E>(timed: Timed, { owner, postId }: Owned, told: Told<E>, context: TimeContext): E[] {
  const { due, reminded, missed } = timed;
  if (due === null || reminded || missed) return [];
  const agenda = [ahead({ ...timed, reminded: true }, owner, context)];
  return [told.Reminded({ due, toPostId: postId, agenda })];
}

function miss<E>(timed: Timed, owned: Owned, told: Told<E>, context: TimeContext): E[] {
  const watch = watched(timed, owned);
  const due = endReached(watch, context.now);
  if (due === undefined) return [];
  return [told.Missed({ due, postId: owned.postId, agenda: [afterMissing(watch, due, context)] })];
}

/** R6: an end that passed where nobody has recorded it. */
export const unrecorded = <E>(timed: Timed, owned: Owned, told: Told<E>, context: TimeContext): E[] =>
  endPassed(watched(timed, owned), context.now) === undefined ? [] : miss(timed, owned, told, context);

/** R7: a vacant post is passed over aloud. */
function escalate<E>(timed: Timed, owned: Owned, level: number, told: Told<E>, context: TimeContext): E[] {
  const from = timed.atPostId ?? owned.postId;
  const above = from === null ? [] : rungsAbove(context.office, from);
  const reached = escalation(watched(timed, owned), level, above, context);
  if (!reached) return [];
  const { item, ...to } = reached;
  return [told.Escalated({ ...to, agenda: [item] })];
}

function countAnew<E>(
  timed: Timed,
  owned: Owned,
  step: string,
  year: number,
  told: Told<E>,
  context: TimeContext,
): E[] {
  const source = context.calendar.sourceOf(year);
  if (source === undefined) return [];
  const counting = {
    end: () => dueOn(timed.dueDay, context),
    ahead: (due: DueInstant) => ahead({ ...timed, ...due }, owned.owner, context),
  };
  return calendarKnown(watched(timed, owned), owned, step, counting, context).map(({ due, item }) =>
    told.DueSet({ ...due, from: timed.due, year, source, agenda: [item] }),
  );
}

/** A time once one of these has happened to it. */
export const AFTER = {
  Reminded: <T extends Timed>(timed: T): T => ({ ...timed, reminded: true }),
  Missed: <T extends Timed>(timed: T): T => ({ ...timed, missed: true }),
  Escalated: <T extends Timed>(timed: T, { level, toPostId }: Passing['Escalated']): T => ({
    ...timed,
    level,
    atPostId: toPostId,
  }),
  DueSet: <T extends Timed>({ awaits: _, ...timed }: T, due: Passing['DueSet']) => ({
    ...timed,
    ...dueOf(due),
  }),
};

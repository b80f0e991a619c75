import { isMoved, saidOtherwise, type AgendaItem, type DueInstant, type Saying } from '#deadline/agenda';
import type { Ladder } from './ladder.js';
import { escalationKnown, escalationMoved, type Watched } from './watched.js';

/** How a time is counted by today's calendar. */
export interface Counting {
  /** Its end; undefined where nothing is counted. */
  end(): DueInstant | undefined;
  /** What is ahead of an end. */
  ahead(end: DueInstant): AgendaItem;
}

/** What a time is by a calendar that became known, or another. */
export interface CountedAnew {
  due: DueInstant;
  item: AgendaItem;
}

/**
 * What a calendar that became known, or another, makes of a time: its next level where it was missed, else its end or what
 * is ahead of it; nothing where all stands as it was said.
 */
export function calendarKnown(
  watch: Watched,
  saying: Saying,
  step: string,
  { end, ahead }: Counting,
  context: Ladder & { now: Date },
): CountedAnew[] {
  const stands = { due: watch.due };
  const [escalated = escalationKnown(watch, step, context)] = escalationMoved(watch, saying, context);
  if (escalated) return [{ due: stands, item: escalated }];
  const due = end();
  if (due === undefined) return [];
  if (watch.due === null || (!watch.missed && isMoved(watch.due, due, context.now)))
    return [{ due, item: ahead(due) }];
  const today = watch.missed ? [] : [ahead(stands)];
  return saidOtherwise(saying, today, context.now).map((item) => ({ due: stands, item }));
}

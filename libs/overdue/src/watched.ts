import { saidOtherwise, type AgendaItem, type Saying } from '#deadline/agenda';
import { awaitedLadder, ladderStep, ladderToday, type Ladder } from './ladder.js';
import { hasPassed } from './timing.js';

/** Something with a time, as its state leaves it: an occurrence of a task, a dossier, feedback. */
export interface Watched {
  occurrenceId: string;
  /** Begins the names of its steps. */
  owner: string;
  /** Null while it waits for a calendar. */
  due: string | null;
  /** Its time runs: it is neither fulfilled nor paused, nor has it ended. */
  running: boolean;
  /** That this very time ran out is recorded. */
  missed: boolean;
  /** The level of the last escalation; 0 where there was none. */
  level: number;
}

/** A post on the way up; at an external one the way ends, for another body sees to it. */
export interface Rung {
  postId: string;
  vacant: boolean;
  external: boolean;
}

/** An escalation (báo cáo vượt cấp): whom it reaches, over which vacant posts, and what is to happen after it. */
export interface Escalation {
  level: number;
  toPostId: string;
  skipped: string[];
  due: string;
  item: AgendaItem;
}

/** R6, R16, R25: the end that is to be recorded as missed by an instant; undefined where none is, or one is already. */
export const endReached = ({ due, running, missed }: Watched, now: Date): string | undefined =>
  running && !missed && due !== null && due <= now.toISOString() ? due : undefined;

/** The same where somebody acts: what comes at the very end comes in time. */
export const endPassed = (watched: Watched, now: Date): string | undefined =>
  hasPassed(watched.due, now) ? endReached(watched, now) : undefined;

/** What happens once an end was missed: the first level, its days counted from that end. */
export const afterMissing = (watched: Watched, due: string, ladder: Ladder): AgendaItem => ({
  occurrenceId: watched.occurrenceId,
  due,
  ...ladderStep(0, new Date(due), ladder, watched.owner),
});

/** What was missed goes on being escalated from the level it has reached, its days counted from an instant's day. */
export const escalationAgain = (
  watched: Pick<Watched, 'occurrenceId' | 'owner' | 'due' | 'level'>,
  from: Date,
  ladder: Ladder,
): AgendaItem => ({
  occurrenceId: watched.occurrenceId,
  due: watched.due,
  ...ladderStep(watched.level, from, ladder, watched.owner),
});

/** The level that waited for a calendar, once that is known; undefined where the step was another, or has no sense any more. */
export function escalationKnown(watched: Watched, step: string, ladder: Ladder): AgendaItem | undefined {
  const ahead = awaitedLadder(step, ladder, watched.owner);
  if (!ahead || !watched.running || !watched.missed) return undefined;
  return { occurrenceId: watched.occurrenceId, due: watched.due, ...ahead };
}

/** The level that is to come, where a changed calendar counts it to another instant than was said; none where it doesn't. */
export function escalationMoved(
  watched: Watched,
  saying: Saying,
  { now, ...ladder }: Ladder & { now: Date },
): AgendaItem[] {
  const { occurrenceId, due, running, missed, level, owner } = watched;
  const ahead = ladderToday(level, saying.said?.[occurrenceId], ladder, owner);
  return ahead && running && missed ? saidOtherwise(saying, [{ occurrenceId, due, ...ahead }], now) : [];
}

/**
 * R7: one level at a time, to the next post above whoever was reached last (`above`, nearest first); vacant ones are passed
 * over aloud. Nothing where it was fulfilled, is taken already, or nobody is left.
 */
export function escalation(
  watched: Watched,
  level: number,
  above: readonly Rung[],
  { now, ...ladder }: Ladder & { now: Date },
): Escalation | undefined {
  const { occurrenceId, owner, due, running, missed } = watched;
  if (!running || !missed || due === null || now.toISOString() < due || watched.level >= level)
    return undefined;
  const next = above.findIndex(({ vacant }) => !vacant);
  const to = above[next];
  if (!to) return undefined;
  const ahead = to.external ? { alarms: [] } : ladderStep(level, now, ladder, owner);
  const skipped = above.slice(0, next).map(({ postId }) => postId);
  return { level, toPostId: to.postId, skipped, due, item: { occurrenceId, due, ...ahead } };
}

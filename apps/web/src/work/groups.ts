import type { Waiting } from '#client';
import { isoDay } from '../words/format';

const WEEK_MS = 7 * 24 * 60 * 60_000;

export type Group = 'late' | 'decide' | 'today' | 'week' | 'later' | 'open';

/** Where a thing stands in one's work: what is late first, then what others wait for, then by what is due. */
export function groupOf({ due, late, need }: Waiting, now: Date): Group {
  if (late) return 'late';
  if (need === 'decide') return 'decide';
  if (due === null) return 'open';
  if (isoDay(due) === isoDay(now)) return 'today';
  return new Date(due).getTime() - now.getTime() < WEEK_MS ? 'week' : 'later';
}

export const GROUPS: readonly Group[] = ['late', 'decide', 'today', 'week', 'later', 'open'];

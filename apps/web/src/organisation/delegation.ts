import type { Delegation } from '#client';
import type { Tone } from '../ui/badge';

export type Standing = 'coming' | 'running' | 'over' | 'revoked';

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  coming: 'wait',
  running: 'done',
  over: 'plain',
  revoked: 'plain',
};

/** How a delegation stands on a day: both its days are in it. */
export function standingOf({ revoked, fromDay, toDay }: Delegation, today: string): Standing {
  if (revoked) return 'revoked';
  if (today > toDay) return 'over';
  return today < fromDay ? 'coming' : 'running';
}

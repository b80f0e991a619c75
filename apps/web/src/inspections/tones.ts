import type { Inspection } from '#client';
import type { Tone } from '../ui/badge';

/** How the state of an inspection looks. */
export const TONES: Readonly<Record<Inspection['status'], Tone>> = {
  none: 'plain',
  opened: 'plain',
  recorded: 'wait',
  concluded: 'wait',
  closed: 'done',
  cancelled: 'plain',
  transferred: 'plain',
};

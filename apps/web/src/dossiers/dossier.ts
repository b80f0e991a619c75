import type { DossierAtWork, DossierListed, DossiersOneResponse } from '#client';
import type { Tone } from '../ui/badge';

/** A dossier as the service tells it: at work, or handed in and not received. */
export type Dossier = DossiersOneResponse;
export type Status = DossierListed['status'];

export const isAtWork = (dossier: Dossier): dossier is DossierAtWork => 'procedure' in dossier;

export const TONE_OF: Readonly<Record<Status, Tone>> = {
  none: 'plain',
  submitted: 'wait',
  refused: 'plain',
  in_progress: 'plain',
  awaiting_supplement: 'wait',
  paused: 'wait',
  result_ready: 'done',
  returned: 'done',
  rejected: 'plain',
  withdrawn: 'plain',
  stopped: 'plain',
  transferred: 'plain',
  past_open: 'plain',
  past_ended: 'plain',
};

const MINUTES_AN_HOUR = 60;

/** Working minutes as hours and minutes. */
export const hoursAndMinutes = (minutes: number): [hours: number, minutes: number] => [
  Math.floor(minutes / MINUTES_AN_HOUR),
  minutes % MINUTES_AN_HOUR,
];

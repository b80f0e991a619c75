import type { OfficeEvent } from './office.events.js';
import type { Office } from './standing.js';

/** Records how the ledger of a predecessor ended: its last signed checkpoint (R28). */
export class RecordLastCheckpoint {
  office!: string;
  size!: number;
  key!: string;
  checkpoint!: string;
}

export const recordLastCheckpoint = (_: Office, data: RecordLastCheckpoint): OfficeEvent[] => [
  { type: 'PredecessorSealed', data },
];

/** Records that there is no calendar of a year to come (R11); an office that has ended is left in peace. */
export class MissCalendar {
  year!: number;
}

export const missCalendar = ({ succession }: Office, { year }: MissCalendar): OfficeEvent[] =>
  succession ? [] : [{ type: 'CalendarMissed', data: { year } }];

import type { Archive } from '../archive/archive.js';
import type { Parcel } from '../post/parcels.js';
import type { AskedFor, Holder, UnderProcedure } from './dossier.events.js';
import type { Turn } from './due.js';
import type { Pause } from './paused.js';
import type { Fee } from './payments.js';
import type { Ran } from './work-time.js';

/** What a received dossier is worked on with. */
export interface Work extends Fee {
  code: string;
  procedure: UnderProcedure;
  receivedAt: string;
  /** Since when the time runs that runs now: reception, or a complete supplement. */
  startedAt: string;
  /** What became of its time since then; null where an office that ended handed it over without. */
  turns: readonly Turn[] | null;
  /** Null, as its step's, while it waits for the calendar of the year `awaits`. */
  due: string | null;
  awaits?: number | undefined;
  step: number;
  stepStartedAt: string;
  stepDue: string | null;
  /** What had passed when the clock was stopped last, and since when it runs again; null where it never was. */
  ran: Ran | null;
  holder: Holder;
  /** Handed over and not yet accepted: the holder answers for it still (R20). */
  offered: Holder | null;
  offeredStep: number | null;
  supplement: 'never' | 'asked' | 'answered';
  /** When a supplement was asked for, until when it is answered, and for what; absent where an office that ended handed it over without. */
  askedAt: string | null;
  answerBy: string | null;
  asked?: AskedFor | undefined;
  pausedWith: number | null;
  /** While it is paused. */
  pause?: Pause | undefined;
  warned: readonly string[];
  /** The end of the time that runs now was recorded as missed; it is escalated from then on. */
  overdue: boolean;
  level: number;
  atPostId: string | null;
  /** A time of it ran out before it was signed: so it stays, recorded or not (R16). */
  late: boolean;
  apology: 'none' | 'owed' | 'given';
  apologyOwedAt: string | null;
  reappointed: string | null;
  /** Its own law has given it more time, once. */
  extended: boolean;
  signed: { number: string; late: boolean } | null;
  digitised: boolean;
  rated: boolean;
  /** What of it was packed for the archive; absent until something was. */
  archive?: Archive | undefined;
  /** What went by public post; absent where nothing is known to have. */
  parcels?: readonly Parcel[] | undefined;
}

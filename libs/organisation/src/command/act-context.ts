import type { WorkCalendar } from '#calendar';
import type { Office } from '../office/standing.js';

/** What surrounds every act: on what, by whom, when, in which office. All that a decision knows besides the state. */
export interface ActContext {
  /** The stream the act is on. */
  subject: string;
  /** The part of the stream it is about (a task of a plan, a unit of the office); empty where it is all of it. */
  part: string;
  /** The act's id; what it brings into being derives its own from it. */
  commandId: string;
  /** Whose right the act is done under: the giver's, under a delegation (R27). */
  actor: string;
  /** Who does it; the same person unless a delegation lends the right. */
  hand: string;
  now: Date;
  officeId: string;
  /** The office as it stands today. */
  office: Office;
  calendar: WorkCalendar;
}

import type { Answers } from '../survey/satisfaction.js';
import type { DossierStatus, Work } from '../dossier/dossier.js';

/** A dossier as lists and figures need it; instants as ISO texts. No name or number of a person is in it. */
export interface DossierRow {
  id: string;
  version: number;
  code: string | null;
  status: DossierStatus | 'past_open' | 'past_ended';
  procedure_code: string;
  procedure_name: string;
  field: string;
  channel: string;
  applicant_id: string | null;
  submitted_at: string | null;
  received_at: string | null;
  due: string | null;
  ended_at: string | null;
  returned_at: string | null;
  step: number;
  step_name: string | null;
  holder: string | null;
  holder_post: string | null;
  offered: string | null;
  overdue: boolean;
  late: boolean;
  apology: Work['apology'];
  apologised_at: string | null;
  apology_late: boolean;
  reappointed: string | null;
  supplement: Work['supplement'];
  supplement_late: boolean;
  fee: number;
  paid_by: string | null;
  refunds_owed: number;
  digitised: boolean;
  /** The archive has it. */
  archived: boolean;
  score: number | null;
  rated_at: string | null;
  /** What was answered to the survey's questions, and whether that is satisfied; null where nobody rated it. */
  answers: Answers | null;
  satisfied_service: boolean | null;
  satisfied_procedures: boolean | null;
  /** All papers that it came with are held digitised; one was used again. */
  papers_held: boolean;
  papers_reused: boolean;
  /** Its time as set 766 counts it: its end, since when it stands still, from when on it is late. */
  service_due: string | null;
  stood_since: string | null;
  service_late_at: string | null;
  past: boolean;
  /** The names of its steps, for the one at hand. */
  steps: string[];
}

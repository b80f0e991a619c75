import type {
  ServiceIndexDossiersBehindData,
  ServiceIndexFeedbackBehindData,
  ServiceIndexProceduresBehindData,
} from '#client';

type Name<D extends { path: { figure: string } }> = D['path']['figure'];
export type DossierFigure = Name<ServiceIndexDossiersBehindData>;
export type ProcedureFigure = Name<ServiceIndexProceduresBehindData>;
type FeedbackCount = Name<ServiceIndexFeedbackBehindData>;

/** A figure's list, and how the service calls it there. */
export type Listed =
  | { of: 'dossiers'; figure: DossierFigure }
  | { of: 'procedures'; figure: ProcedureFigure }
  | { of: 'feedback'; figure: FeedbackCount };

const DOSSIERS: readonly DossierFigure[] = [
  ...(['received', 'onTime', 'late', 'displeased', 'online', 'papersHeld'] as const),
  ...(['papersReused', 'priced', 'paidOnline', 'signed', 'resultsHeld'] as const),
];
const PROCEDURES: readonly ProcedureFigure[] = [
  'procedures',
  'proceduresOffered',
  'proceduresPriced',
  'proceduresUsedOnline',
  'proceduresPaidOnline',
];
const FEEDBACK: Readonly<Record<string, FeedbackCount>> = { feedbackDue: 'due', feedbackOnTime: 'onTime' };

/** Where the list of a figure is; undefined for what is none. */
export function listOf(name: string): Listed | undefined {
  const dossiers = DOSSIERS.find((one) => one === name);
  if (dossiers) return { of: 'dossiers', figure: dossiers };
  const procedures = PROCEDURES.find((one) => one === name);
  if (procedures) return { of: 'procedures', figure: procedures };
  const feedback = FEEDBACK[name];
  return feedback && { of: 'feedback', figure: feedback };
}

/** Which period: `2025`, `2025-Q1`, `2025-03`. */
export interface PeriodSearch {
  period?: string;
}

const PERIOD = /^20\d{2}(-(Q[1-4]|0[1-9]|1[0-2]))?$/;

/** A year alone comes back from the address as a number. */
export const periodSearch = ({ period }: Record<string, unknown>): PeriodSearch =>
  PERIOD.test(String(period)) ? { period: String(period) } : {};

export interface FigureSearch extends PeriodSearch {
  figure?: string;
}

export const figureSearch = (search: Record<string, unknown>): FigureSearch => ({
  ...periodSearch(search),
  ...(typeof search.figure === 'string' && listOf(search.figure) ? { figure: search.figure } : {}),
});

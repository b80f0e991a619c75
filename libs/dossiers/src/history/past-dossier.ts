import type { Aggregate } from '#event-store';

/** A step of a dossier as another system's log tells it. */
export interface PastStep {
  activity: string;
  resource: string | null;
  at: string;
}

/** A dossier of the past, with the times that its log recorded, apart from when it was loaded. */
export interface PastDossier {
  caseId: string;
  procedure: string;
  unit: string;
  channel: string;
  startedAt: string;
  due: string | null;
  endedAt: string | null;
  /** Worked out anew: ended after it was due, or still open when the log ends past its due instant. */
  late: boolean;
  steps: PastStep[];
  source: string;
}

export interface PastDossierEvent {
  type: 'PastDossierImported';
  data: PastDossier;
}

/** A past dossier is loaded once; what a second load says otherwise of it is not taken. */
export const pastDossier: Aggregate<{ loaded: boolean }, PastDossierEvent> = {
  kind: 'dossier',
  initial: { loaded: false },
  evolve: () => ({ loaded: true }),
};

export const loadPast = (state: { loaded: boolean }, data: PastDossier): PastDossierEvent[] =>
  state.loaded ? [] : [{ type: 'PastDossierImported', data }];

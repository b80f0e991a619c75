import type { Aggregate } from '#event-store';

/** A step of a dossier as another system's log tells it. */
export interface PastStep {
  activity: string;
  resource: string | null;
  /** When it was done; of one that was only begun, when that was. */
  at: string;
  /** When it was begun, where the log tells that apart. */
  startedAt?: string;
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

export type PastDossierEvent =
  | { type: 'PastDossierImported'; data: PastDossier }
  /** Rows that a former load rejected, or a longer log of the same source, told of more steps. */
  | { type: 'PastStepsAdded'; data: { source: string; caseId: string; steps: PastStep[]; lastStep: string } };

/** What is known of a past dossier: its steps by what they say. */
export interface LoadedDossier {
  loaded: boolean;
  steps: ReadonlySet<string>;
}

/** A past dossier is loaded once; later loads may add steps, what else they say otherwise of it is not taken. */
export const pastDossier: Aggregate<LoadedDossier, PastDossierEvent> = {
  kind: 'dossier',
  initial: { loaded: false, steps: new Set() },
  evolve: ({ steps }, { data }) => ({
    loaded: true,
    steps: new Set([...steps, ...data.steps.map(saidBy)]),
  }),
};

/** Loads a dossier, or the steps of it that are not there yet; nothing where all of them are. */
export function loadPast({ loaded, steps }: LoadedDossier, data: PastDossier): PastDossierEvent[] {
  if (!loaded) return [{ type: 'PastDossierImported', data }];
  const added = data.steps.filter((step) => !steps.has(saidBy(step)));
  if (added.length === 0) return [];
  const { source, caseId } = data;
  const [last = ''] = [...steps, ...added.map(saidBy)].toSorted().slice(-1);
  return [
    { type: 'PastStepsAdded', data: { source, caseId, steps: added, lastStep: last.split(PARTED)[1] ?? '' } },
  ];
}

const PARTED = '\u001f';
/** Begins with the time, so that the greatest is the last. */
const saidBy = ({ activity, resource, at }: PastStep): string => [at, activity, resource ?? ''].join(PARTED);

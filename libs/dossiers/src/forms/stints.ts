import type { StoredEvent } from '#event-store';
import { dayOf } from '#kernel';
import type { Holder, Of } from '../dossier/dossier.events.js';

export type Verdict = 'early' | 'on time' | 'late' | 'open';

/** A time in which somebody had the dossier (a line of the control slip). */
export interface Stint {
  step: string;
  holder: Holder;
  from: Date;
  to: Date | null;
  verdict: Verdict;
}

const ENDS: ReadonlySet<string> = new Set([
  'ResultReturned',
  'DossierRejected',
  'DossierWithdrawn',
  'DossierStopped',
  'DossierTransferred',
]);

/** Who had the dossier from when to when: from acceptance to the next one's acceptance, for until then they answer (R20). */
export function stintsOf(events: readonly StoredEvent[]): Stint[] {
  const stints: (Omit<Stint, 'verdict'> & { due: string })[] = [];
  let names: string[] = [];
  const open = (step: number, holder: Holder, from: Date, due: string) =>
    stints.push({ step: names[step] ?? String(step + 1), holder, from, to: null, due });
  const close = (at: Date) => {
    const last = stints.at(-1);
    if (last && last.to === null) last.to = at;
  };
  for (const { type, data, recordedAt } of events) {
    if (type === 'DossierReceived') {
      const { procedure, holder, due, stepDue = due } = data as unknown as Of<'DossierReceived'>;
      names = procedure.steps.map(({ name }) => name);
      open(0, holder, recordedAt, stepDue);
    }
    if (type === 'StepAccepted') {
      const { step, holder, stepDue } = data as unknown as Of<'StepAccepted'>;
      close(recordedAt);
      open(step, holder, recordedAt, stepDue);
    }
    // A supplement, a pause and a moved end move the end of the step at hand along.
    const { stepDue } = data as { stepDue?: string };
    const last = stints.at(-1);
    if (stepDue !== undefined && last) last.due = stepDue;
    if (ENDS.has(type)) close(recordedAt);
  }
  return stints.map(({ due, ...stint }) => ({ ...stint, verdict: verdictOf(stint.to, due) }));
}

/** Early: on a day before the due one. */
function verdictOf(to: Date | null, due: string): Verdict {
  if (to === null) return 'open';
  if (to.toISOString() > due) return 'late';
  return dayOf(to) < dayOf(new Date(due)) ? 'early' : 'on time';
}

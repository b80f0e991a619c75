import { isOf, type StoredEvent } from '#event-store';
import { hasPassed, timingOf, type Timing } from '#overdue';
import { dossier } from '../dossier/dossier.js';
import { stepEnd } from '../dossier/step-end.js';
import type { DossierEvent, Holder } from '../dossier/dossier.events.js';

/** A time in which somebody had the dossier (a line of the control slip). */
export interface Stint {
  step: string;
  holder: Holder;
  from: Date;
  to: Date | null;
  timing: Timing;
}

/** With the signature the office's time ends (R16): what passes until the result is fetched is nobody's delay. */
const ENDS: ReadonlySet<string> = new Set([
  'ResultSigned',
  'DossierRejected',
  'DossierWithdrawn',
  'DossierStopped',
  'DossierTransferred',
]);

/** What stops the clock, and what lets it run again. */
const STOPS: ReadonlySet<string> = new Set(['SupplementRequested', 'DossierPaused']);
const RUNS: ReadonlySet<string> = new Set(['SupplementAnswered', 'DossierResumed']);

/** A stint as it is being followed: late for good once its end passes while the clock runs. */
type Followed = Omit<Stint, 'timing'> & { due: string | null; late: boolean; stopped: boolean };

/**
 * Who had the dossier from when to when, by now: from acceptance to the next one's acceptance, for until then they answer
 * (R20), or to the signature.
 */
export function stintsOf(events: readonly StoredEvent[], now: Date): Stint[] {
  const stints: Followed[] = [];
  let names: string[] = [];
  const open = (step: number, holder: Holder, from: Date, due: string | null) =>
    stints.push({
      step: names[step] ?? String(step + 1),
      holder,
      from,
      to: null,
      due,
      late: false,
      stopped: false,
    });
  for (const event of events) {
    if (!isOf(dossier, event)) continue;
    const { type, recordedAt } = event;
    const last = stints.at(-1);
    if (last?.to === null) {
      last.late ||= !last.stopped && hasPassed(last.due, recordedAt);
      if (STOPS.has(type)) last.stopped = true;
      if (RUNS.has(type)) last.stopped = false;
      last.due = endAfter(event, last.due);
      if (type === 'StepAccepted' || ENDS.has(type)) last.to = recordedAt;
    }
    if (event.type === 'DossierReceived') {
      const { procedure, holder, stepDue } = event.data;
      names = procedure.steps.map(({ name }) => name);
      open(0, holder, recordedAt, stepDue);
    }
    if (event.type === 'StepAccepted') {
      const { step, holder, stepDue } = event.data;
      open(step, holder, recordedAt, stepDue);
    }
  }
  return stints.map(({ due, late, stopped, ...stint }) => ({
    ...stint,
    timing: late ? 'late' : stopped ? standing(stint.to) : timingOf(due, stint.to, now),
  }));
}

/** A supplement, a pause and a moved end move the end of the step at hand along. */
function endAfter({ type, data }: DossierEvent, before: string | null): string | null {
  if (type === 'SupplementAnswered' || type === 'DossierResumed') return stepEnd(data.stepDue, before);
  if (type === 'DossierDueMoved' || type === 'DossierDueSet') return stepEnd(data.stepDue, before);
  return before;
}

/** While the clock stands still nothing runs out. */
const standing = (to: Date | null): Timing => (to === null ? 'open' : 'on time');

import type { PastStep } from './past-dossier.js';
import type { LoggedEvent } from './read-row.js';

/** Transitions of the standard lifecycle (IEEE 1849-2023, lifecycle extension) at which no work is done or begun. */
const NO_WORK = new Set([
  'schedule',
  'assign',
  'reassign',
  'suspend',
  'resume',
  'autoskip',
  'manualskip',
  'withdraw',
  'ate_abort',
  'pi_abort',
]);

/**
 * The steps of a dossier from its events in order of time: a run of an activity that has a start and a completion is one
 * step, at its completion; a start without one is a step at its start.
 */
export function stepsOf(events: readonly LoggedEvent[]): PastStep[] {
  const steps: PastStep[] = [];
  const begun = new Map<string, PastStep[]>();
  for (const { activity, resource, at, transition, run } of events) {
    if (NO_WORK.has(transition)) continue;
    const earliest = transition === 'start' ? undefined : begun.get(run)?.shift();
    if (earliest) {
      earliest.startedAt = earliest.at;
      earliest.at = at;
      earliest.resource = resource ?? earliest.resource;
      continue;
    }
    const step: PastStep = { activity, resource, at };
    steps.push(step);
    if (transition === 'start') begun.set(run, [...(begun.get(run) ?? []), step]);
  }
  return steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

import type { Obligation } from '../plan/plan.js';
import type { Occurrence } from './task.events.js';
import type { OccurrenceState, Task } from './task.js';

/** Waiting for no calendar any more. */
export const without = ({ awaits: _, ...known }: OccurrenceState): OccurrenceState => known;

/** Occurrences known and added; those of the obligations that are put `anew` are open again where they were taken out. */
export function opened(
  known: ReadonlyMap<string, OccurrenceState>,
  added: Occurrence[],
  anew: readonly Obligation[] = [],
): ReadonlyMap<string, OccurrenceState> {
  const fresh = {
    status: 'open',
    missed: false,
    level: 0,
    atPostId: null,
    reminded: [],
    asked: null,
    extended: false,
  } as const;
  const next = new Map(known);
  for (const o of added) {
    const before = known.get(o.occurrenceId);
    const back =
      before?.status === 'closed' && anew.some(({ obligationId }) => obligationId === o.obligationId);
    const again = back ? { status: 'open' as const } : {};
    next.set(o.occurrenceId, { ...fresh, reminded: [], ...(before && without(before)), ...again, ...o });
  }
  return next;
}

type Occurrences = ReadonlyMap<string, OccurrenceState>;

const ended = (known: Occurrences, status: 'closed' | 'fulfilled'): Occurrences =>
  new Map([...known].map(([id, o]) => [id, o.status === 'open' ? { ...o, status } : o]));

export const closed = (known: Occurrences): Occurrences => ended(known, 'closed');

/** Met by the task's completion. */
export const met = (known: Occurrences): Occurrences => ended(known, 'fulfilled');

export function change(
  state: Task,
  occurrenceId: string | null,
  how: (o: OccurrenceState) => OccurrenceState,
): Task {
  const known = occurrenceId === null ? undefined : state.occurrences.get(occurrenceId);
  return known
    ? { ...state, occurrences: new Map(state.occurrences).set(known.occurrenceId, how(known)) }
    : state;
}

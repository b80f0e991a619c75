import type { AgendaItem, Alarm } from './agenda.js';

/** A state that knows what was said to be still to come, by occurrence: as the last event that spoke of it said it. */
export interface Saying {
  said?: Readonly<Record<string, readonly Alarm[]>> | undefined;
}

/** Folds an event, and keeps what its agenda says of the alarms that are `worthKeeping`. */
export const keepingSaid =
  <S extends Saying, E extends { data: object }>(
    evolve: (state: S, event: E, at: Date) => S,
    worthKeeping: (alarm: Alarm) => boolean = () => true,
  ) =>
  (state: S, event: E, at: Date): S => {
    const next = evolve(state, event, at);
    const agenda = 'agenda' in event.data ? (event.data.agenda as readonly AgendaItem[]) : [];
    if (agenda.length === 0) return next;
    const { said: _, ...rest } = next;
    const anew = agenda.map(
      ({ occurrenceId, alarms }) => [occurrenceId, alarms.filter(worthKeeping)] as const,
    );
    const said = Object.entries({ ...state.said, ...Object.fromEntries(anew) }).filter(
      ([, alarms]) => alarms.length > 0,
    );
    // A state with nothing ahead of it holds nothing of this.
    return (said.length === 0 ? rest : { ...rest, said: Object.fromEntries(said) }) as S;
  };

/**
 * Of what is ahead by today's calendar, what was said otherwise. What has come by now stays as it was said, and nothing is
 * moved into the past.
 */
export const saidOtherwise = ({ said }: Saying, today: readonly AgendaItem[], now: Date): AgendaItem[] =>
  today.flatMap((item) => {
    const before = said?.[item.occurrenceId] ?? [];
    const alarms = before.map((alarm) => movedBy(alarm, item.alarms, now.toISOString()));
    return alarms.every(({ at }, index) => at === before[index]?.at)
      ? []
      : [{ ...item, alarms: alarms.toSorted((a, b) => (a.at < b.at ? -1 : 1)) }];
  });

function movedBy(alarm: Alarm, today: readonly Alarm[], now: string): Alarm {
  const anew = today.find(({ step }) => step === alarm.step);
  return anew && [alarm, anew].every(({ at }) => at > now) ? anew : alarm;
}

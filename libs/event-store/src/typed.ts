import type { NewEvent, StoredEvent } from './event.js';
import type { Aggregate } from './state-loader.js';

/** Whether an event belongs to a kind of stream: its data, which are read in today's shape, are that kind's then. */
export const isOf = <S, E extends NewEvent>(
  { kind }: Pick<Aggregate<S, E>, 'kind'> & { evolve: (state: S, event: E, at: Date) => S },
  event: StoredEvent,
): event is StoredEvent & E => event.kind === kind;

/** An event of the log, with what its capability says that its type holds. */
export type EventOf<E extends NewEvent, T extends E['type'] = E['type']> = StoredEvent &
  Extract<E, { type: T }>;

/** Tells an event of a type that its capability tells of in `E` from all others, whatever stream it is in. */
export const isEvent =
  <E extends NewEvent>() =>
  <T extends E['type']>(type: T, event: StoredEvent): event is EventOf<E, T> =>
    event.type === type;

/** What is made of an event's data, and of what else it is told with. */
type OnData<Data, With extends unknown[], Made> = { of(data: Data, ...more: With): Made }['of'];

/** What is made of a capability's events, by their types. */
export type ByType<E extends NewEvent, With extends unknown[], Made> = {
  readonly [T in E['type']]?: OnData<Extract<E, { type: T }>['data'], With, Made>;
};

/** What a table makes of an event; undefined where it has nothing to say of its type. */
export const madeOf = <With extends unknown[], Made>(
  table: Readonly<Record<string, OnData<object, With, Made> | undefined>>,
  event: StoredEvent,
  ...more: With
): Made | undefined => table[event.type]?.(event.data, ...more);

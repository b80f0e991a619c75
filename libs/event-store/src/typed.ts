import type { NewEvent, StoredEvent } from './event.js';
import type { Aggregate } from './state-loader.js';

/** Whether an event belongs to a kind of stream: its data, which are read in today's shape, are that kind's then. */
export const isOf = <S, E extends NewEvent>(
  { kind }: Pick<Aggregate<S, E>, 'kind'> & { evolve: (state: S, event: E, at: Date) => S },
  event: StoredEvent,
): event is StoredEvent & E => event.kind === kind;

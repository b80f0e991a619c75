import { isRecord } from '#kernel';
import type { NewEvent, StoredEvent } from './event.js';

/** Turns the data of one schema version into those of the next. */
export type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

/** By event type, the steps from version 1 to the present one; a type that is in no table never changed its shape. */
export type Upcasts = Readonly<Record<string, readonly Upcast[]>>;

/** Old events are read in today's shape, new ones written under its version; the log itself is never rewritten. */
export class Upcasters {
  readonly #steps: ReadonlyMap<string, readonly Upcast[]>;

  constructor(table: Upcasts = {}) {
    this.#steps = new Map(Object.entries(table));
  }

  apply(event: StoredEvent): StoredEvent {
    const steps = this.#steps.get(event.type);
    if (steps === undefined || event.schemaVersion > steps.length) return event;
    const data = steps.slice(event.schemaVersion - 1).reduce((before, step) => step(before), event.data);
    return { ...event, schemaVersion: steps.length + 1, data };
  }

  /** Events as they are written today; the very same where none of them ever changed its shape. */
  stamped<E extends NewEvent>(events: E[]): E[] {
    return events.some(({ type }) => this.#steps.has(type))
      ? events.map((event) => this.#stamp(event))
      : events;
  }

  #stamp<E extends NewEvent>(event: E): E {
    const steps = this.#steps.get(event.type);
    return steps === undefined ? event : { ...event, schemaVersion: steps.length + 1 };
  }
}

/** An upcast of what lies under a name within the data, where something does. */
export const within =
  (name: string, upcast: Upcast): Upcast =>
  (data) => {
    const inner = data[name];
    return isRecord(inner) ? { ...data, [name]: upcast(inner) } : data;
  };

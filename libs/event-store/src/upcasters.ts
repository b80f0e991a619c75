import type { StoredEvent } from './event.js';

/** Turns the data of one schema version into those of the next. */
export type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

/** Old events are read in today's shape; the log itself is never rewritten. */
export class Upcasters {
  readonly #steps = new Map<string, Upcast>();

  /** Registers the step from `from` to `from + 1` of an event type. */
  add(type: string, from: number, upcast: Upcast): this {
    this.#steps.set(`${type}@${from}`, upcast);
    return this;
  }

  apply(event: StoredEvent): StoredEvent {
    let { schemaVersion, data } = event;
    for (
      let step = this.#find(event.type, schemaVersion);
      step;
      step = this.#find(event.type, schemaVersion)
    ) {
      data = step(data);
      schemaVersion += 1;
    }
    return schemaVersion === event.schemaVersion ? event : { ...event, schemaVersion, data };
  }

  #find(type: string, version: number): Upcast | undefined {
    return this.#steps.size === 0 ? undefined : this.#steps.get(`${type}@${version}`);
  }
}

import type { LogPosition, LogSlice, StoredEvent } from '#event-store';
import type { PoolClient } from 'pg';

/** What an event is about to a reader: whatever can't be taken in holds up the later events of the same subject, no others. */
export type SubjectOf = (event: StoredEvent) => string;

/** As a rule an event is about its own stream. */
export const streamOf: SubjectOf = ({ subject }) => subject;

/** A read model: tables of its own in the schema `rm_<name>`, filled from the log alone. */
export interface Projection {
  name: string;
  /**
   * Of its tables and of what stands in them. Whoever changes either raises it: the upgrade then builds them anew beside
   * the serving ones, in every office, and swaps.
   */
  version: number;
  /** The event types it looks at; all when absent. */
  types?: readonly string[];
  /** Given where an event may change rows of something other than its stream. */
  subjectOf?: SubjectOf;
  /** Creates its tables; names unqualified, so that a rebuild can make them beside the serving ones. */
  ddl: string;
  /** Its indexes that keep nothing unique: a rebuild makes them once its tables are full, which is cheaper than row by row. */
  indexes?: string;
  /** Changes the tables by a batch of events in commit order, set-based; names unqualified. */
  apply(db: PoolClient, events: StoredEvent[]): Promise<void>;
}

/** When this happened, do that: commands whose ids derive from the event's, so a repetition changes nothing. */
export interface Reaction {
  name: string;
  types?: readonly string[];
  /** Given where it is not the event's stream. */
  subjectOf?: SubjectOf;
  react(events: StoredEvent[]): Promise<void>;
  /** Where in an office's log it begins the first time; at the beginning where absent. */
  startsAfter?: (office: string) => Promise<LogPosition>;
}

/** Follows the whole log at a place of its own; it is offered what was read for others, and reads what it lacks. */
export interface Follower {
  follow(office: string, read: LogSlice | undefined): Promise<void>;
  /** Where it stands; undefined where nobody need wait for it. */
  placeIn(office: string): Promise<LogPosition | undefined>;
}

/** The schema of the serving tables, of those built beside them, or of some made only to be looked at. */
export const schemaOf = (projection: string, generation: 'live' | 'next' | 'probe' = 'live'): string =>
  generation === 'live' ? `rm_${projection}` : `rm_${projection}_${generation}`;

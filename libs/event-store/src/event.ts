import type { Enclosure } from '#kernel';

/** An event as a decision gives it: what happened, in the office's words. */
export interface NewEvent {
  type: string;
  data: object;
  /** Version of the shape of `data`; 1 unless it was changed. */
  schemaVersion?: number;
}

/** Who is answerable for a command and what led to it. */
export interface Attribution {
  /** A person's id, or `worker:<name>`. */
  actor: string;
  onBehalfOf?: string;
  /** The command that began the whole chain; absent when this command began it. */
  correlationId?: string;
  /** The event that caused a worker's command. */
  causationId?: string;
  /** The rule a worker acted under. */
  rule?: string;
  meta?: Record<string, string>;
  /** Where the command came from: kept apart from the log, and not for long. */
  clientAddress?: string;
}

/** One command's events for one stream: they go in whole or not at all. */
export interface AppendRequest {
  office: string;
  kind: string;
  subject: string;
  expectedVersion: number;
  commandId: string;
  /** Digest of the command's body: the same id with another digest is refused. */
  digest: string;
  recordedAt: Date;
  attribution: Attribution;
  events: NewEvent[];
  /** Shared by decisions made on top of each other in memory: when one fails, those above it fail too. */
  lineage?: Lineage;
  /** What is kept beside the log with these events, or not at all. */
  enclosure?: Enclosure;
}

/** Decisions that stand on one another; broken when one of them has failed. */
export interface Lineage {
  broken: boolean;
}

/** An event as the log keeps it. */
export interface StoredEvent {
  office: string;
  position: number;
  transactionId: string;
  eventId: string;
  kind: string;
  subject: string;
  version: number;
  type: string;
  schemaVersion: number;
  recordedAt: Date;
  actor: string;
  onBehalfOf: string | null;
  commandId: string;
  correlationId: string | null;
  causationId: string | null;
  rule: string | null;
  meta: Record<string, string>;
  data: Record<string, unknown>;
  /** 16 random bytes that its published hashes are made with; null in events from before there were any. */
  salt: Buffer | null;
}

/** A place in the log's commit order. */
export interface LogPosition {
  transactionId: string;
  position: number;
}

/** What an event changed, without what it says: which stream, how far that has come, and where in the log. */
export interface Change extends LogPosition {
  kind: string;
  subject: string;
  version: number;
}

export const LOG_START: LogPosition = { transactionId: '0', position: 0 };

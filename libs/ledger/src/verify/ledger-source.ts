/** An event as the verifier reads it: from a line of NDJSON or a row of the log. */
export interface ReadEvent {
  office: string;
  stream: string;
  version: number;
  eventId: string;
  kind: string;
  type: string;
  schemaVersion: number;
  recordedAt: string;
  actor: string;
  onBehalfOf: string | null;
  commandId: string;
  correlationId: string | null;
  causationId: string | null;
  rule: string | null;
  meta: unknown;
  data: unknown;
  /** 16 bytes in hexadecimal; none in events from before there were any. */
  salt?: string | null;
}

/** Where a ledger is read from. What is not there is `undefined`: then the verifier can't tell. */
export interface LedgerSource {
  office: string;
  checkpoint(): Promise<Buffer | undefined>;
  tile(level: number, number: number, width: number): Promise<Buffer | undefined>;
  /** Published entries; `'rendered'` where they are made from the events themselves. */
  entries(number: number, width: number): Promise<Buffer | 'rendered' | undefined>;
  /** The events of a bundle, in their order; those that should not be there come too. */
  events(number: number, width: number): Promise<ReadEvent[]>;
  close(): Promise<void>;
}

/** Something that is not as it was sealed. */
export interface Finding {
  code: string;
  index?: number;
  stream?: string;
  version?: number;
  detail: string;
}

/** What a verification found. */
export interface Verdict {
  office: string;
  size: number;
  root: string;
  /** Names of the keys whose signatures hold. */
  signatures: string[];
  cosignatures: string[];
  eventsChecked: number;
  discrepancies: Finding[];
  /** How many there are in all; only the first thousand are listed. */
  discrepancyCount: number;
  /** What could not be looked at. */
  unknown: string[];
}

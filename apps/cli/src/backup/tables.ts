/** What a backup holds besides the log: what can't be made anew from it. Read models and the tree can. */
export const KEPT_TABLES = [
  'followed_office',
  'simulated_clock',
  'account',
  'api_token',
  'external_identity',
  'trail_subscription',
  'outbox',
  'outbox_past',
  'webhook_received',
  'province_cursor',
  'vault.person',
  'vault.fact',
  'vault.reading',
  'vault.file',
  'ledger.cosigned',
  'ledger.seal',
] as const;

export const LOG_TABLE = 'event';

/** What a backup says of itself. */
export interface Manifest {
  format: 1;
  madeAt: string;
  /** Each office's signed checkpoint, and the key that signed it. */
  ledgers: { office: string; size: number; checkpoint: string; key: string }[];
  /** `columns`: in their order in the file; a backup that does not say has the table's first ones. */
  files: { table: string; file: string; rows: number; sha256: string; columns?: string[] }[];
}

export const fileOf = (table: string): string => `${table}.copy`;

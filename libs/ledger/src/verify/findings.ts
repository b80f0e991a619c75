import { FormatError } from '../format/format-error.js';
import type { Finding, Verdict } from './ledger-source.js';

const LISTED = 1_000;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a broken format is called; any other error is not ours to judge. */
export function finding(error: unknown): Finding {
  if (error instanceof FormatError) return { code: error.code, detail: error.message };
  throw error;
}

export function add(verdict: Verdict, found: Finding): void {
  verdict.discrepancyCount += 1;
  if (verdict.discrepancies.length < LISTED) verdict.discrepancies.push(found);
}

import { readLog, readMapping, type PastDossier, type RejectedRow } from '#dossiers/history';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a log came to: its dossiers by their cases, and what was not taken. */
export interface ReadLog {
  dossiers: PastDossier[];
  events: number;
  repeated: number;
  rejected: RejectedRow[];
}

/** Reads a log with some bytes in it. */
export async function readLogOf(content: string | Uint8Array, mapping: object = {}): Promise<ReadLog> {
  const folder = mkdtempSync(join(tmpdir(), 'minh-bach-spec-'));
  try {
    const path = join(folder, 'log');
    writeFileSync(path, content);
    const rejected: RejectedRow[] = [];
    const log = await readLog(path, readMapping(mapping, 'log'), { rejected: (row) => rejected.push(row) });
    const dossiers: PastDossier[] = [];
    for await (const dossier of log.dossiers) dossiers.push(dossier);
    const { events, repeated } = log;
    return {
      dossiers: dossiers.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1)),
      ...{ events, repeated, rejected },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The words in which a log is refused. */
export const refusalOf = (content: string | Uint8Array, mapping: object = {}): Promise<string> =>
  readLogOf(content, mapping).then(
    () => 'read',
    (error: unknown) =>
      error instanceof Error && 'values' in error ? JSON.stringify(error.values) : String(error),
  );

import type { LogMapping, PastDossier, PastLog, RejectedRow } from '#dossiers/history';
import { Refusal } from '#kernel/plain';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the process that reads a log tells, line by line. */
export type Told =
  | { read: number }
  | { rejected: RejectedRow }
  /** All of it is read: so many rows were taken so far, and the dossiers follow. */
  | { events: number }
  | { dossier: PastDossier }
  | { counted: Pick<PastLog, 'events' | 'repeated' | 'rejected'> }
  | { refused: Pick<Refusal, 'kind' | 'values'> };

/** Megabytes of the reader's heap: what it holds at once is small, and without a bound it would be collected late. */
const HEAP = ['--max-old-space-size=72', '--max-semi-space-size=4'];

interface Hearing {
  read: (bytes: number) => void;
  rejected: (row: RejectedRow) => void;
}

/** Reads a log as `readLog` does, in a process of its own that stays small whatever the file and whatever else is loaded here. */
export async function readLogApart(path: string, mapping: LogMapping, hearing: Hearing): Promise<PastLog> {
  const reader = spawn(
    process.execPath,
    [...HEAP, join(import.meta.dirname, 'log-reader.js'), path, JSON.stringify(mapping)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const told = toldBy(reader);
  const log: PastLog = {
    events: 0,
    repeated: 0,
    rejected: 0,
    dossiers: dossiersOf(told, reader, hearing, (c) => Object.assign(log, c)),
  };
  for (let next = await told.next(); !next.done; next = await told.next()) {
    if ('events' in next.value) return Object.assign(log, next.value);
    hear(next.value, hearing);
  }
  throw new Error('the process that reads the log ended early');
}

async function* dossiersOf(
  told: AsyncGenerator<Told>,
  reader: ChildProcess,
  hearing: Hearing,
  count: (counted: Pick<PastLog, 'events' | 'repeated' | 'rejected'>) => void,
): AsyncGenerator<PastDossier> {
  try {
    for await (const one of told) {
      if ('counted' in one) count(one.counted);
      else if ('dossier' in one) yield one.dossier;
      else hear(one, hearing);
    }
  } finally {
    reader.kill();
  }
}

function hear(told: Told, { read, rejected }: Hearing): void {
  if ('read' in told) read(told.read);
  if ('rejected' in told) rejected(told.rejected);
  if ('refused' in told) throw new Refusal(told.refused.kind, told.refused.values);
}

/** All that a reader tells; throws where it ends otherwise than it should. */
async function* toldBy(reader: ChildProcess): AsyncGenerator<Told> {
  const ended = once(reader, 'close') as Promise<[number | null]>;
  if (reader.stdout)
    for await (const line of createInterface({ input: reader.stdout })) yield JSON.parse(line) as Told;
  const [status] = await ended;
  if (status !== 0) throw new Error(`the process that reads the log ended with ${status}`);
}

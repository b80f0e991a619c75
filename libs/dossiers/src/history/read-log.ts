import { CaseStore } from './case-store.js';
import { csvRows } from './csv-rows.js';
import { logEmpty } from './log.refusals.js';
import type { LogRow, RejectedRow } from './log-row.js';
import type { LogMapping } from './mapping.js';
import { openText } from './open-text.js';
import type { PastDossier } from './past-dossier.js';
import { readRow, unkept } from './read-row.js';
import { TOO_MANY, toDossier } from './to-dossier.js';
import { xesRows } from './xes-rows.js';

export interface ReadingLog {
  /** Hears how many more bytes of the file are read. */
  read?: (bytes: number) => void;
  /** Hears of each row that is not taken. */
  rejected: (row: RejectedRow) => void;
}

/** What a log holds: counted as it is read, row by row and then dossier by dossier. */
export interface PastLog {
  /** Rows taken. */
  events: number;
  /** Rows that say again what one before them says; counted once. */
  repeated: number;
  rejected: number;
  dossiers: AsyncIterable<PastDossier>;
}

/**
 * Reads a CSV or XES event log, packed by gzip or not, into dossiers; both forms mean the same. The whole of it is read
 * before the first dossier comes, on little memory: its rows lie in a folder meanwhile, which is gone once `dossiers` has
 * been walked or left. Bad rows are told, never dropped silently; refuses `log_unreadable` and `log_empty`.
 */
export async function readLog(
  path: string,
  mapping: LogMapping,
  { read, rejected }: ReadingLog,
): Promise<PastLog> {
  const store = new CaseStore();
  const log: PastLog = { events: 0, repeated: 0, rejected: 0, dossiers: empty() };
  const reject = (row: RejectedRow) => {
    log.rejected += 1;
    rejected(row);
  };
  try {
    let end = '';
    for await (const rows of rowsOf(openText(path, mapping.encoding, read), mapping))
      for (const { where, cells, broken } of rows) {
        const event = broken ? broken.why : (unkept(cells, mapping) ?? readRow(cells, mapping));
        if (typeof event === 'string')
          reject({ where, cells, why: event, ...(broken && { text: broken.text }) });
        else {
          log.events += 1;
          if (event.at > end) end = event.at;
          store.put(event.caseId, { where, cells });
        }
      }
    if (log.events + log.rejected === 0)
      throw logEmpty({ why: 'tệp không có dòng hay sự kiện nào · it has no row and no event' });
    log.dossiers = dossiersOf(store, mapping, end, log, reject);
    return log;
  } catch (error) {
    await store.drop();
    throw error;
  }
}

/** The rows of a log, whose form is told by how it begins. */
async function* rowsOf(text: AsyncGenerator<string>, mapping: LogMapping): AsyncGenerator<LogRow[]> {
  const first = await text.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    yield* text;
  })();
  yield* /^\s*</.test(first.value) ? xesRows(whole, mapping) : csvRows(whole, mapping);
}

async function* empty(): AsyncGenerator<PastDossier> {
  // nothing
}

async function* dossiersOf(
  store: CaseStore,
  mapping: LogMapping,
  logEnd: string,
  log: PastLog,
  reject: (row: RejectedRow) => void,
): AsyncGenerator<PastDossier> {
  const refuse = (row: LogRow, why: string) => {
    log.events -= 1;
    reject({ ...row, why });
  };
  try {
    for await (const rows of store.cases((row) => {
      refuse(row, TOO_MANY);
    })) {
      const once = [...new Map(rows.map((row) => [row.cells.join('\u001f'), row])).values()];
      const made = toDossier(once, mapping, logEnd);
      if (typeof made === 'string') for (const row of rows) refuse(row, made);
      else {
        log.repeated += rows.length - once.length;
        yield made;
      }
    }
  } finally {
    await store.drop();
  }
}

import { LONGEST_CODE, LONGEST_NAME, isDayWithin, isTextOf } from '#kernel';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { LogMapping } from './mapping.js';
import type { PastDossier, PastStep } from './past-dossier.js';

/** A line of the log that was not taken, and why; rows count from 1, the heading not among them. */
export interface RejectedRow {
  row: number;
  why: string;
}

export interface PastLog {
  dossiers: PastDossier[];
  events: number;
  rejected: RejectedRow[];
}

type Row = Record<string, string | undefined>;

/** Reads a CSV or XES event log into dossiers, in the order of their cases; bad rows are told, never dropped silently. */
export async function readLog(path: string, mapping: LogMapping): Promise<PastLog> {
  const cases = new Map<string, { attributes: Row; steps: (PastStep & { row: number })[] }>();
  const rejected: RejectedRow[] = [];
  let events = 0;
  let number = 0;
  for await (const row of /\.xes(\.xml)?$/i.test(path) ? xesRows(path) : csvRows(path, mapping.delimiter)) {
    number += 1;
    const read = readRow(row, mapping);
    if (typeof read === 'string') {
      rejected.push({ row: number, why: read });
      continue;
    }
    const { caseId, ...step } = read;
    const known = cases.get(caseId) ?? { attributes: row, steps: [] };
    known.steps.push({ ...step, row: number });
    cases.set(caseId, known);
    events += 1;
  }
  const dossiers: PastDossier[] = [];
  const end = [...cases.values()]
    .flatMap(({ steps }) => steps.map(({ at }) => at))
    .reduce((a, b) => (a > b ? a : b), '');
  for (const [caseId, { attributes, steps }] of cases) {
    const made = toDossier(caseId, attributes, steps, mapping, end);
    if (typeof made !== 'string') dossiers.push(made);
    else {
      for (const { row } of steps) rejected.push({ row, why: made });
      events -= steps.length;
    }
  }
  return { dossiers, events, rejected: rejected.toSorted((a, b) => a.row - b.row) };
}

async function* csvRows(path: string, delimiter: string): AsyncGenerator<Row> {
  const { parse } = await import('csv-parse'); // only who loads a log needs its parsers
  const rows = createReadStream(path).pipe(
    parse({
      columns: true,
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  for await (const row of rows) yield row as Row;
}

interface XesAttribute {
  '@key': string;
  '@value': string;
}
type XesNode = Record<string, XesAttribute[] | undefined>;

/** XES (IEEE 1849): an event's attributes by their keys, its trace's with `case:` before them. */
async function* xesRows(path: string): AsyncGenerator<Row> {
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    processEntities: true,
    htmlEntities: false,
    isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  });
  const document = parser.parse(await readFile(path)) as {
    log?: { trace?: (XesNode & { event?: XesNode[] })[] }[];
  };
  for (const trace of document.log?.[0]?.trace ?? []) {
    const ofCase = Object.fromEntries(attributes(trace).map(([key, value]) => [`case:${key}`, value]));
    for (const event of trace.event ?? []) yield { ...ofCase, ...Object.fromEntries(attributes(event)) };
  }
}

const attributes = (node: XesNode): [string, string][] =>
  ['string', 'date', 'int', 'float', 'boolean', 'id'].flatMap((kind) =>
    (node[kind] ?? []).map((one): [string, string] => [one['@key'], one['@value']]),
  );

function readRow(row: Row, mapping: LogMapping): (PastStep & { caseId: string }) | string {
  const caseId = row[mapping.case];
  if (!caseId) return `không có mã hồ sơ · no case id (${mapping.case})`;
  const activity = row[mapping.activity];
  if (!activity) return `không có hoạt động · no activity (${mapping.activity})`;
  const at = instant(row[mapping.time], mapping.offset);
  if (at === undefined)
    return `thời điểm không đọc được hoặc ngoài 1900-2199 · unreadable time, or not of 1900 to 2199 "${row[mapping.time] ?? ''}"`;
  const ours = mapping.activities === null ? activity : mapping.activities[activity];
  if (ours === undefined) return `hoạt động chưa ánh xạ · unmapped activity "${activity}"`;
  const resource = row[mapping.resource] ?? null;
  if (!isTextOf(caseId, LONGEST_CODE)) return unfit(mapping.case);
  if (!isTextOf(ours, LONGEST_NAME)) return unfit(mapping.activity);
  if (resource !== null && !isTextOf(resource, LONGEST_NAME)) return unfit(mapping.resource);
  return { caseId, activity: ours, resource, at };
}

const unfit = (column: string): string =>
  `quá dài hoặc có ký tự lạ · too long, or with characters that no text has (${column})`;

function toDossier(
  caseId: string,
  row: Row,
  all: (PastStep & { row: number })[],
  mapping: LogMapping,
  logEnd: string,
): PastDossier | string {
  const steps = all
    .map(({ activity, resource, at }) => ({ activity, resource, at }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const of = (column: string | null) => (column === null ? undefined : row[column] || undefined);
  const times: Record<'start' | 'deadline' | 'end', string | null> = {
    start: null,
    deadline: null,
    end: null,
  };
  for (const name of ['start', 'deadline', 'end'] as const) {
    const text = of(mapping[name]);
    // A deadline that is a day lasts until that day is over.
    const whole = name === 'deadline' && text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
    const at =
      text === undefined ? null : instant(whole ? `${text.trim()}T23:59:59.999` : text, mapping.offset);
    if (at === undefined)
      return `${name} không đọc được hoặc ngoài 1900-2199 · unreadable, or not of 1900 to 2199 "${text}"`;
    times[name] = at;
  }
  for (const column of [mapping.procedure, mapping.unit, mapping.channel])
    if (!isTextOf(of(column) ?? '', LONGEST_NAME)) return unfit(column ?? '');
  const startedAt = times.start ?? steps[0]?.at ?? logEnd;
  // Where the log has a column for the end, an empty one means that the dossier is still open.
  const endedAt =
    times.end ?? (mapping.end !== null && mapping.end in row ? null : (steps.at(-1)?.at ?? null));
  return {
    caseId,
    procedure: of(mapping.procedure) ?? '',
    unit: of(mapping.unit) ?? '',
    channel: of(mapping.channel) ?? '',
    startedAt,
    due: times.deadline,
    endedAt,
    late: times.deadline !== null && (endedAt ?? logEnd) > times.deadline,
    steps,
    source: mapping.source,
  };
}

/** An ISO instant in UTC; times without an offset are taken in the mapping's. */
function instant(text: string | undefined, offset: string): string | undefined {
  const plain = text?.trim().replace(' ', 'T');
  if (!plain || !isDayWithin(plain.slice(0, 10))) return undefined;
  const withTime = plain.length === 10 ? `${plain}T00:00:00` : plain;
  const at = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(withTime) ? withTime : withTime + offset);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

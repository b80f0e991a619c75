import { LONGEST_CODE, isTextOf, refusal } from '#kernel/plain';

export const mappingInvalid = refusal(
  'mapping_invalid',
  422,
  { vi: 'Tệp ánh xạ không hợp lệ', en: 'The mapping is not valid' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);

/** What an activity of another system's log is to us. */
export const ACTIVITIES = [
  'receive',
  'check',
  'supplement',
  'decide',
  'sign',
  'return',
  'notify',
  'other',
] as const;

/** How another system's event log is read: which column is what. The names are those that process mining tools write. */
export interface LogMapping {
  /** Where the log comes from; with the case id it makes a dossier the same however often it is loaded. */
  source: string;
  case: string;
  activity: string;
  resource: string;
  time: string;
  start: string | null;
  deadline: string | null;
  end: string | null;
  channel: string | null;
  unit: string | null;
  procedure: string | null;
  /** The state an event brings its activity to, and which run of it (XES lifecycle and concept extensions). */
  transition: string | null;
  instance: string | null;
  /** Activities of the log to ours; where it is given, an activity that is not in it rejects its row. */
  activities: Record<string, (typeof ACTIVITIES)[number]> | null;
  /** For times without an offset. */
  offset: string;
  /** How a day is written where not as ISO 8601 has it. */
  dates: (typeof DATES)[number];
  /** Of a CSV file; null: the one of `,` `;` tab and `|` that parts its heading. */
  delimiter: string | null;
  /** Of a file that does not say itself how its characters are written; a name of the WHATWG Encoding Standard. */
  encoding: string;
}

const DATES = ['yyyy-MM-dd', 'dd/MM/yyyy'] as const;

/** What a mapping may name as a column of the log. */
export const COLUMNS = [
  'case',
  'activity',
  'resource',
  'time',
  'transition',
  'instance',
  'start',
  'deadline',
  'end',
  'channel',
  'unit',
  'procedure',
] as const;
export type LogColumn = (typeof COLUMNS)[number];

/** What is not said: the names that process mining tools write. */
export const DEFAULTS: Omit<LogMapping, 'source'> = {
  case: 'case:concept:name',
  activity: 'concept:name',
  resource: 'org:resource',
  time: 'time:timestamp',
  start: 'case:startdate',
  deadline: 'case:deadline',
  end: 'case:enddate',
  channel: 'case:channel',
  unit: 'case:department',
  procedure: null,
  transition: 'lifecycle:transition',
  instance: 'concept:instance',
  activities: null,
  offset: '+07:00',
  dates: 'yyyy-MM-dd',
  delimiter: null,
  encoding: 'utf-8',
};
const NEVER_NULL = new Set(['source', 'case', 'activity', 'resource', 'time', 'offset', 'dates', 'encoding']);

/** What a file's dossiers are known by, where its mapping says nothing: packed or not, as it came or its rejected rows mended. */
export const sourceOf = (fileName: string): string =>
  fileName.replace(/\.rejected(-\d+)?\.csv$/i, '').replace(/\.gz$/i, '');

/** Reads a mapping; refuses `mapping_invalid` for unknown keys and unknown activities of ours. */
export function readMapping(value: unknown, source: string): LogMapping {
  const no = (why: string) => mappingInvalid({ why });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw no('một đối tượng JSON · a JSON object');
  const given = value as Record<string, unknown>;
  const known = new Set(['source', ...Object.keys(DEFAULTS)]);
  const stray = Object.keys(given).filter((key) => !known.has(key));
  if (stray.length > 0) throw no(`không biết · unknown: ${stray.join(', ')}`);
  for (const key of known) {
    const one = given[key];
    if (
      one === null
        ? NEVER_NULL.has(key)
        : key !== 'activities' && one !== undefined && !isTextOf(one, LONGEST_CODE, 1)
    )
      throw no(`${key}: một chuỗi · a text`);
  }
  const { activities } = given;
  if (activities !== undefined && activities !== null) {
    if (typeof activities !== 'object' || Array.isArray(activities)) throw no('activities');
    const unknown = Object.entries(activities).filter(([, ours]) => !ACTIVITIES.includes(ours as never));
    if (unknown.length > 0)
      throw no(
        `activities: ${unknown.map(([theirs, ours]) => `${theirs} → ${String(ours)}`).join('; ')} (${ACTIVITIES.join(', ')})`,
      );
  }
  const mapping: LogMapping = { source, ...DEFAULTS, ...given };
  if (!isTextOf(mapping.source, LONGEST_CODE, 1)) throw no(`source: 1-${LONGEST_CODE}`);
  if (!/^[+-]\d{2}:\d{2}$/.test(mapping.offset)) throw no('offset: +07:00');
  if (!DATES.includes(mapping.dates)) throw no(`dates: ${DATES.join(', ')}`);
  if (mapping.delimiter !== null && !/^[^"\r\n]$/u.test(mapping.delimiter)) throw no('delimiter: , ; | \\t');
  if (!isEncoding(mapping.encoding)) throw no('encoding: utf-8, utf-16le, windows-1258, windows-1252');
  return mapping;
}

/** Whether there is such a way of writing characters. */
export function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

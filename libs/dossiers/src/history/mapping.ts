import { LONGEST_CODE, isTextOf, refusal } from '#kernel';

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
  /** Activities of the log to ours; where it is given, an activity that is not in it rejects its row. */
  activities: Record<string, (typeof ACTIVITIES)[number]> | null;
  /** For times without an offset. */
  offset: string;
  delimiter: string;
}

const DEFAULTS: Omit<LogMapping, 'source'> = {
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
  activities: null,
  offset: '+07:00',
  delimiter: ',',
};

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
    if (key !== 'activities' && one !== undefined && one !== null && typeof one !== 'string')
      throw no(`${key}: a text`);
  }
  const { activities } = given;
  if (activities !== undefined && activities !== null) {
    if (typeof activities !== 'object') throw no('activities');
    const unknown = Object.entries(activities).filter(([, ours]) => !ACTIVITIES.includes(ours as never));
    if (unknown.length > 0)
      throw no(
        `activities: ${unknown.map(([theirs, ours]) => `${theirs} → ${String(ours)}`).join('; ')} (${ACTIVITIES.join(', ')})`,
      );
  }
  const mapping = { source, ...DEFAULTS, ...given };
  if (!isTextOf(mapping.source, LONGEST_CODE, 1)) throw no(`source: 1-${LONGEST_CODE}`);
  if (!/^[+-]\d{2}:\d{2}$/.test(mapping.offset)) throw no('offset: +07:00');
  return mapping;
}

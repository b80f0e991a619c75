import { MOST_LISTED } from '#kernel/plain';
import { cell, type LogRow } from './log-row.js';
import type { LogColumn, LogMapping } from './mapping.js';
import type { PastDossier } from './past-dossier.js';
import { stepsOf } from './past-steps.js';
import { endOfDay, instantOf, readRow, unreadableTime, type LoggedEvent } from './read-row.js';

/** Rows of a dossier that can't all be kept. */
export const TOO_MANY = `hơn ${MOST_LISTED} dòng cho một hồ sơ · more than ${MOST_LISTED} rows of one dossier`;

/**
 * Makes a dossier of its rows, in the order of the file; a text says why it is none. What the rows leave out about it is
 * unknown; where the mapping names an end, one that is not there means that the dossier is open.
 */
export function toDossier(
  rows: readonly LogRow[],
  mapping: LogMapping,
  logEnd: string,
): PastDossier | string {
  if (rows.length > MOST_LISTED) return TOO_MANY;
  const events = rows
    .map(({ cells }) => readRow(cells, mapping))
    .filter((read) => typeof read !== 'string')
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const times = timesOf(rows, mapping);
  if (typeof times === 'string') return times;
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return `không có dòng nào · no rows`;
  return {
    caseId: first.caseId,
    procedure: saidOf(rows, 'procedure')[0] ?? '',
    unit: saidOf(rows, 'unit')[0] ?? '',
    channel: saidOf(rows, 'channel')[0] ?? '',
    startedAt: times.start ?? first.at,
    due: times.deadline,
    endedAt: endOf(times.end, mapping, last),
    late: times.deadline !== null && (endOf(times.end, mapping, last) ?? logEnd) > times.deadline,
    steps: stepsOf(events),
    source: mapping.source,
  };
}

const endOf = (end: string | null, mapping: LogMapping, last: LoggedEvent): string | null =>
  end ?? (mapping.end === null ? last.at : null);

/** What the rows of a dossier say in a column, each value once. */
const saidOf = (rows: readonly LogRow[], column: LogColumn): string[] => [
  ...new Set(rows.map(({ cells }) => cell(cells, column)).filter((text) => text !== '')),
];

const TIMES = ['start', 'deadline', 'end'] as const;
type Times = Record<(typeof TIMES)[number], string | null>;

function timesOf(rows: readonly LogRow[], mapping: LogMapping): Times | string {
  const times: Times = { start: null, deadline: null, end: null };
  for (const name of TIMES) {
    const column = mapping[name] ?? '';
    const said = saidOf(rows, name);
    const read = said.map((text) =>
      name === 'deadline' ? endOfDay(text, mapping) : instantOf(text, mapping),
    );
    const bad = read.indexOf(undefined);
    if (bad >= 0) return unreadableTime(column, said[bad] ?? '');
    if (new Set(read).size > 1)
      return `các dòng của hồ sơ ghi khác nhau · its rows say different things: ${said.slice(0, 3).join(' / ')} (${column})`;
    times[name] = read[0] ?? null;
  }
  return times;
}

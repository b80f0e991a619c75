import fc from 'fast-check';
import { readLogOf, type ReadLog } from './read-log.js';

interface RandomEvent {
  'concept:name'?: string;
  'org:resource'?: string;
  'time:timestamp'?: string;
  'lifecycle:transition'?: string;
  'concept:instance'?: string;
}
interface RandomCase {
  'concept:name'?: string;
  startdate?: string;
  deadline?: string;
  enddate?: string;
  channel?: string;
  department?: string;
}
/** A log as no one form of it: cases with their events. */
export type RandomLog = { about: RandomCase; events: RandomEvent[] }[];

const SIGNS = [
  'a',
  'B',
  'ế',
  'e\u0302\u0301',
  'đ',
  ' ',
  '"',
  "'",
  ',',
  ';',
  '&',
  '<',
  '>',
  '=',
  '\n',
  '😀',
  '&#7871;',
];
const text = fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 8 });
const number = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
const day = fc.tuple(number(2020, 2026), number(1, 12), number(1, 31)).map((parts) => parts.join('-'));
const clock = fc.tuple(number(0, 24), number(0, 59)).map((parts) => parts.join(':'));
const time = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(day, clock, fc.constantFrom('', ':07', ':07.5', ':07+02:00', 'Z', ':07-0330'))
      .map(([on, at, rest]) => `${on}T${at}${rest}`),
  },
  { weight: 1, arbitrary: day },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'hôm qua', '0001-01-01', '2200-01-01T00:00:00Z', '01/02/2025'),
  },
);
const maybe = { requiredKeys: [] as [] };
const events = fc.array(
  fc.record(
    {
      'concept:name': fc.oneof(fc.constantFrom('nhận', 'xét', 'trả'), text),
      'org:resource': text,
      'time:timestamp': time,
      'lifecycle:transition': fc.constantFrom('start', 'complete', 'COMPLETE', 'schedule', 'unknown'),
      'concept:instance': fc.constantFrom('1', '2', ''),
    },
    maybe,
  ),
  { minLength: 1, maxLength: 8 },
);
const about = fc.record(
  {
    'concept:name': fc.oneof(fc.constantFrom('HS-1', 'HS-2'), text),
    startdate: time,
    deadline: time,
    enddate: time,
    channel: text,
    department: text,
  },
  maybe,
);
const logs: fc.Arbitrary<RandomLog> = fc.array(fc.record({ about, events }), { minLength: 1, maxLength: 6 });

/** Whether the two forms of logs made at random are read as the same dossiers, and lose as many rows for the same reasons. */
export const twoFormsAgree = (same: (inCsv: unknown, inXes: unknown) => void) =>
  fc.asyncProperty(logs, async (log) => {
    same(verdict(await readLogOf(csvOf(log))), verdict(await readLogOf(xesOf(log))));
  });

const verdict = ({ dossiers, events: taken, repeated, rejected }: ReadLog) => ({
  ...{ dossiers, taken, repeated },
  rejected: rejected.map(({ why, cells }) => [why, ...cells].join('|')).toSorted(),
});

const OF_CASE = ['concept:name', 'startdate', 'deadline', 'enddate', 'channel', 'department'] as const;
const OF_EVENT = [
  'concept:name',
  'org:resource',
  'time:timestamp',
  'lifecycle:transition',
  'concept:instance',
] as const;

function csvOf(log: RandomLog): string {
  const head = [...OF_CASE.map((key) => `case:${key}`), ...OF_EVENT];
  const rows = log.flatMap((one) =>
    one.events.map((event) => [
      ...OF_CASE.map((key) => one.about[key] ?? ''),
      ...OF_EVENT.map((key) => event[key] ?? ''),
    ]),
  );
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
  return [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
}

function xesOf(log: RandomLog): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\n': '&#10;' };
  const attributes = (of: Record<string, string | undefined>) =>
    Object.entries(of)
      .map(
        ([key, value]) =>
          `<string key="${key}" value="${(value ?? '').replace(/[&<"\n]/g, (sign) => signs[sign] ?? '')}"/>`,
      )
      .join('');
  const traces = log.map(
    (one) =>
      `<trace>${attributes({ ...one.about })}${one.events.map((event) => `<event>${attributes({ ...event })}</event>`).join('\n')}</trace>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<x:log xmlns:x="http://www.xes-standard.org/">${traces.join('\n')}</x:log>`.replace(
    /<(\/?)(?=trace|event|string)/g,
    '<$1x:',
  );
}

import { WorkCalendar, loadCalendars } from '#calendar';
import { formatInstant } from '#kernel';
import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseObligations } from './parse-columns.js';
import { parsePhrase } from './parse-phrase.js';
import { PHRASES, scheduleOf } from './phrase.story.js';
import { readingOf } from './reading.js';
import { DEFAULT_SETTINGS, duesOf, type Schedule } from './schedule.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const daysOf = (schedule: Schedule, settings = DEFAULT_SETTINGS) =>
  duesOf(schedule, 2025, calendar, settings)
    .map(({ due }) => (due instanceof Date ? formatInstant(due).slice(6, 11) : due.year))
    .join(', ');

describe('phrases of real plans', () => {
  it.each(PHRASES)('$phrase: $reading', ({ phrase, days, reading }) => {
    const schedule = scheduleOf(phrase, 2025);
    expect(daysOf(schedule)).toBe(days);
    expect(readingOf(schedule).vi).toBe(reading);
  });

  it('stand in the documentation as they are tested here', () => {
    const path = 'libs/planning/deadline-phrases.md';
    const rows = PHRASES.map(({ phrase, days, reading }) => `| ${phrase} | ${reading} | ${days} |`);
    const table = [
      '| Thời hạn trong kế hoạch | Cách hiểu | Hạn năm 2025 |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n');
    const [head = ''] = readFileSync(path, 'utf8').split('| Thời hạn');
    if (process.env.UPDATE_DOCS === '1') writeFileSync(path, `${head}${table}\n`);
    expect(readFileSync(path, 'utf8')).toBe(`${head}${table}\n`);
  });
});

describe('a time that no year has', () => {
  it.each([
    ...['Trước ngày 31/02/2025', 'ngày 29/2', 'Quý V', 'quý 5/2025', 'Quý II, V/2025', 'tháng 13/2025'],
    ...['từ tháng 2 đến tháng 13/2025', 'ngày 32 hằng tháng', '30 tháng 2 năm 2025'],
  ])('%s is refused', (phrase) => expect(parsePhrase(phrase, 2025)).toEqual({ kind: 'noSuchDate' }));
});

describe('what is never guessed', () => {
  it.each([
    ['Quý I/2026', 'other_year'],
    ['từ tháng 10/2025 đến tháng 2/2026', 'other_year'],
    ['từ tháng 10 đến tháng 2', 'unreadable'],
    ['5', 'unreadable'],
    ['15.3', 'unreadable'],
    ['trước hằng tháng', 'unreadable'],
    ['trong vòng vài ngày', 'unreadable'],
    ['đầu quý II', 'vague'],
  ])('%s needs a date: %s', (phrase, reason) =>
    expect(parsePhrase(phrase, 2025)).toEqual({ kind: 'needingDate', reason }),
  );
});

describe('several in one cell', () => {
  const read = (cell: string) =>
    parseObligations(cell, '', 2025).map(({ label, schedule }) => [
      label,
      schedule.kind === 'noSuchDate' ? 'none' : daysOf(schedule),
    ]);
  const both = [
    ['Kế hoạch', '31/03'],
    ['Báo cáo', '30/06, 31/12'],
  ];
  it.each([
    'Kế hoạch: Quý I/2025; Báo cáo: Quý II, IV/2025',
    '- Kế hoạch: Quý I/2025\n- Báo cáo: Quý II, IV/2025',
    '- Kế hoạch: Quý I/2025 - Báo cáo: Quý II, IV/2025',
    '+ Kế hoạch: Quý I/2025;\r\n+ Báo cáo: Quý II, IV/2025.',
  ])('%j', (cell) => expect(read(cell)).toEqual(both));
  it.each([
    ['Kế hoạch - quý I/2025; Báo cáo - quý II, IV/2025', both],
    ['Quý I/2025: Kế hoạch; Quý II, IV/2025: Báo cáo', both],
    [
      'hằng tuần/hằng quý',
      [
        [null, daysOf(scheduleOf('hằng tuần', 2025))],
        [null, '21/03, 20/06, 19/09, 19/12'],
      ],
    ],
  ])('%s', (cell, expected) => expect(read(cell)).toEqual(expected));
  it.each(['trước ngày 10/3 và 10/9', 'ngày 10/3, 10/6, 10/9'])(
    '%s: what stands before the first day counts for all, so none is guessed',
    (cell) => expect(read(cell)).toEqual([[null, '']]),
  );
  it('keeps a dash that belongs to a name or to a time', () => {
    expect(read('Văn phòng - Thống kê: Quý I - Quý III')).toEqual([['Văn phòng - Thống kê', '30/09']]);
  });
});

it('a report is due on the day of the month that is set for it, by working days only where none is', () => {
  const reportDays = { Q1: 7, year: 6 };
  expect(daysOf(scheduleOf('Định kỳ hằng quý và năm', 2025), { ...DEFAULT_SETTINGS, reportDays })).toBe(
    '07/03, 20/06, 19/09, 19/12, 05/12',
  );
});

describe('a schedule printed as a phrase', () => {
  const month = fc.integer({ min: 1, max: 12 });
  const day = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const schedules: fc.Arbitrary<Schedule> = fc.oneof(
    fc.record({ kind: fc.constant('oneOff' as const), day, strictlyBefore: fc.boolean() }),
    fc
      .tuple(day, day)
      .filter(([a, b]) => a < b)
      .map(([from, to]) => ({ kind: 'stretch' as const, from, day: to })),
    fc.record({
      kind: fc.constant('counted' as const),
      from: day,
      workingDays: fc.integer({ min: 1, max: 999 }),
    }),
    fc
      .record({
        dayOfMonth: fc.integer({ min: 1, max: 31 }),
        strictlyBefore: fc.boolean(),
        onRequest: fc.boolean(),
      })
      .map((rest) => ({
        kind: 'monthly' as const,
        months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        ...rest,
      })),
    fc
      .uniqueArray(month, { minLength: 2 })
      .map((months) => months.toSorted((a, b) => a - b))
      .map((months) => ({
        kind: 'monthly' as const,
        months,
        dayOfMonth: null,
        strictlyBefore: false,
        onRequest: false,
      })),
    fc.record({ kind: fc.constant('weekly' as const), onRequest: fc.boolean() }),
    fc.record({
      kind: fc.constant('recurring' as const),
      annual: fc.boolean(),
      onRequest: fc.boolean(),
      carriedBy: fc.constant(null),
    }),
  );

  it('is read back as it was, however it is written', () =>
    fc.assert(
      fc.property(
        schedules,
        fc.record({ upper: fc.boolean(), nfd: fc.boolean(), hang: fc.boolean(), wide: fc.boolean() }),
        (schedule, dress) => expect(parsePhrase(dressed(phraseOf(schedule), dress), 2025)).toEqual(schedule),
      ),
      { numRuns: 1_000 },
    ));
});

interface Dress {
  upper: boolean;
  nfd: boolean;
  hang: boolean;
  wide: boolean;
}

function dressed(phrase: string, { upper, nfd, hang, wide }: Dress): string {
  const spelt = hang ? phrase.replaceAll('hằng', 'hàng') : phrase;
  const cased = upper ? spelt.toUpperCase() : spelt;
  const spaced = wide ? ` - ${cased.replaceAll(' ', '\u00a0  ')} . ` : cased;
  return nfd ? spaced.normalize('NFD') : spaced;
}

function phraseOf(schedule: Schedule): string {
  const dmy = (day: string) => day.split('-').reverse().join('/');
  const request = 'onRequest' in schedule && schedule.onRequest ? ' hoặc đột xuất' : '';
  switch (schedule.kind) {
    case 'oneOff':
      return `${schedule.strictlyBefore ? 'trước' : 'chậm nhất'} ngày ${dmy(schedule.day)}`;
    case 'stretch':
      return `từ ngày ${dmy(schedule.from)} đến ngày ${dmy(schedule.day)}`;
    case 'counted':
      return `trong vòng ${schedule.workingDays} ngày làm việc kể từ ngày ${dmy(schedule.from)}`;
    case 'monthly':
      return schedule.dayOfMonth === null
        ? `tháng ${schedule.months.join(', ')}/2025`
        : `${schedule.strictlyBefore ? 'trước ' : ''}ngày ${schedule.dayOfMonth} hằng tháng${request}`;
    case 'weekly':
      return `hằng tuần${request}`;
    case 'recurring':
      return `định kỳ hằng quý${schedule.annual ? ' và năm 2025' : ''}${request}`;
    case 'reports':
    case 'continuous':
    case 'triggered':
    case 'needingDate':
      throw new Error(schedule.kind);
  }
}

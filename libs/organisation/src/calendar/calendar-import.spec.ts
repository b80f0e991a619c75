import { WorkCalendar, loadCalendars, type CalendarYear } from '#calendar';
import { Refusal } from '#kernel';
import { importCalendar, ownCalendar, settleCalendar, type OwnCalendar } from '../office/index.js';
import { CalendarImport } from './calendar-import.js';

const DECISION = { number: '99/QĐ-UBND', date: '2025-02-20' };
/** The lines of 2025, and one more day off. */
const ROWS_2025 = [
  '01/01/2025;nghỉ;;12/QĐ-TTg;03/12/2024;Tết Dương lịch',
  ...['27', '28', '29', '30', '31'].map((day) => `${day}/01/2025;nghỉ;;;;`),
  '07/04/2025;nghỉ;;;;Giỗ Tổ',
  '30/04/2025;nghỉ;;;;',
  '01/05/2025;nghỉ;;;;',
  '02/05/2025;hoán đổi;;;;',
  '26/04/2025;làm bù;;;;',
  '01/09/2025;nghỉ;;;;',
  '02/09/2025;nghỉ;;;;',
];
const HEAD = 'Ngày;Loại;Giờ làm việc;Số quyết định;Ngày quyết định;Ghi chú';
const csv = (...rows: string[]) => Buffer.from(['LỊCH NGHỈ;;;;;', HEAD, ...rows].join('\r\n'));

const NOW = new Date('2025-01-02T08:00:00+07:00');

/** The office with what it has brought in. */
const office = (own: OwnCalendar = ownCalendar.initial) => {
  const calendar = new WorkCalendar([
    ...loadCalendars('seeds/calendars').filter(({ year }) => own.years[year] === undefined),
    ...Object.values(own.years),
  ]);
  const calendars = { current: () => Promise.resolve(calendar), own: () => Promise.resolve(own) };
  const imports = new CalendarImport(calendars as never, { send: () => Promise.reject(new Error('sent')) });
  const trial = (file: Buffer, decision: typeof DECISION | null = null) => imports.trial('o', file, decision);
  const taken = (years: CalendarYear[]) =>
    importCalendar(own, { years }, { calendar, now: NOW, subject: 'calendar' }).reduce(
      (state, event) => ownCalendar.evolve(state, event, new Date()),
      own,
    );
  return { trial, taken, imports, calendar };
};
const whyOf = async (refused: Promise<unknown>) => {
  const error: unknown = await refused.catch((thrown: unknown) => thrown);
  return error instanceof Refusal ? `${error.kind.code} ${String(error.values.why)}` : String(error);
};

describe('a file of working days', () => {
  it('is read as an office writes it: what is new, changed and taken away, by which decision', async () => {
    const { trial } = office();
    const { years, changes, faults } = await trial(
      csv(...ROWS_2025, '03/03/2025;nghỉ;;99/QĐ-UBND;20/02/2025;'),
    );
    expect(faults).toEqual([]);
    expect(changes).toMatchObject([
      {
        year: 2025,
        standing: 'changed',
        nowOff: ['2025-03-03'],
        offNoMore: [],
        nowWorked: [],
        workedNoMore: [],
        otherHours: false,
      },
    ]);
    expect(years[0]).toMatchObject({
      source: '12/QĐ-TTg ngày 03/12/2024; 99/QĐ-UBND ngày 20/02/2025',
      swappedDaysOff: ['2025-05-02'],
      hours: [
        ['07:30', '11:30'],
        ['13:30', '17:00'],
      ],
    });
  });

  it('of a year that nothing is known of: with its own hours, or those of the last year known', async () => {
    const { trial } = office();
    const row = '01/01/2027;nghỉ;;12/QĐ-TTg;05/11/2026;';
    const quoted = csv('2027;giờ làm việc;"7h - 11h30; 13:30–16:30";;;', row);
    const own = await trial(quoted);
    expect(own.faults).toEqual([]);
    expect(own.changes[0]).toMatchObject({ year: 2027, standing: 'new', nowOff: ['2027-01-01'] });
    expect(own.years[0]?.hours).toEqual([
      ['07:00', '11:30'],
      ['13:30', '16:30'],
    ]);
    expect((await trial(csv(row))).years[0]?.hours).toEqual(
      loadCalendars('seeds/calendars').find(({ year }) => year === 2026)?.hours,
    );
  });

  it('names each bad cell as the spreadsheet shows it, all of them at once', async () => {
    const { trial } = office();
    const { faults } = await trial(
      csv(
        '32/01/2025;nghỉ;;12/QĐ-TTg;03/12/2024;',
        '03/03/2025;nghi ngo;;;;',
        '26/04/2025;hoán đổi;;;;',
        '28/04/2025;làm bù;;;;',
        '2025;giờ làm việc;17:00–07:30;;;',
        '07/04/2025;nghỉ;;13/QĐ-TTg;;',
        '07/04/2025;nghỉ;;;;',
        '01/01/2028;nghỉ;;;;',
      ),
    );
    expect(faults.map(({ cell, code }) => [cell, code])).toEqual([
      ['A3', 'no_day'],
      ['B4', 'no_kind'],
      ['C7', 'no_hours'],
      ['E8', 'decision_half'],
      ['A5', 'weekend_swapped'],
      ['A6', 'worked_on_weekday'],
      ['A9', 'day_twice'],
      ['D5', 'decision_missing'],
      ['D10', 'decision_missing'],
    ]);
    expect(faults[0]?.message).toContain('Ô A3: "32/01/2025" không phải ngày');
  });

  it('in JSON, as the product’s own calendars are; the decision beside it, and bad places named', async () => {
    const { trial } = office();
    const year = loadCalendars('seeds/calendars').find((one) => one.year === 2026);
    const told = await trial(Buffer.from(JSON.stringify(year)), DECISION);
    expect([told.faults, told.changes[0]?.standing]).toEqual([[], 'changed']);
    const bad = { ...year, daysOff: ['2026-02-30', '2025-01-01'], hours: 'all day' };
    const { faults } = await trial(Buffer.from(JSON.stringify({ years: [bad] })));
    expect(faults.map(({ cell, code }) => [cell, code])).toEqual([
      ['[0].hours', 'no_hours'],
      ['[0].daysOff[0]', 'no_day'],
      ['[0].daysOff[1]', 'no_day'],
      ['[0].decisions', 'decision_missing'],
    ]);
    const twice = await trial(Buffer.from(JSON.stringify([year, year])), DECISION);
    expect(twice.faults.map(({ cell, code }) => [cell, code])).toEqual([['[1].decisions', 'year_twice']]);
  });

  it('that is none is refused with why', async () => {
    const { trial } = office();
    expect(await whyOf(trial(Buffer.from('a;b\r\n1;2')))).toContain('không thấy dòng tiêu đề cột');
    expect(await whyOf(trial(Buffer.from('{"year": ')))).toContain('file_unreadable JSON');
    const unknown = Buffer.from(`${HEAD};Ca trực\r\n01/01/2027;nghỉ;;1;05/11/2026;;x`);
    expect(await whyOf(trial(unknown))).toContain('G1: cột "Ca trực"');
  });
});

describe('an import', () => {
  it('goes in whole; the same file again, in another order of rows, changes nothing', async () => {
    const first = office();
    const { years } = await first.trial(csv(...ROWS_2025));
    const own = first.taken(years);
    expect(own.years[2025]).toEqual(years[0]);
    const again = office(own);
    const [head = '', ...rest] = ROWS_2025;
    const told = await again.trial(csv(head, ...rest.toReversed()));
    expect(told.changes[0]?.standing).toBe('same');
    expect(again.taken(told.years)).toBe(own);
  });

  it('is told as one event, with its decision and the years that are others now', async () => {
    const { trial, calendar } = office();
    const { years } = await trial(csv(...ROWS_2025, '01/01/2027;nghỉ;;20/QĐ-TTg;05/11/2026;'));
    const [event, ...more] = importCalendar(
      ownCalendar.initial,
      { years },
      { calendar, now: NOW, subject: 'calendar' },
    );
    expect(more).toEqual([]);
    expect(event?.data).toMatchObject({
      named: '2025, 2027',
      document: '12/QĐ-TTg ngày 03/12/2024; 20/QĐ-TTg ngày 05/11/2026',
    });
  });

  it('is looked at once more a minute later, with all that was brought in meanwhile, and then no more', async () => {
    const first = office();
    const own = first.taken((await first.trial(csv(...ROWS_2025))).years);
    const second = office(own);
    const both = second.taken((await second.trial(csv('01/01/2027;nghỉ;;20/QĐ-TTg;05/11/2026;'))).years);
    const context = { calendar: second.calendar, now: NOW, subject: 'calendar' };
    const settled = settleCalendar(both, {}, context);
    expect(settled).toMatchObject([
      { type: 'CalendarSettled', data: { named: '2025, 2027', years: [2025, 2027] } },
    ]);
    const after = settled.reduce((state, event) => ownCalendar.evolve(state, event, NOW), both);
    expect(after).toEqual({ years: both.years });
    expect(settleCalendar(after, {}, context)).toEqual([]);
  });

  it('with a bad row is refused whole, with every cell', async () => {
    const { imports } = office();
    const act = { office: 'o', actor: 'a', commandId: 'c' };
    const refused: unknown = await imports
      .run(act, csv(...ROWS_2025, '31/02/2025;nghỉ;;;;'), null)
      .catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({ kind: { code: 'rows_refused' }, values: { count: 1 } });
  });
});

import type { Envelope } from '#kernel';
import { askForCalendars } from './ask-for-calendars.js';

interface Sent {
  office: string;
  year: unknown;
  act: Envelope;
}

/** Rounds as a worker makes them, with what each sends. */
const worker = (calendar: { years: number[] }, own: Record<string, number[]> = {}) => {
  const offices = ['xa-1', 'xa-2'];
  const sent: Sent[] = [];
  const now = { is: '2025-10-03T08:00:00+07:00', away: '' };
  const errand = askForCalendars(
    { all: () => Promise.resolve(offices) },
    { calendar } as never,
    { current: (office) => Promise.resolve({ years: [...calendar.years, ...(own[office] ?? [])] } as never) },
    {
      send: (_, act, _subject, fields) => {
        if (act.office === now.away) return Promise.reject(new Error('away'));
        sent.push({ office: act.office, year: Reflect.get(fields, 'year'), act });
        return Promise.resolve({ version: 1, position: 1, written: 1, repeated: false });
      },
    },
    { now: () => new Date(now.is) },
  );
  const round = async () => {
    const from = sent.length;
    for (const office of await errand.offices())
      await errand.run(office, new AbortController().signal).catch(() => undefined);
    return sent.slice(from).map(({ office, year }) => `${office} ${String(year)}`);
  };
  return { offices, sent, now, round };
};

it('each office is told once that the calendar of a year is wanted', async () => {
  const { round, now, sent } = worker({ years: [2025] });
  now.is = '2025-10-02T23:00:00+07:00';
  expect(await round()).toEqual([]);
  now.is = '2025-10-03T00:00:00+07:00';
  expect(await round()).toEqual(['xa-1 2026', 'xa-2 2026']);
  expect(await round()).toEqual([]);
  now.is = '2026-12-01T00:00:00+07:00';
  expect(await round()).toEqual(['xa-1 2027', 'xa-2 2027']);
  expect(new Set(sent.map(({ act }) => act.commandId)).size).toBe(4);
  expect(sent[0]?.act).toMatchObject({ actor: 'worker:calendar', rule: 'R11' });
});

it('an office that could not be told is told later, one that is founded later as well', async () => {
  const { round, now, offices } = worker({ years: [2025] });
  now.away = 'xa-1';
  expect(await round()).toEqual(['xa-2 2026']);
  now.away = '';
  offices.push('xa-3');
  expect(await round()).toEqual(['xa-1 2026', 'xa-3 2026']);
});

it('nobody is asked for while every calendar is there', async () => {
  const calendar = { years: [2025] };
  const { round } = worker(calendar);
  calendar.years = [2025, 2026];
  expect(await round()).toEqual([]);
});

it('an office that has brought the year in itself is not asked for it', async () => {
  const { round } = worker({ years: [2025] }, { 'xa-1': [2026] });
  expect(await round()).toEqual(['xa-2 2026']);
  expect(await round()).toEqual([]);
});

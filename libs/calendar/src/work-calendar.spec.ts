import { addDays, dayOf, formatInstant } from '#kernel';
import fc from 'fast-check';
import { WorkCalendar, loadCalendars } from './index.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const t = (text: string) => new Date(`${text}:00+07:00`);

describe('working days', () => {
  it.each([
    ['2025-01-01', false],
    ['2025-01-29', false],
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2025-11-30', false],
    ['2026-08-22', true],
    ['2024-05-04', true],
    ['2026-02-23', true],
  ])('%s is worked: %s', (day, worked) => expect(calendar.isWorkingDay(day)).toBe(worked));

  it('refuses a year without data', () =>
    expect(() => calendar.isWorkingDay('2027-01-04')).toThrow('no_calendar'));
  it('skips Tết', () => expect(calendar.addWorkingDays('2025-01-24', 1)).toBe('2025-02-03'));
  it('moves a day off to the last working day before it', () =>
    expect(calendar.onOrBefore('2025-11-30')).toBe('2025-11-28'));
});

describe('working time', () => {
  it('stops for lunch, night, weekend and Tết', () => {
    expect(calendar.addWorkingMinutes(t('2025-01-24T11:00'), 60)).toEqual(t('2025-01-24T14:00'));
    expect(calendar.addWorkingMinutes(t('2025-01-24T16:30'), 60)).toEqual(t('2025-02-03T08:00'));
    expect(formatInstant(calendar.addWorkingMinutes(t('2025-03-07T17:00'), 1))).toBe('07:31 10/03/2025');
  });
  it('R14: paused time does not count, to the minute', () => {
    const pause = { from: t('2025-03-10T10:00'), to: t('2025-03-10T14:00') };
    expect(calendar.workingMinutesBetween(t('2025-03-10T07:30'), t('2025-03-10T17:00'))).toBe(450);
    expect(calendar.workingMinutesBetween(t('2025-03-10T07:30'), t('2025-03-10T17:00'), [pause, pause])).toBe(
      330,
    );
  });

  const instant = fc
    .integer({ min: t('2024-02-01T00:00').getTime() / 60_000, max: t('2026-06-01T00:00').getTime() / 60_000 })
    .map((m) => new Date(m * 60_000));
  const minutes = fc.integer({ min: 1, max: 20_000 });

  it('adding and then counting gives back', () =>
    fc.assert(
      fc.property(
        instant,
        minutes,
        (start, n) => calendar.workingMinutesBetween(start, calendar.addWorkingMinutes(start, n)) === n,
      ),
    ));
  it('splitting a span changes nothing', () =>
    fc.assert(
      fc.property(instant, minutes, minutes, (start, a, b) => {
        const whole = calendar.addWorkingMinutes(start, a + b);
        return (
          calendar.addWorkingMinutes(calendar.addWorkingMinutes(start, a), b).getTime() === whole.getTime()
        );
      }),
    ));
  it('never ends on a day off', () =>
    fc.assert(
      fc.property(instant, minutes, (start, n) =>
        calendar.isWorkingDay(dayOf(calendar.addWorkingMinutes(start, n))),
      ),
    ));
  it('adding working days and counting them gives back', () =>
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (start, n) => {
        const day = addDays(dayOf(start), 0);
        return calendar.workingDaysBetween(day, calendar.addWorkingDays(day, n)) === n;
      }),
    ));
});

import { wholeMonths } from './surveyed-time.js';

describe('those who serve are told of whole months that are over', () => {
  it.each([
    ['a year so far', '2025-01-01', '2025-12-31', '2025-03-10', '2025-01-01', '2025-02-28'],
    ['months that are over', '2025-01-01', '2025-02-28', '2025-03-10', '2025-01-01', '2025-02-28'],
    ['what begins within a month', '2025-01-02', '2025-03-31', '2025-06-01', '2025-02-01', '2025-03-31'],
    ['what ends within one', '2025-01-01', '2025-03-30', '2025-06-01', '2025-01-01', '2025-02-28'],
    ['a December begun', '2024-12-02', '2025-01-31', '2025-06-01', '2025-01-01', '2025-01-31'],
    ['the last day of a month', '2025-01-01', '2025-01-31', '2025-01-31', '2025-01-01', '2024-12-31'],
  ])('%s', (_what, from, to, today, first, last) =>
    expect(wholeMonths({ from, to }, today)).toEqual({ from: first, to: last, told: 'by month' }),
  );
  it('of a day, and of the month that is not over, nothing', () => {
    const day = wholeMonths({ from: '2025-01-15', to: '2025-01-15' }, '2025-06-01');
    expect(day.to < day.from).toBe(true);
    const running = wholeMonths({ from: '2025-06-01', to: '2025-06-30' }, '2025-06-30');
    expect(running.to < running.from).toBe(true);
  });
});

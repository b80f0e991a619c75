import { missingYears } from './missing-years.js';

const known = { years: [2024, 2025] };
const at = (instant: string) => missingYears(known, new Date(instant));

it('a year is missing from 90 days before it begins, by the days of Việt Nam', () => {
  expect(at('2025-10-02T23:59:59+07:00')).toEqual([]);
  expect(at('2025-10-03T00:00:00+07:00')).toEqual([2026]);
  expect(at('2026-01-01T00:00:00+07:00')).toEqual([2026]);
  expect(at('2026-10-03T08:00:00+07:00')).toEqual([2026, 2027]);
  expect(at('2023-12-31T23:59:59+07:00')).toEqual([2023]);
});

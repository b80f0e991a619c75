import fc from 'fast-check';
import { errorOn, forecast, sumOf, type MonthCount } from './forecast.js';

const months = (...counts: [part: number, whole: number][]): MonthCount[] =>
  counts.map(([part, whole], index) => ({
    month: `2025-${String(index + 1).padStart(2, '0')}`,
    part,
    whole,
  }));

it('goes on with the mean of the last three months, and says what it would take', () => {
  // 4 months: 360 of 400; 8 more of (90 + 95 + 85) / 3 = 90 of 100: 1080 of 1200
  const over = months([90, 100], [90, 100], [95, 100], [85, 100]);
  expect(forecast(over, 99)).toEqual({ whole: 1_200, percent: 90, met: false, more: 828, expected: 800 });
  expect(forecast(over, 90)).toMatchObject({ percent: 90, met: true, more: 720, expected: 800 });
});

it('a year that is over is told as it is', () => {
  const over = months(...Array.from({ length: 12 }, (): [number, number] => [9, 10]));
  expect(forecast(over, 95)).toEqual({ whole: 120, percent: 90, met: false, more: 6, expected: 0 });
});

it('nothing counted is no forecast, and no error', () => {
  expect(forecast([], 90)).toBeNull();
  expect(forecast(months([0, 0], [0, 0]), 90)).toBeNull();
  expect(errorOn(months([0, 0], [0, 0]))).toBeNull();
  expect(errorOn(months([1, 1]))).toBeNull();
});

it('its error is that of the same method, tried from each earlier month', () => {
  // From January 100% of 10, then 50% of 10: told 100, came 75; the only try.
  expect(errorOn(months([10, 10], [5, 10]))).toEqual({ tries: 1, mean: 25, worst: 25 });
  // From January 100%; from February (15 of 20) 75%; came 20 of 30.
  expect(errorOn(months([10, 10], [5, 10], [5, 10]))).toEqual({ tries: 2, mean: 20.83, worst: 33.33 });
});

it('so many more of those expected reach the target, and one less does not (property)', () => {
  const month = fc
    .tuple(fc.nat(200), fc.nat(200))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
  fc.assert(
    fc.property(
      fc.array(month, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 100 }),
      (counts, target) => {
        const over = months(...counts);
        const told = forecast(over, target);
        if (!told) return sumOf(over).whole === 0;
        const { part } = sumOf(over);
        const reaches = (more: number) => 100 * (part + more) >= target * told.whole;
        return reaches(told.more) && (told.more === 0 || !reaches(told.more - 1)) && told.percent <= 100;
      },
    ),
  );
});

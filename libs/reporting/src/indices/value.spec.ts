import fc from 'fast-check';
import { indexValue } from './value.js';

const goal = { op: '>=', value: 99.9 };

it('nothing measured is no data: neither 0% nor 100%, neither reached nor missed', () => {
  expect(indexValue(0, 0, goal)).toEqual({ part: 0, whole: 0, percent: null, met: null, needed: null });
  expect(indexValue(0, 4, goal)).toMatchObject({ percent: 0, met: false });
});

it('what is only rounded up to a target has not reached it', () => {
  expect(indexValue(99_899, 100_000, goal)).toMatchObject({ percent: 99.89, met: false });
  expect(indexValue(999, 1_000, goal)).toMatchObject({ percent: 99.9, met: true, needed: 0 });
});

it('says how many more would reach it, and that none would where all are wanted', () => {
  expect(indexValue(81, 100, { op: '>=', value: 90 })).toMatchObject({ met: false, needed: 90 });
  expect(indexValue(99, 100, { op: '=', value: 100 })).toMatchObject({ met: false, needed: null });
});

it('so many more are enough, and one less is not (property)', () => {
  const counts = fc.tuple(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 1, max: 9_999 }));
  fc.assert(
    fc.property(counts, ([a, b, hundredths]) => {
      const [part, whole] = [Math.min(a, b), Math.max(a, b, 1)];
      const target = { op: '>=', value: hundredths / 100 };
      const { needed, met } = indexValue(part, whole, target);
      if (needed === null) throw new Error('always reachable below 100%');
      expect(indexValue(part + needed, whole + needed, target).met).toBe(true);
      if (!met) expect(indexValue(part + needed - 1, whole + needed - 1, target).met).toBe(false);
    }),
  );
});

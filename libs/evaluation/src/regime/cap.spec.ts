import { capOf } from './cap.js';
import type { Grade } from './grades.js';
import { regimeOf } from './regimes.js';

const rule = { ordinary: 20, ofExcellentUnit: 25 };
const grades = (excellent: number, good: number): Grade[] => [
  ...Array.from({ length: excellent }, () => 'excellent' as const),
  ...Array.from({ length: good }, () => 'good' as const),
  'completed',
];
const cap = (excellent: number, good: number, base: 'good' | 'good-and-above', unitIsExcellent = false) =>
  capOf(grades(excellent, good), rule, { base, unitIsExcellent });

describe('the excellent are a share of those graded good', () => {
  it.each([
    ['2 beside 10 good', 2, 10, 'good', false, false, 2],
    ['2 beside 9 good', 2, 9, 'good', false, true, 1],
    ['1 with nobody good', 1, 0, 'good', false, true, 0],
    ['2 beside 8 good, the excellent counted in', 2, 8, 'good-and-above', false, false, 2],
    ['2 beside 7 good, the excellent counted in', 2, 7, 'good-and-above', false, true, 1],
    ['2 beside 8 good in an excellent unit', 2, 8, 'good', true, false, 2],
    ['none of nobody', 0, 0, 'good', false, false, 0],
  ] as const)('%s', (_name, excellent, good, base, unit, exceeded, most) =>
    expect(cap(excellent, good, base, unit)).toMatchObject({ exceeded, most }),
  );
});

it('each year has its rules: 2025 by shares, 2026 by points, and none before they were made', () => {
  expect([2019, 2020, 2025, 2026, 2040].map((year) => regimeOf(year)?.rule.kind)).toEqual([
    undefined,
    'shares',
    'shares',
    'points',
    'points',
  ]);
});

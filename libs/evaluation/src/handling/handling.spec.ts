import type { HandledDossier } from '#dossiers';
import { officialsScored, ranksOf, scoredDossier, unitScored, type ScoredDossier } from './handling.js';

const handled = (given: Partial<HandledDossier> = {}): HandledDossier => ({
  ...{
    id: 'd',
    code: '000.00.18.H56-250314-0007',
    procedureCode: '1.004884',
    procedureName: 'Đăng ký khai sinh',
  },
  ...{ postId: 'justice', endedAt: '2025-03-14T09:00:00.000Z', timing: 'early', supplements: 0, pauses: [] },
  ...{ stints: [{ step: 'Thẩm định', postId: 'justice', timing: 'early' }], satisfied: null },
  ...given,
});
const pointsOf = (given: Partial<HandledDossier>, complained = false) =>
  scoredDossier(handled(given), complained).scores.map(({ points }) => points);

describe('form 01: a dossier by its five indices', () => {
  it('has all ten where it was early at each step, nobody had to come again and nobody complained', () =>
    expect(scoredDossier(handled(), false)).toMatchObject({
      total: 10,
      scores: Array(5).fill({ deduction: null }),
    }));
  it('loses one on the day itself and both when late, in its time and in conduct', () => {
    expect(pointsOf({ timing: 'on time' })).toEqual([1, 2, 2, 2, 1]);
    expect(pointsOf({ timing: 'late' })).toEqual([0, 2, 2, 2, 0]);
  });
  it('keeps why: which steps were late, what it waited for', () => {
    const stints = (['early', 'late', 'on time'] as const).map((timing, nth) => ({
      step: `Bước ${nth + 1}`,
      postId: 'p',
      timing,
    }));
    const { scores } = scoredDossier(
      handled({ stints, pauses: ['Chờ thông báo thuế', 'Chờ xác minh'] }),
      true,
    );
    expect(scores).toMatchObject([
      { index: 'time', points: 2 },
      { index: 'offices-time', points: 0, deduction: { why: 'step-late', of: ['Bước 2'] } },
      { index: 'contacts', points: 2 },
      {
        index: 'bodies',
        points: 0,
        deduction: { why: 'waited', of: ['Chờ thông báo thuế', 'Chờ xác minh'] },
      },
      { index: 'conduct', points: 0, deduction: { why: 'complained-of' } },
    ]);
  });
  it('loses one for one supplement, both for more', () => {
    expect(pointsOf({ supplements: 1 })).toEqual([2, 2, 1, 2, 2]);
    expect(pointsOf({ supplements: 2 })).toEqual([2, 2, 0, 2, 2]);
  });
});

/** Three early, two on the day, one late with a supplement. */
const six: ScoredDossier[] = [
  ...[1, 2, 3].map(() => scoredDossier(handled(), false)),
  ...[1, 2].map(() => scoredDossier(handled({ timing: 'on time' }), false)),
  scoredDossier(handled({ timing: 'late', supplements: 1, postId: 'clerk' }), false),
];

describe('form 02: a unit by its nine indices', () => {
  // Time and conduct (2+2+2+1+1+0)/6 = 1.33 → 1.3 each; contacts 11/6 = 1.83 → 1.8; offices and bodies 2.0; desk 2, publicity 1;
  // feedback 9 of 10 in time 1; procedures whole online, partly and at the counter 1.0. Together 13.4.
  const facts = {
    dossiers: six,
    feedback: { due: 10, inTime: 9 },
    services: ['full-online', 'partial', 'counter'] as const,
    byHand: { desk: 2, publicity: 1 },
  };
  it('adds up to 13.4 of 18 by hand: good', () =>
    expect(unitScored(facts)).toEqual({
      indices: {
        ...{ time: 1.3, 'offices-time': 2, contacts: 1.8, bodies: 2, desk: 2, publicity: 1, conduct: 1.3 },
        ...{ feedback: 1, online: 1 },
      },
      ...{ total: 13.4, grade: 'good' },
    }));
  it('has no total while something was neither measured nor entered, and says what', () => {
    const missing = unitScored({ ...facts, byHand: { desk: 2 } });
    expect(missing).toMatchObject({ total: null, grade: null, indices: { desk: 2, publicity: null } });
    expect(unitScored({ ...facts, dossiers: [] }).indices.time).toBeNull();
  });
  it.each([
    [10, 10, 2],
    [0, 0, 2],
    [10, 9, 1],
    [10, 8, 0],
  ])('feedback: of %i due %i answered in time are %i points', (due, inTime, points) =>
    expect(unitScored({ ...facts, feedback: { due, inTime } }).indices.feedback).toBe(points),
  );
});

it('officials by the mean of theirs: (3 × 10 + 2 × 8) / 5 = 9.2; 0 + 2 + 1 + 2 + 0 = 5', () =>
  expect(officialsScored(six)).toEqual([
    { postId: 'justice', dossiers: 5, points: 9.2, grade: 'all-done' },
    { postId: 'clerk', dossiers: 1, points: 5, grade: 'all-done' },
  ]));

it('form 03: equal totals share a place, who has none has no place', () =>
  expect(ranksOf([13.4, null, 15, 13.4, 9])).toEqual([2, null, 1, 2, 4]));

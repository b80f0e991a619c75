import fc from 'fast-check';
import { OfficialStory, opened } from './official.story.js';
import { proposed } from './years-work.js';

// A recount written apart: per cents and points as fractions, product by product, with nothing of the code it checks.

interface Told {
  month: number;
  dossiers: boolean;
  quantity: number;
  undone: number;
  failed: number;
  delays: number;
  excused: number;
  planned: boolean;
  taken: boolean;
}

const aProduct: fc.Arbitrary<Told> = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  dossiers: fc.boolean(),
  quantity: fc.integer({ min: 1, max: 30 }),
  undone: fc.integer({ min: 0, max: 10 }),
  failed: fc.integer({ min: 0, max: 6 }),
  delays: fc.integer({ min: 0, max: 6 }),
  excused: fc.integer({ min: 0, max: 2 }),
  planned: fc.boolean(),
  taken: fc.boolean(),
});

const twoDecimals = (value: number) => Number((Math.round((value + 1e-9) * 100) / 100).toFixed(2));

/** A month's score, worked out by per cents. */
function naiveScore(own: readonly Told[]): number | null {
  const worth = (one: Told) => (one.dossiers ? 15 : 5);
  let [assigned, done, well, timely] = [0, 0, 0, 0];
  for (const one of own) {
    if (one.planned) assigned += worth(one) * one.quantity;
    if (one.taken) continue;
    const made = worth(one) * Math.max(0, one.quantity - one.undone);
    const late = one.delays - Math.min(one.excused, one.delays);
    done += made;
    well += made * Math.max(0, 1 - 0.25 * one.failed);
    timely += made * Math.max(0, 1 - 0.25 * late);
  }
  if (assigned === 0) return null;
  const perCent = [done, well, timely].map((part) => Math.min(100, twoDecimals((part / assigned) * 100)));
  const mean = perCent.reduce((sum, one) => sum + one, 0) / 3;
  return twoDecimals(twoDecimals((mean * 70) / 100) + 27);
}

function naiveGrade(scores: readonly number[]): string | null {
  if (scores.length < 6) return null;
  const mean = twoDecimals(scores.reduce((sum, one) => sum + one, 0) / scores.length);
  if (mean >= 90) return 'excellent';
  if (mean >= 70) return 'good';
  return mean >= 50 ? 'completed' : 'not-completed';
}

it('R32: random years come to what a naive recount comes to', () => {
  fc.assert(
    fc.property(fc.array(aProduct, { maxLength: 60 }), (told) => {
      const story = new OfficialStory(opened(2026));
      for (const one of told) {
        const id = story.assign(one.month, {
          ...{ code: one.dossiers ? 'HS' : 'VB', quantity: one.quantity },
          planned: one.planned ? 'yes' : 'no',
        });
        const excused = Math.min(one.excused, one.delays);
        if (one.taken) story.takeAway(id);
        else
          story.settle(id, {
            ...{
              done: Math.max(0, one.quantity - one.undone),
              failedReviews: one.failed,
              delays: one.delays,
            },
            ...(excused > 0 ? { excusedDelays: excused, cause: 'Thiên tai' } : {}),
          });
      }
      const months = Array.from({ length: 12 }, (_, index) => index + 1);
      const scores = months.map((month) => story.score(month));
      const naive = months.map((month) => naiveScore(told.filter((one) => one.month === month)));
      expect(scores).toEqual(naive);
      expect(proposed(story.state).grade).toBe(naiveGrade(naive.filter((one) => one !== null)));
    }),
    { numRuns: 200 },
  );
});

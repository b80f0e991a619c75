import { OfficialStory, opened } from './official.story.js';
import { proposed } from './years-work.js';

/** Twelve months of an official under Nghị định 335/2025, each score worked out by hand beside it. */
describe('R32: a year by points (Nghị định 335/2025)', () => {
  const story = new OfficialStory(opened(2026));
  const scored: (number | null)[] = [];
  const whole = (month: number) => story.settle(story.assign(month));

  // January: ten documents of 5 points, all done: a = b = c = 100%, 70.00; general 27.00.
  whole(1);
  scored.push(story.score(1));
  // February: eight of ten: a = b = c = 80%, 56.00.
  story.settle(story.assign(2), { done: 8 });
  scored.push(story.score(2));
  // March: 20 points that failed one review, 30 with one delay. a = 100%; b = (20 × 0.75 + 30) / 50 = 90%;
  // c = (20 + 30 × 0.75) / 50 = 85%. Mean 91.666…%, 64.17.
  story.settle(story.assign(3, { quantity: 4 }), { failedReviews: 1 });
  story.settle(story.assign(3, { code: 'HS', quantity: 2 }), { delays: 1 });
  scored.push(story.score(3));
  // April: nothing was assigned, so there is no score.
  scored.push(story.score(4));
  // May: 10 of 50 points were taken away and stay assigned: a = b = c = 80%, 56.00.
  story.settle(story.assign(5, { quantity: 8 }));
  story.takeAway(story.assign(5, { quantity: 2 }));
  scored.push(story.score(5));
  // June: 40 of 50, and 15 unplanned beside it: 110%, counted as 100%, 70.00.
  story.settle(story.assign(6), { done: 8 });
  story.settle(story.assign(6, { code: 'HS', quantity: 1, planned: 'no' }));
  scored.push(story.score(6));
  // July: five failed reviews take all of the quality and no more: (100 + 0 + 100) / 3 = 66.666…%, 46.67.
  story.settle(story.assign(7), { failedReviews: 5 });
  scored.push(story.score(7));
  // August: two delays, one of them excused: (100 + 100 + 75) / 3 = 91.666…%, 64.17.
  story.settle(story.assign(8), { delays: 2, excusedDelays: 1, cause: 'Bão số 3, mất điện hai ngày' });
  scored.push(story.score(8));
  for (const month of [9, 10, 11, 12]) {
    whole(month);
    scored.push(story.score(month));
  }

  it('each month comes to what it comes to by hand', () =>
    expect(scored).toEqual([97, 83, 91.17, null, 83, 97, 73.67, 91.17, 97, 97, 97, 97]));

  // Late or poor: February, both of March, May’s that was taken away, June, July, August.
  // 97 + 83 + 91.17 + 83 + 97 + 73.67 + 91.17 + 4 × 97 = 1004.01 over eleven months = 91.273 → 91.27.
  it('the year is the mean of the months that have a score, and its grade follows', () =>
    expect(proposed(story.state)).toEqual({
      grade: 'excellent',
      why: 'by-score',
      score: 91.27,
      counted: { products: 14, lateOrPoor: 7, above: 0, months: 11 },
    }));

  it('says how a score came about', () =>
    expect(story.state.periods[3]?.scored?.working).toEqual({
      assigned: 50,
      done: 50,
      ratio: { done: 10_000, quality: 9_000, progress: 8_500, leading: null },
      general: 27,
      work: 64.17,
    }));
});

it('a leader answers for d, đ and e too: (100 + 90 + 85 + 100 + 50 + 100) / 6 = 87.5%, 61.25 and 27', () => {
  const story = new OfficialStory(opened(2026), 'justice', 'head');
  story.settle(story.assign(3, { quantity: 4 }), { failedReviews: 1 });
  story.settle(story.assign(3, { code: 'HS', quantity: 2 }), { delays: 1 });
  const score = story.score(3, { allCompleted: 'yes', noProlongedDelay: 'no', noDiscord: 'yes' });
  expect(score).toBe(88.25);
});

it('where unplanned work may pass what was assigned, June comes to 110%: 77.00 and 27', () => {
  const story = new OfficialStory(opened(2026, { mayPass: true }));
  story.settle(story.assign(6), { done: 8 });
  story.settle(story.assign(6, { code: 'HS', quantity: 1, planned: 'no' }));
  expect(story.score(6)).toBe(104);
});

/** Twelve months of an official under Nghị định 90/2020: two tasks each month. */
describe('R32: a year by shares (Nghị định 90/2020)', () => {
  const year = () => new OfficialStory(opened(2025));
  /** Two tasks a month, settled as told by month and place; all else was done in time. */
  function live(told: Record<string, Parameters<OfficialStory['settle']>[1]>): OfficialStory {
    const story = year();
    for (let month = 1; month <= 12; month += 1) {
      for (const place of ['a', 'b']) story.settle(story.assign(month), told[`${month}${place}`]);
      story.score(month);
    }
    return story;
  }

  // Late in February, failed in March, excused in May, not done in August, late and failed in October: four of 24 late or
  // poor, 16.7%, not over 20%.
  it('is completed with four of 24 late or poor; one that is both counts once, an excused one not at all', () => {
    const story = live({
      '2a': { delays: 1 },
      '3b': { failedReviews: 1 },
      '5a': { delays: 1, excusedDelays: 1, cause: 'Chờ văn bản của thành phố' },
      '8b': { done: 0 },
      '10a': { delays: 2, failedReviews: 1 },
    });
    expect(proposed(story.state)).toEqual({
      grade: 'completed',
      why: 'by-shares',
      score: null,
      counted: { products: 24, lateOrPoor: 4, above: 0, months: 12 },
    });
  });

  it.each([
    ['all in time and well done', 0, 0, 'good', 'by-shares'],
    ['11 of 24 above what was asked, 45.8%', 0, 11, 'good', 'by-shares'],
    ['12 of 24 above what was asked, half', 0, 12, 'excellent', 'by-shares'],
    ['5 of 24 late, 20.8%: the decree names no grade', 5, 0, null, 'between-rules'],
    ['12 of 24 late, half and not over it', 12, 0, null, 'between-rules'],
    ['13 of 24 late, 54.2%', 13, 0, 'not-completed', 'by-shares'],
  ])('%s', (_name, late, above, grade, why) => {
    const places = Array.from({ length: 24 }, (_, index) => `${Math.floor(index / 2) + 1}${'ab'[index % 2]}`);
    const story = live(
      Object.fromEntries(
        places.map((place, index) => [
          place,
          {
            ...(index < late ? { delays: 1 } : {}),
            ...(index >= 24 - above ? { above: 'yes' as const } : {}),
          },
        ]),
      ),
    );
    expect(proposed(story.state)).toMatchObject({ grade, why });
  });
});

import { productCatalogue } from '../catalogue/catalogue.js';
import { issueProductCatalogue } from '../catalogue/catalogue.acts.js';
import { meanOf } from '../regime/proposal.js';
import { assignProduct } from './assigning.js';
import { assessOwnYear, handEvaluationOn, noteDiscipline, receiveScores } from './moving.js';
import { mayRead } from './official.guards.js';
import { GENERAL, OfficialStory, code, office, opened } from './official.story.js';
import { reopenPeriod, scorePeriod, selfScorePeriod } from './scoring.js';
import { settleProduct } from './settling.js';
import { proposed, scoresOf } from './years-work.js';

const JANUARY = '2026-01-31T09:00';
const DOCUMENT = { documentNumber: '12/UBND-VP', documentDate: '2026-06-30' };
const settled = (from = new OfficialStory(opened(2026))) => {
  from.settle(from.assign(1));
  return from;
};

describe('R31: what is entered by hand needs its evidence', () => {
  it('a product that no event tells', () => {
    const story = new OfficialStory(opened(2026));
    const id = story.assign(1);
    const settle = (given: object) => () =>
      story.act('justice', JANUARY, settleProduct, { from: 'hand' as const, done: 10, ...given }, id);
    expect(code(settle({}))).toBe('score_without_evidence');
    expect(code(settle({ evidence: 'Sổ theo dõi', done: 11 }))).toBe('evaluation_invalid');
    expect(code(settle({ evidence: 'Sổ theo dõi' }))).toBe('nothing was refused');
  });
  it('a period’s points, none of them above its most, each criterion once', () => {
    const story = settled();
    const score = (general: typeof GENERAL, evidence?: string) => () =>
      story.act('justice', JANUARY, scorePeriod, { general, ...(evidence ? { evidence } : {}) }, '1');
    expect(code(score(GENERAL))).toBe('score_without_evidence');
    const [first, ...rest] = GENERAL;
    const tooMany = [{ criterion: 'A1', points: 5.01 }, ...rest];
    expect(code(score(tooMany, 'Biên bản'))).toBe('points_above_max');
    expect(code(score(rest, 'Biên bản'))).toBe('evaluation_invalid');
    expect(code(score([...rest, rest[0] ?? { criterion: 'B1', points: 0 }], 'Biên bản'))).toBe(
      'evaluation_invalid',
    );
    expect(first?.points).toBe(4.5);
    expect(code(score(GENERAL, 'Biên bản'))).toBe('nothing was refused');
  });
  it('a product is as the events of its task tell; an excuse is somebody’s word and needs evidence', () => {
    const story = new OfficialStory(opened(2026));
    const id = story.assign(1, { taskId: 'task' });
    const task = { leadPostId: 'clerk', done: true, failedReviews: 1, delays: 2 };
    const from = (seen: typeof task | undefined, given: object = {}) =>
      story.act(
        'justice',
        JANUARY,
        (state, command: { from: 'events' }, context) =>
          settleProduct(state, command, { ...context, task: seen }),
        { from: 'events' as const, ...given },
        id,
      );
    expect(code(() => from(undefined))).toBe('evaluation_invalid');
    expect(code(() => from({ ...task, leadPostId: 'finance' }))).toBe('evaluation_invalid');
    expect(from(task)).toMatchObject([
      { data: { done: 10, failedReviews: 1, delays: 2, traced: { subject: 'task' }, evidence: null } },
    ]);
    expect(code(() => from(task, { excusedDelays: 1, cause: 'Bão số 3' }))).toBe('score_without_evidence');
    expect(code(() => from(task, { excusedDelays: 3, cause: 'Bão số 3', evidence: 'x' }))).toBe(
      'evaluation_invalid',
    );
  });
});

describe('R3: nobody scores themselves', () => {
  it('and only those above score', () => {
    const story = settled();
    const score = (by: string) => () =>
      story.act(by, JANUARY, scorePeriod, { general: GENERAL, evidence: 'Biên bản' }, '1');
    expect(code(score('clerk'))).toBe('scores_self');
    expect(code(score('finance'))).toBe('not_above_official');
    expect(code(score('vice'))).toBe('nothing was refused');
    const own = { general: GENERAL, text: 'Đã hoàn thành' };
    expect(code(() => story.act('justice', JANUARY, selfScorePeriod, own, '2'))).toBe('not_own_evaluation');
  });
  it('nobody assigns work to themselves', () => {
    const story = new OfficialStory(opened(2026), 'justice', 'head');
    const product = { period: 1, code: 'VB', quantity: 1, planned: 'yes' as const };
    expect(code(() => story.act('justice', JANUARY, assignProduct, product))).toBe('scores_self');
  });
});

it('R34: the official, those above and who leads or oversees see it; a neighbour does not', () => {
  const { state } = settled();
  const seers = ['clerk', 'justice', 'head', 'vice', 'chairman'].map((who) =>
    mayRead(office, `p-${who}`, state),
  );
  expect(seers).toEqual([true, true, true, true, true]);
  expect(mayRead(office, 'p-finance', state)).toBe(false);
});

describe('a period', () => {
  it('is scored from its last week on, once everything in it is settled, and is locked then', () => {
    const story = new OfficialStory(opened(2026));
    const id = story.assign(1);
    const score = (when: string) => () =>
      story.act('justice', when, scorePeriod, { general: GENERAL, evidence: 'Biên bản' }, '1');
    expect(code(score('2026-01-23T16:00'))).toBe('period_not_over');
    expect(code(score('2026-01-24T08:00'))).toBe('products_unsettled');
    story.settle(id);
    expect(code(score('2026-01-24T08:00'))).toBe('nothing was refused');
    expect(code(score('2026-02-02T08:00'))).toBe('period_locked');
    expect(code(() => story.settle(id))).toBe('period_locked');
    expect(code(() => story.assign(1))).toBe('period_locked');
    expect(code(() => story.takeAway(id))).toBe('period_locked');
  });
  it('is opened again with a reason, by those above, and its score counts no more', () => {
    const story = settled();
    story.score(1);
    const reopen = (by: string) => () =>
      story.act(by, '2026-02-03T08:00', reopenPeriod, { reason: 'Ghi nhầm' }, '1');
    expect(code(reopen('clerk'))).toBe('scores_self');
    expect(code(reopen('justice'))).toBe('nothing was refused');
    expect(scoresOf(story.state)).toEqual([]);
    expect(code(reopen('justice'))).toBe('period_not_locked');
    expect(story.score(1)).toBe(97);
  });
  it.each(['0', '13', '1.5', 'abc', ''])('is one of the year’s: not “%s”', (part) => {
    const story = settled();
    const own = { general: GENERAL, text: 'Đã hoàn thành' };
    expect(code(() => story.act('clerk', JANUARY, selfScorePeriod, own, part))).toBe('unknown_period');
  });
  it('is a quarter where the year is followed by quarters: four of them, three months each', () => {
    const story = new OfficialStory(opened(2026, { cadence: 'quarter' }));
    for (const quarter of [1, 2]) {
      story.settle(story.assign(quarter));
      expect(story.score(quarter)).toBe(97);
    }
    expect(code(() => story.assign(5))).toBe('unknown_period');
    expect(proposed(story.state)).toMatchObject({ grade: 'excellent', counted: { months: 6 } });
  });
});

describe('a year has no grade', () => {
  it('of under six months', () => {
    const story = new OfficialStory(opened(2026));
    for (const month of [1, 2, 3, 4, 5]) {
      story.settle(story.assign(month));
      story.score(month);
    }
    expect(proposed(story.state)).toMatchObject({ grade: null, why: 'too-few-months', score: 97 });
  });
  it('and no month a score, where nothing was assigned: nothing is divided by zero', () => {
    const story = new OfficialStory(opened(2026));
    story.settle(story.assign(1, { planned: 'no' }));
    expect(story.score(1)).toBeNull();
    expect(proposed(story.state)).toMatchObject({ grade: null, why: 'too-few-months', score: null });
    expect(meanOf([])).toBeNull();
  });
});

it('a disciplinary measure of the year comes to not completed', () => {
  const story = settled();
  expect(code(() => story.act('clerk', JANUARY, noteDiscipline, DOCUMENT))).toBe('scores_self');
  story.act('head', JANUARY, noteDiscipline, DOCUMENT);
  expect(proposed(story.state)).toMatchObject({ grade: 'not-completed', why: 'disciplined' });
});

describe('who moves', () => {
  it('brings their scores along with the document that tells them, none over another', () => {
    const story = new OfficialStory(opened(2026));
    story.settle(story.assign(3));
    const receive = (scores: { period: number; score: number }[], evidence?: string) => () =>
      story.act('head', '2026-07-01T08:00', receiveScores, {
        ...DOCUMENT,
        ...{ fromOffice: 'UBND xã Đông Quang', scores, ...(evidence ? { evidence } : {}) },
      });
    const two = [
      { period: 1, score: 88.5 },
      { period: 2, score: 91 },
    ];
    expect(code(receive(two))).toBe('score_without_evidence');
    expect(code(receive([{ period: 3, score: 80 }], 'Bảng điểm'))).toBe('period_overlaps');
    expect(code(receive([...two, ...two], 'Bảng điểm'))).toBe('period_overlaps');
    expect(code(receive(two, 'Bảng điểm'))).toBe('nothing was refused');
    expect(scoresOf(story.state)).toEqual(two);
    expect(code(() => story.assign(2))).toBe('period_locked');
    expect(code(receive([{ period: 2, score: 80 }], 'Bảng điểm'))).toBe('period_overlaps');
  });
  it('takes them along; nothing is recorded here after that', () => {
    const story = settled();
    story.score(1);
    const handOn = () =>
      story.act('head', '2026-07-01T08:00', handEvaluationOn, {
        ...DOCUMENT,
        toOffice: 'UBND xã Đông Quang',
      });
    expect(handOn()).toMatchObject([{ data: { scores: [{ period: 1, score: 97 }] } }]);
    expect(code(handOn)).toBe('evaluation_closed');
    expect(code(() => story.assign(2))).toBe('evaluation_closed');
    const text = 'Đã hoàn thành nhiệm vụ cả năm.';
    expect(code(() => story.act('clerk', '2026-12-10T08:00', assessOwnYear, { text }))).toBe(
      'evaluation_closed',
    );
  });
});

it('a catalogue holds each code once; what was assigned keeps the points it had', () => {
  const product = { code: 'VB', name: 'Dự thảo văn bản', group: 1, points: 5 };
  const issue = (products: (typeof product)[]) => () =>
    issueProductCatalogue(productCatalogue.initial, { ...DOCUMENT, products }, { part: '2026' });
  expect(code(issue([]))).toBe('catalogue_invalid');
  expect(code(issue([product, product]))).toBe('catalogue_invalid');
  expect(issue([product])()).toMatchObject([{ data: { year: 2026, count: 1 } }]);
  const story = new OfficialStory(opened(2026));
  expect(code(() => story.assign(1, { code: 'XX' }))).toBe('unknown_product');
  story.assign(1);
  expect(story.state.products).toMatchObject([{ points: 5 }]);
});

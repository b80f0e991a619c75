import fc from 'fast-check';
import { at, code, office } from '../official/official.story.js';
import { bookRound, issueScoringSheet, type IssueScoringSheet } from '../sheet/sheet.acts.js';
import { scoringSheet, type BookedRound, type CriterionKind, type Sheet } from '../sheet/sheet.js';
import { advanceScoringRound, unlockScoringRound } from './advancing.js';
import { openScoringRound } from './opening.js';
import type { RoundContext } from './round.guards.js';
import { indexOf, scoredOf, scoringRound, valueOf, type Round, type RoundEvent } from './round.js';
import { appraiseCriterion, computeCriteria, explainCriterion, selfScoreCriterion } from './scoring.js';

const criterion = (
  number: string,
  most: number,
  kind: CriterionKind = 'scored',
  computed?: { index: string; full: number },
) => ({
  ...{ code: number, name: `Tiêu chí ${number}`, kind, most },
  ...(computed ? { computed } : {}),
});
/** Fifty points: 10 + 15 (computed) + 25 of a survey; a bonus of 5 and a deduction of 3 beside them. */
const SHEET: IssueScoringSheet = {
  ...{ name: 'Chỉ số CCHC', kind: 'reform-index', year: 2026, source: '4116/QĐ-UBND', total: 50 },
  areas: [
    {
      ...{ code: 'I', name: 'Chỉ đạo điều hành', most: 25 },
      criteria: [criterion('1.1', 10), criterion('1.2', 15, 'scored', { index: 'ON_TIME', full: 90 })],
    },
    {
      ...{ code: 'II', name: 'Tác động', most: 25 },
      criteria: [
        criterion('2.1', 25, 'survey'),
        criterion('2.2', 5, 'bonus'),
        criterion('2.3', 3, 'deduction'),
      ],
    },
  ],
};
const issued = (given: Partial<IssueScoringSheet> = {}, from: Sheet = scoringSheet.initial): Sheet =>
  issueScoringSheet(from, { ...SHEET, ...given }, { part: 'CCHC-2026' }).reduce(
    (state, event) => scoringSheet.evolve(state, event, at('2026-01-02T08:00')),
    from,
  );
const EVIDENCE = { evidence: 'Kế hoạch 05/KH-UBND' };

/** A round of the unit `law`, whose head is `justice`; `finance` and the chairman appraise. */
class Story {
  state: Round = scoringRound.initial;
  constructor(sheet = issued()) {
    const opening = { sheet: 'CCHC-2026', unitId: 'law', from: '2026-01-01', to: '2026-12-31' };
    this.act(
      'head',
      (state, command: typeof opening, context) =>
        openScoringRound(state, command, { ...context, sheetId: 's', sheet }),
      opening,
    );
  }
  act<C>(
    by: string,
    decide: (state: Round, command: C, context: RoundContext) => RoundEvent[],
    command: C,
    part = '',
  ) {
    const [actor, now] = [`p-${by}`, at('2026-11-20T09:00')];
    const context = { subject: 'round', part, office, actor, hand: actor, now, officeId: 'o' };
    const events = decide(this.state, command, context);
    this.state = events.reduce((state, event) => scoringRound.evolve(state, event, now), this.state);
    return events;
  }
  self = (points: number, part = '1.1', given: object = EVIDENCE, by = 'justice') =>
    this.act(by, selfScoreCriterion, { points, text: 'Đã ban hành', ...given }, part);
  appraise = (points: number, part: string, by = 'chairman', given: object = EVIDENCE) =>
    this.act(by, appraiseCriterion, { points, text: 'Đối chiếu minh chứng', ...given }, part);
  advance = (by: string) => this.act(by, advanceScoringRound, {});
  compute = (part: number, whole: number) =>
    this.act('head', computeCriteria, { values: [{ index: 'ON_TIME', part, whole, percent: null }] });
  /** To the council: 8 of 10 by oneself, 81 of 100 on time against 90 %. */
  untilCouncil(): this {
    this.self(8);
    this.compute(81, 100);
    for (const by of ['justice', 'chairman', 'justice', 'chairman']) this.advance(by);
    return this;
  }
}

describe('a sheet', () => {
  it('is refused where its weights don’t add up, by the place where they don’t', () => {
    expect(code(() => issued({ total: 49.99 }))).toBe('weights_dont_add_up');
    expect(code(() => issued({ areas: [{ ...SHEET.areas[0], most: 24 } as never] }))).toBe(
      'weights_dont_add_up',
    );
    expect(code(() => issued({ total: 0, areas: [] }))).toBe('scoring_sheet_invalid');
    const twice = [criterion('1.1', 10), criterion('1.1', 15)];
    expect(
      code(() => issued({ total: 25, areas: [{ code: 'I', name: 'Một', most: 25, criteria: twice }] })),
    ).toBe('scoring_sheet_invalid');
  });
  it('is data: changed in mid-round, the round keeps its edition', () => {
    const first = issued();
    const story = new Story(first);
    const second = issued(
      { total: 25, areas: [{ code: 'I', name: 'Một', most: 25, criteria: [criterion('9.9', 25)] }] },
      first,
    );
    expect(second.edition).toBe(2);
    expect(story.state.edition).toBe(1);
    expect(code(() => story.self(8, '9.9'))).toBe('unknown_criterion');
    expect(code(() => story.self(8))).toBe('nothing was refused');
  });
  it('books no two rounds of a unit over each other', () => {
    const booked = (roundId: string, unitId: string | null, from: string, to: string): BookedRound => ({
      roundId,
      unitId,
      from,
      to,
    });
    const sheet = scoringSheet.evolve(
      issued(),
      { type: 'ScoringRoundBooked', data: booked('a', 'law', '2026-01-01', '2026-06-30') },
      at('2026-01-02T08:00'),
    );
    expect(code(() => bookRound(sheet, booked('b', 'law', '2026-06-30', '2026-12-31')))).toBe(
      'rounds_overlap',
    );
    expect(bookRound(sheet, booked('b', 'law', '2026-07-01', '2026-12-31'))).toHaveLength(1);
    expect(bookRound(sheet, booked('b', null, '2026-01-01', '2026-12-31'))).toHaveLength(1);
    expect(bookRound(sheet, booked('a', 'law', '2026-01-01', '2026-06-30'))).toEqual([]);
    expect(code(() => bookRound(scoringSheet.initial, booked('b', 'law', '2026-07-01', '2026-12-31')))).toBe(
      'unknown_scoring_sheet',
    );
  });
});

describe('points', () => {
  it('R31: need evidence, stay under the most, and are not entered where the log tells them', () => {
    const story = new Story();
    expect(code(() => story.self(8, '1.1', {}))).toBe('score_without_evidence');
    expect(code(() => story.self(10.01))).toBe('points_above_max');
    expect(code(() => story.self(8, '1.2'))).toBe('not_self_scored');
    expect(code(() => story.self(8, '2.1'))).toBe('not_self_scored');
    expect(code(() => story.self(8, '1.1', EVIDENCE, 'finance'))).toBe('not_the_scored_unit');
    story.compute(0, 0); // nothing was measured: there are no points, and a hand may tell them with evidence
    expect(valueOf(scoredOf(story.state, '1.2'))).toBeNull();
    expect(code(() => story.self(8, '1.2'))).toBe('nothing was refused');
  });
  it('are computed: 81 of 100 against 90 % are 13.50 of 15, 95 of 100 all of them', () => {
    const story = new Story();
    story.compute(81, 100);
    expect(valueOf(scoredOf(story.state, '1.2'))).toBe(13.5);
    story.compute(95, 100);
    expect(valueOf(scoredOf(story.state, '1.2'))).toBe(15);
  });
  it('R3: are appraised by nobody who entered them, nor by their unit', () => {
    const story = new Story();
    story.self(8);
    story.compute(81, 100);
    story.advance('justice');
    for (const by of ['justice', 'clerk'])
      expect(code(() => story.appraise(7, '1.1', by))).toBe('appraises_own');
    expect(code(() => story.appraise(7, '1.1', 'finance', {}))).toBe('score_without_evidence');
    story.appraise(7, '1.1', 'finance');
    expect(valueOf(scoredOf(story.state, '1.1'))).toBe(7);
  });
});

describe('a round', () => {
  it('goes from self-score to the council, and is final with its index: (9 + 13.5 + 20 + 2 − 1) / 50 = 87.00', () => {
    const story = new Story();
    expect(code(() => story.advance('justice'))).toBe('criteria_open');
    story.self(8);
    story.compute(81, 100);
    expect(code(() => story.appraise(7, '1.1'))).toBe('scoring_round_stage');
    story.advance('justice');
    story.appraise(7, '1.1');
    story.advance('chairman');
    const explained = { text: 'Kế hoạch ban hành ngày 02/01/2026.', ...EVIDENCE };
    story.act('justice', explainCriterion, explained, '1.1');
    story.advance('justice');
    story.appraise(9, '1.1', 'finance');
    story.appraise(2, '2.2', 'finance');
    story.appraise(1, '2.3', 'finance');
    story.advance('finance');
    expect(code(() => story.advance('finance'))).toBe('councils_to_end');
    expect(code(() => story.advance('chairman'))).toBe('criteria_open');
    story.appraise(20, '2.1');
    expect(story.advance('chairman')).toMatchObject([
      { data: { was: 'council', stage: 'final', index: 87 } },
    ]);
    expect(code(() => story.appraise(10, '1.1'))).toBe('scoring_round_locked');
    expect(code(() => story.advance('chairman'))).toBe('scoring_round_locked');
  });
  it('is unlocked with a reason, back to a stage: what came after it is given anew', () => {
    const story = new Story().untilCouncil();
    const unlock = () =>
      story.act('chairman', unlockScoringRound, { stage: 'second' as const, reason: 'Bổ sung minh chứng' });
    expect(code(unlock)).toBe('scoring_round_stage');
    story.appraise(20, '2.1');
    story.advance('chairman');
    expect(indexOf(story.state)).toBe(83); // (8 + 13.5 + 20) / 50
    unlock();
    expect(story.state).toMatchObject({ stage: 'second', unlocked: 'Bổ sung minh chứng' });
    expect(valueOf(scoredOf(story.state, '2.1'))).toBeNull();
    story.appraise(9, '1.1', 'finance');
    story.advance('finance');
    story.appraise(20, '2.1');
    expect(story.advance('chairman')).toMatchObject([{ data: { index: 85 } }]);
  });
});

// A naive recount, written apart: what was said last of each, by the order of stages.
it('random rounds come to what a naive recount comes to', () => {
  const aGiven = fc.record({
    part: fc.constantFrom('1.1', '1.2', '2.1', '2.2', '2.3'),
    points: fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100),
  });
  fc.assert(
    fc.property(
      fc.array(aGiven, { maxLength: 12 }),
      fc.array(aGiven, { maxLength: 12 }),
      (first, council) => {
        const story = new Story();
        story.self(8);
        story.compute(81, 100);
        story.advance('justice');
        for (const { part, points } of first) story.appraise(points, part, 'finance');
        for (const by of ['finance', 'justice', 'finance']) story.advance(by);
        for (const { part, points } of council) story.appraise(points, part);
        if (!council.some(({ part }) => part === '2.1') && !first.some(({ part }) => part === '2.1'))
          story.appraise(0, '2.1');
        const last: Record<string, number> = { '1.1': 8, '1.2': 13.5 };
        for (const { part, points } of [...first, ...council]) last[part] = points;
        const sum =
          (last['1.1'] ?? 0) +
          (last['1.2'] ?? 0) +
          (last['2.1'] ?? 0) +
          (last['2.2'] ?? 0) -
          (last['2.3'] ?? 0);
        const [event] = story.advance('chairman');
        expect(event).toMatchObject({ data: { index: Number(Math.max(0, (sum / 50) * 100).toFixed(2)) } });
      },
    ),
    { numRuns: 100 },
  );
});

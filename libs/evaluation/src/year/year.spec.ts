import { WorkCalendar, loadCalendars } from '#calendar';
import { TIME_SETTINGS } from '#overdue';
import { OfficialStory, at, code, office, opened } from '../official/official.story.js';
import type { OfficialEvaluation } from '../official/official.js';
import type { Grade } from '../regime/grades.js';
import { appealGrade, decideAppeal, seeingLateness, takeAppealStep } from './appeals.js';
import { decideGrades, replaceGrade, type GradeOf } from './deciding.js';
import { gradeUnit } from './grading-units.js';
import { openEvaluationYear, recordUnitGrade, type YearContext } from './opening.js';
import type { YearEvent } from './year.events.js';
import { evaluationYear, type EvaluationYear } from './year.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const DOCUMENT = { documentNumber: '40/QĐ-UBND', documentDate: '2026-01-20' };
const BY_REASON = { ...DOCUMENT, reason: 'Theo biên bản họp' };
const NO_WORK = { until: '2026-12-15', rows: [], findings: [], failing: [] };
const OPENING = {
  ...{ cadence: 'month' as const, mayPass: 'no' as const, capBase: 'good' as const },
  ...{ capScope: 'office' as const, source: '11/QĐ-UBND' },
};

/** A year of that person: `done` of ten documents in each of six months. */
function evaluated(who: string, done: number, boss = 'head'): OfficialEvaluation {
  const story = new OfficialStory(opened(2026), who, boss);
  const leading = story.state.leader
    ? { allCompleted: 'yes' as const, noProlongedDelay: 'yes' as const, noDiscord: 'yes' as const }
    : {};
  for (const month of [1, 2, 3, 4, 5, 6]) {
    story.settle(story.assign(month), { done });
    story.score(month, leading);
  }
  return story.state;
}

/** Officials who hold the clerk's post one after the other, so that there are more than the small office has. */
const many = (count: number, done: number, name: string): Map<string, OfficialEvaluation> =>
  new Map(
    Array.from({ length: count }, (_, index) => [
      `${name}${index}`,
      { ...evaluated('clerk', done, 'justice'), personId: `${name}${index}` },
    ]),
  );

class Story {
  state: EvaluationYear = opened(2026);
  constructor(public evaluations: ReadonlyMap<string, OfficialEvaluation> = new Map()) {}

  act<C>(
    by: string,
    when: string,
    decide: (state: EvaluationYear, command: C, context: YearContext) => YearEvent[],
    command: C,
    part = '',
  ): YearEvent[] {
    const [actor, now] = [by.startsWith('p-') ? by : `p-${by}`, at(when)];
    const events = decide(this.state, command, {
      ...{ subject: 'year', part, officeId: 'o', office, actor, hand: actor, now, calendar },
      ...{ settings: TIME_SETTINGS, evaluations: this.evaluations },
    });
    this.state = events.reduce((state, event) => evaluationYear.evolve(state, event, now), this.state);
    return events;
  }

  decide = (decisions: GradeOf[], given: object = {}) =>
    this.act('chairman', '2026-12-20T09:00', decideGrades, {
      ...DOCUMENT,
      ...{ decisions, minutes: 'Biên bản họp ngày 18/12/2026', ...given },
    });
  gradeUnit = (unitId: string | undefined, grade: Grade) =>
    unitId === undefined
      ? this.act('head', '2026-12-15T09:00', recordUnitGrade, { ...DOCUMENT, grade })
      : this.act('chairman', '2026-12-15T09:00', gradeUnit, { ...BY_REASON, grade, work: NO_WORK }, unitId);
}
const all = (ids: Iterable<string>, grade: Grade) =>
  [...ids].map((evaluationId) => ({ evaluationId, grade }));

it('a year is opened once, for a year that has rules; its settings stand', () => {
  const story = new Story();
  story.state = evaluationYear.initial;
  const open = (part: string) => () =>
    story.act('head', '2026-01-02T08:00', openEvaluationYear, OPENING, part);
  expect(code(open('2019'))).toBe('no_regime_for_year');
  expect(open('2026')()).toMatchObject([{ data: { year: 2026, regime: 'nd-335-2025' } }]);
  expect(code(open('2026'))).toBe('evaluation_year_open');
});

describe('R32: a decision beside its proposal', () => {
  // 7 of 10 done: 49.00 and 27 are 76.00, good.
  const good = many(1, 7, 'g');
  it('keeps what was proposed and its inputs; another grade needs its reason', () => {
    const story = new Story(good);
    expect(code(() => story.decide(all(good.keys(), 'completed')))).toBe('override_without_reason');
    const reason = 'Chậm báo cáo hai quý, đã nhắc bằng văn bản';
    const [event] = story.decide([{ evaluationId: 'g0', grade: 'completed', reason }]);
    expect(event).toMatchObject({
      data: {
        count: 1,
        decided: [
          {
            ...{ personId: 'g0', grade: 'completed', reason },
            proposal: { grade: 'good', why: 'by-score', score: 76, counted: { months: 6 } },
          },
        ],
      },
    });
  });
  it('is taken once, is replaced by a new one alone, and closes the evaluation', () => {
    const story = new Story(good);
    story.decide(all(good.keys(), 'good'));
    expect(code(() => story.decide(all(good.keys(), 'good')))).toBe('already_graded');
    const replace = (part: string) => () =>
      story.act(
        'chairman',
        '2026-12-28T09:00',
        replaceGrade,
        { ...DOCUMENT, grade: 'completed' as const, reason: 'Tính sai' },
        part,
      );
    expect(code(replace('p-clerk'))).toBe('not_graded');
    expect(code(replace('g0'))).toBe('nothing was refused');
    expect(story.state.grades.g0).toMatchObject({
      grade: 'completed',
      replaced: { was: 'good', reason: 'Tính sai' },
    });
    const later = new OfficialStory(story.state);
    later.state = good.get('g0') ?? later.state;
    expect(code(() => later.assign(7))).toBe('evaluation_closed');
  });
  it('names each once, and somebody who is evaluated this year', () => {
    const story = new Story(good);
    expect(code(() => story.decide([]))).toBe('nobody_to_grade');
    expect(code(() => story.decide(all(['g0', 'g0'], 'good')))).toBe('nobody_to_grade');
    expect(code(() => story.decide(all(['x'], 'good')))).toBe('nobody_to_grade');
  });
});

describe('caps are held against all that are decided', () => {
  const [best, good] = [many(2, 10, 'e'), many(10, 7, 'g')];
  const everybody = new Map([...best, ...good]);
  it('an excellent too many is refused by number; together with enough good ones they go through', () => {
    const story = new Story(everybody);
    expect(code(() => story.decide(all(best.keys(), 'excellent')))).toBe('too_many_excellent');
    const nine = [...good.keys()].slice(0, 9);
    const decided = [...all(best.keys(), 'excellent'), ...all(nine, 'good')];
    expect(code(() => story.decide(decided))).toBe('too_many_excellent');
    story.decide([...all(best.keys(), 'excellent'), ...all(good.keys(), 'good')]);
    expect(Object.keys(story.state.grades)).toHaveLength(12);
  });
  it('what is decided before counts, and so does what is replaced', () => {
    const story = new Story(everybody);
    story.decide(all(good.keys(), 'good'));
    story.decide(all(best.keys(), 'excellent'));
    const replacing = () =>
      story.act(
        'chairman',
        '2026-12-28T09:00',
        replaceGrade,
        { ...DOCUMENT, grade: 'completed' as const, reason: 'Tính sai' },
        'g0',
      );
    expect(code(replacing)).toBe('too_many_excellent');
    story.gradeUnit(undefined, 'excellent'); // 25% of nine are two
    expect(code(replacing)).toBe('nothing was refused');
  });
  it('within each unit, where the year says so', () => {
    const elsewhere = [...many(5, 7, 'm')].map(([id, one]) => [id, { ...one, unitId: 'money' }] as const);
    const story = new Story(new Map([...many(1, 10, 'e'), ...elsewhere]));
    story.state = opened(2026, { capScope: 'unit' });
    story.decide(
      all(
        elsewhere.map(([id]) => id),
        'good',
      ),
    );
    expect(code(() => story.decide(all(['e0'], 'excellent')))).toBe('too_many_excellent');
    story.state = { ...story.state, settings: opened(2026).settings };
    expect(code(() => story.decide(all(['e0'], 'excellent')))).toBe('nothing was refused');
  });
});

describe('a head', () => {
  const justice = new Map([['j', evaluated('justice', 7)]]);
  it('is graded after the unit, never above it, with the party committee’s word', () => {
    const story = new Story(justice);
    const decide =
      (given: object = {}) =>
      () =>
        story.decide(all(['j'], 'good'), given);
    const opinion = { partyOpinion: 'Nhất trí' };
    expect(code(decide(opinion))).toBe('unit_not_graded');
    expect(code(() => story.gradeUnit('nowhere', 'good'))).toBe('unknown_evaluated_unit');
    story.gradeUnit('law', 'completed');
    expect(code(decide(opinion))).toBe('head_above_unit');
    story.gradeUnit('law', 'good');
    expect(code(decide())).toBe('party_opinion_missing');
    expect(code(decide(opinion))).toBe('nothing was refused');
  });
});

it('R3: the chairman does not grade the chairman', () => {
  const own = { ...evaluated('clerk', 7, 'justice'), personId: 'p-chairman' };
  expect(code(() => new Story(new Map([['c', own]])).decide(all(['c'], 'good')))).toBe('grades_self');
});

describe('an appeal', () => {
  const graded = () => {
    const story = new Story(many(1, 7, 'p-g'));
    story.decide(all(['p-g0'], 'good'));
    return story;
  };
  const TEXT = { text: 'Đề nghị xem lại điểm tháng 3.' };
  // Sunday 03/05/2026 with the days off of 30/4 and 1/5 before it; seven working days from Monday 20/04: 21, 22, 23, 24,
  // then 27 (for 26/4) is off, 28, 29, and 30/4, 1/5 off: Monday 04/05 is the seventh.
  it('is due within seven working days, over the days off', () => {
    const story = graded();
    const [event] = story.act('p-g0', '2026-04-20T09:00', appealGrade, TEXT, 'p-g0');
    expect(event).toMatchObject({ data: { due: '2026-05-04T10:00:00.000Z' } });
  });
  it('is one’s own, once, against a grade that is there; the chairman decides it once', () => {
    const story = graded();
    const appeal = (by: string, part: string) => () =>
      story.act(by, '2026-04-20T09:00', appealGrade, TEXT, part);
    expect(code(appeal('clerk', 'p-clerk'))).toBe('not_graded');
    expect(code(appeal('clerk', 'p-g0'))).toBe('not_own_grade');
    expect(code(appeal('p-g0', 'p-g0'))).toBe('nothing was refused');
    expect(code(appeal('p-g0', 'p-g0'))).toBe('already_appealed');
    const answer = { upheld: 'no' as const, text: 'Điểm tháng 3 đúng với sổ theo dõi.' };
    const decide = () => story.act('chairman', '2026-05-04T09:00', decideAppeal, answer, 'p-g0');
    expect(decide()).toMatchObject([{ data: { upheld: false, late: false } }]);
    expect(code(decide)).toBe('no_open_appeal');
  });
  it('R6, R7: is reminded of, missed once and escalated; a decision after that is late', () => {
    const story = graded();
    const [made] = story.act('p-g0', '2026-04-20T09:00', appealGrade, TEXT, 'p-g0');
    const occurrenceId = story.state.appeals['p-g0']?.occurrenceId ?? '';
    expect(made).toMatchObject({ data: { agenda: [{ occurrenceId }] } });
    const step = (when: string, name: string) =>
      story
        .act('worker', when, takeAppealStep, { occurrenceId, step: `grade-appeal/${name}` })
        .map(({ type }) => type);
    expect(step('2026-04-28T08:00', 'remind')).toEqual(['AppealReminded']);
    expect(step('2026-05-04T17:00', 'miss')).toEqual(['AppealMissed']);
    expect(step('2026-05-04T17:00', 'miss')).toEqual([]);
    const answer = { upheld: 'yes' as const, text: 'Chấp nhận, sẽ thay quyết định.' };
    const decided = story.act('chairman', '2026-05-06T09:00', decideAppeal, answer, 'p-g0');
    expect(decided).toMatchObject([{ data: { late: true } }]);
    expect(step('2026-05-08T17:00', 'escalate:1')).toEqual([]);
  });
  it('R6: what comes after its time, and before the sweep, finds it missed first', () => {
    const story = graded();
    story.act('p-g0', '2026-04-20T09:00', appealGrade, TEXT, 'p-g0');
    const answer = { upheld: 'yes' as const, text: 'Chấp nhận, sẽ thay quyết định.' };
    const decided = story.act('chairman', '2026-05-05T09:00', seeingLateness(decideAppeal), answer, 'p-g0');
    expect(decided.map(({ type }) => type)).toEqual(['AppealMissed', 'AppealDecided']);
  });
  it('waits for a calendar that is not known, and gets its day from it', () => {
    const story = graded();
    const until2026 = new WorkCalendar(loadCalendars('seeds/calendars').filter(({ year }) => year <= 2026));
    const unknown =
      <C>(decide: (s: EvaluationYear, c: C, x: YearContext) => YearEvent[]) =>
      (state: EvaluationYear, command: C, context: YearContext) =>
        decide(state, command, { ...context, calendar: until2026 });
    const [event] = story.act('p-g0', '2026-12-29T09:00', unknown(appealGrade), TEXT, 'p-g0');
    expect(event).toMatchObject({ data: { due: null, awaits: 2027 } });
  });
});

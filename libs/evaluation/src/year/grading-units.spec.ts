import { WorkCalendar, loadCalendars } from '#calendar';
import { TIME_SETTINGS } from '#overdue';
import { GENERAL, at, code, office, opened } from '../official/official.story.js';
import type { Grade } from '../regime/grades.js';
import type { UnitWork } from '../unit/unit-work.js';
import { gradeUnit, scoreUnit } from './grading-units.js';
import { recordUnitGrade, type YearContext } from './opening.js';
import type { YearEvent } from './year.events.js';
import { evaluationYear, type EvaluationYear } from './year.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const DOCUMENT = { documentNumber: '41/QĐ-UBND', documentDate: '2026-12-15' };
const EVIDENCE = { evidence: 'Biên bản họp ngày 10/12/2026' };

/** One task of 5 points that was done in time. */
const WORK: UnitWork = {
  until: '2026-12-15',
  rows: [
    {
      ...{ kind: 'task', subject: 't', title: '1. Báo cáo', pieces: 1, assigned: 5, done: 5, undone: 0 },
      ...{ quality: 500, progress: 500, late: 0, above: 0, failedReviews: 0, delays: 0 },
    },
  ],
  findings: [],
  failing: [],
};

class Story {
  state: EvaluationYear = opened(2026);

  act<C>(
    by: string,
    when: string,
    decide: (state: EvaluationYear, command: C, context: YearContext) => YearEvent[],
    command: C,
    part = 'law',
  ): YearEvent[] {
    const [actor, now] = [`p-${by}`, at(when)];
    const events = decide(this.state, command, {
      ...{ subject: 'year', part, officeId: 'o', office, actor, hand: actor, now, calendar },
      settings: TIME_SETTINGS,
    });
    this.state = events.reduce((state, event) => evaluationYear.evolve(state, event, now), this.state);
    return events;
  }

  score = (by = 'head', given: object = EVIDENCE) =>
    this.act(by, '2026-12-11T09:00', scoreUnit, { general: GENERAL, above: ['t'], ...given });
  grade = (grade: Grade, given: { reason?: string } = {}, when = '2026-12-15T09:00', by = 'chairman') =>
    this.act(by, when, gradeUnit, { ...DOCUMENT, grade, work: WORK, ...given });
}

it('R31: general points are entered with evidence, every criterion once', () => {
  const story = new Story();
  expect(code(() => story.score('head', {}))).toBe('score_without_evidence');
  expect(code(() => story.score('head', { ...EVIDENCE, general: GENERAL.slice(1) }))).toBe(
    'evaluation_invalid',
  );
  expect(story.score()).toMatchObject([{ type: 'UnitScored', data: { unitId: 'law', by: 'p-head' } }]);
});

it('R3: the head of a unit neither scores nor grades it', () => {
  const story = new Story();
  expect(code(() => story.score('justice'))).toBe('grades_self');
  expect(
    code(() =>
      story.act(
        'chairman',
        '2026-12-15T09:00',
        gradeUnit,
        { ...DOCUMENT, grade: 'good' as const, work: WORK },
        'board',
      ),
    ),
  ).toBe('grades_self');
});

it('R32: it is decided beside what it comes to, kept with all it was worked out of', () => {
  const story = new Story();
  expect(code(() => story.grade('good'))).toBe('override_without_reason');
  story.score();
  // 27 and 70 are 97, all in time, all above what was asked.
  expect(story.grade('excellent')).toMatchObject([
    {
      data: {
        grade: 'excellent',
        was: null,
        reason: null,
        work: WORK,
        proposal: { grade: 'excellent', score: 97 },
      },
    },
  ]);
  expect(story.state.unitGrades.law).toBe('excellent');
  expect(code(() => story.grade('good'))).toBe('override_without_reason');
  const anew = { reason: 'Kết luận kiểm tra tháng 12' };
  expect(story.grade('good', anew)).toMatchObject([{ data: { was: 'excellent', ...anew } }]);
});

it('is decided once the year is nearly over, and by computation alone', () => {
  const story = new Story();
  expect(code(() => story.grade('good', {}, '2026-11-30T09:00'))).toBe('unit_year_not_over');
  const record = { ...DOCUMENT, grade: 'good' as const };
  const recordOf = (unit: object) => () =>
    story.act('head', '2026-12-15T09:00', recordUnitGrade, { ...record, ...unit });
  expect(code(recordOf({ unitId: 'law' }))).toBe('unit_grade_computed');
  expect(code(recordOf({}))).toBe('nothing was refused');
});

it('before 2026 no rules compute it, and it is recorded by its document', () => {
  const story = new Story();
  story.state = opened(2025);
  expect(code(() => story.score())).toBe('no_unit_rule');
  const record = { ...DOCUMENT, grade: 'good' as const, unitId: 'law' };
  expect(code(() => story.act('head', '2025-12-15T09:00', recordUnitGrade, record))).toBe(
    'nothing was refused',
  );
});

it('R32: a head who was graded is not left above the unit', () => {
  const story = new Story();
  const head = {
    ...{ personId: 'p-justice', evaluationId: 'e', unitId: 'law', leader: true, grade: 'good' as const },
  };
  const proposal = {
    grade: 'good',
    why: 'by-score',
    score: 80,
    counted: { products: 1, lateOrPoor: 0, above: 0, months: 12 },
  } as const;
  story.state = {
    ...story.state,
    grades: { 'p-justice': { ...head, proposal, reason: null, ...DOCUMENT, replaced: null } },
  };
  expect(code(() => story.grade('completed', { reason: 'Chậm báo cáo' }))).toBe('head_above_unit');
  expect(code(() => story.grade('good', { reason: 'Theo biên bản' }))).toBe('nothing was refused');
});

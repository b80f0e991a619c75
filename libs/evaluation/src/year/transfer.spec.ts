import { WorkCalendar, loadCalendars } from '#calendar';
import { TIME_SETTINGS } from '#overdue';
import { at, code, office, opened } from '../official/official.story.js';
import { officialEvaluation, type OfficialEvaluation } from '../official/official.js';
import type { Proposal } from '../regime/proposal.js';
import { appealGrade, decideAppeal, seeingLateness, takeAppealStep } from './appeals.js';
import { replaceGrade } from './deciding.js';
import type { YearContext } from './opening.js';
import { carriedYear, takeOverEvaluationYear, transferEvaluationYear } from './transfer.js';
import type { YearEvent } from './year.events.js';
import { OFFICE, evaluationYear, type EvaluationYear, type InForce } from './year.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const succession = {
  ...{ successor: 'moi', successorName: 'UBND xã Mới', document: 'NQ', heirs: [] },
  day: '2026-02-04',
};
const HERE = { ...office, name: 'UBND xã Cũ', succession };
const proposal: Proposal = {
  ...{ grade: 'good', why: 'by-score', score: 80 },
  counted: { products: 6, lateOrPoor: 0, above: 0, months: 12 },
};
const grade = (personId: string, unitId: string): InForce => ({
  ...{ personId, evaluationId: `e-${personId}`, unitId, leader: false, grade: 'completed', proposal },
  ...{ reason: null, documentNumber: '40/QĐ-UBND', documentDate: '2026-01-20', replaced: null },
});
/** Justice heads the unit of law, which is graded good, as the office is. */
const graded: EvaluationYear = {
  ...opened(2025),
  unitGrades: { law: 'good', [OFFICE]: 'good' },
  grades: { 'p-justice': grade('p-justice', 'law'), 'p-clerk': grade('p-clerk', 'law') },
};
const evaluations = new Map<string, OfficialEvaluation>(
  ['justice', 'clerk'].map((post) => [
    `e-p-${post}`,
    { ...officialEvaluation.initial, personId: `p-${post}`, postId: post },
  ]),
);

type Decide<C> = (state: EvaluationYear, command: C, context: YearContext) => YearEvent[];
class Place {
  constructor(
    public state: EvaluationYear,
    readonly where: typeof office = office,
  ) {}

  act<C>(by: string, when: string, decide: Decide<C>, command: C, part = ''): YearEvent[] {
    const [actor, now] = [by, at(when)];
    const seen = decide === takeAppealStep ? decide : seeingLateness(decide);
    const events = seen(this.state, command, {
      ...{ subject: 'year', part, officeId: 'o', office: this.where, actor, hand: actor, now, calendar },
      ...{ settings: TIME_SETTINGS, evaluations },
    });
    this.state = events.reduce((state, event) => evaluationYear.evolve(state, event, now), this.state);
    return events;
  }

  appeal = (when = '2026-01-30T09:00') =>
    this.act('p-clerk', when, appealGrade, { text: 'Đề nghị xem lại hai tháng đầu năm' }, 'p-clerk');
  step = (when: string, step: string) =>
    this.act('worker:deadline', when, takeAppealStep, {
      occurrenceId: this.state.appeals['p-clerk']?.occurrenceId ?? '',
      step: `grade-appeal/${step}`,
    }).map(({ type }) => type);
}

/** The year in the office that takes it over. */
function arrived(old: Place, when: string): { there: Place; taken: YearEvent[] } {
  const carried = carriedYear(old.state, 'cu', HERE);
  const there = new Place(evaluationYear.initial);
  const taken = there.act('worker:evaluation', when, takeOverEvaluationYear, {
    ...{ fromOffice: 'cu', document: 'NQ', carried },
  });
  return { there, taken };
}
const leave = (old: Place, when: string) =>
  new Place(old.state, HERE).act('worker:evaluation', when, transferEvaluationYear, {});
/** The same, and the old office keeps what it brought about. */
const gone = (old: Place, when: string): Place => {
  const now = at(when);
  old.state = leave(old, when).reduce((state, event) => evaluationYear.evolve(state, event, now), old.state);
  return old;
};
const types = (events: YearEvent[]) => events.map(({ type }) => type);

describe('R28: an office that ends hands over what was graded there, and what is held against it', () => {
  it('an appeal is decided there in the time it had, by the chairman, with the grade it is against', () => {
    const old = new Place(graded);
    old.appeal();
    expect(leave(old, '2026-02-04T07:30')).toMatchObject([
      {
        type: 'EvaluationYearTransferred',
        data: { toOffice: 'moi', document: 'NQ', year: 2025, appeals: 1, agenda: [{ alarms: [] }] },
      },
    ]);
    const { there, taken } = arrived(gone(old, '2026-02-04T07:30'), '2026-02-04T07:35');
    // Friday 30/01 and seven working days: Tuesday 10/02, reminded three working days before.
    expect(taken).toMatchObject([
      {
        type: 'EvaluationYearTakenOver',
        data: {
          agenda: [
            {
              due: '2026-02-10T10:00:00.000Z',
              alarms: [{ step: 'grade-appeal/remind' }, { step: 'grade-appeal/miss' }],
            },
          ],
        },
      },
    ]);
    expect(there.state).toMatchObject({ of: { office: 'cu', name: 'UBND xã Cũ' }, toOffice: null });
    expect(there.step('2026-02-05T07:30', 'remind')).toEqual(['AppealReminded']);
    const answer = { upheld: 'yes' as const, text: 'Chấp nhận, xem lại hai tháng' };
    expect(there.act('p-chairman', '2026-02-09T09:00', decideAppeal, answer, 'p-clerk')).toMatchObject([
      { type: 'AppealDecided', data: { upheld: true, late: false } },
    ]);
    const replaced = { grade: 'good' as const, reason: 'Theo kiến nghị', documentNumber: '5/QĐ-UBND' };
    const by = { ...replaced, documentDate: '2026-02-09' };
    expect(there.act('p-chairman', '2026-02-09T10:00', replaceGrade, by, 'p-clerk')).toMatchObject([
      { type: 'GradeReplaced', data: { was: 'completed', grade: 'good' } },
    ]);
    // A head is held against the unit they headed there.
    const best = { ...by, grade: 'excellent' as const };
    expect(code(() => there.act('p-chairman', '2026-02-09T10:00', replaceGrade, best, 'p-justice'))).toBe(
      'head_above_unit',
    );
  });

  it('one that runs out there is missed and escalated there, once', () => {
    const old = new Place(graded);
    old.appeal();
    const { there } = arrived(gone(old, '2026-02-04T07:30'), '2026-02-04T07:35');
    expect(there.step('2026-02-10T17:00', 'miss')).toEqual(['AppealMissed']);
    expect(there.step('2026-02-10T17:01', 'miss')).toEqual([]);
    const away = new Place(old.state, HERE);
    expect(away.step('2026-02-10T17:00', 'miss')).toEqual([]);
  });

  it('one that had run out is recorded before it leaves, and is not missed again', () => {
    const old = new Place(graded);
    old.appeal();
    expect(types(leave(old, '2026-02-11T07:30'))).toEqual(['AppealMissed', 'EvaluationYearTransferred']);
    const { there, taken } = arrived(gone(old, '2026-02-11T07:30'), '2026-02-11T07:35');
    expect(taken).toMatchObject([
      {
        data: { agenda: [{ alarms: [{ step: 'grade-appeal/escalate:1', at: '2026-02-12T10:00:00.000Z' }] }] },
      },
    ]);
    expect(there.step('2026-02-11T08:00', 'miss')).toEqual([]);
  });

  it('a grade that nobody had appealed against yet may be appealed against there', () => {
    const { there } = arrived(gone(new Place(graded), '2026-02-04T07:30'), '2026-02-04T07:35');
    expect(there.appeal('2026-02-05T09:00')).toMatchObject([
      { type: 'GradeAppealed', data: { due: '2026-02-23T10:00:00.000Z' } },
    ]);
  });

  it('a year without a grade stays, and so does one whose office goes on', () => {
    expect(leave(new Place(opened(2025)), '2026-02-04T07:30')).toEqual([]);
    expect(new Place(graded).act('w', '2026-02-04T07:30', transferEvaluationYear, {})).toEqual([]);
  });
});

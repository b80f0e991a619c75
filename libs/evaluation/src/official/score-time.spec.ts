import { WorkCalendar, loadCalendars } from '#calendar';
import { GENERAL, OfficialStory, at, office, opened } from './official.story.js';
import { officialEvaluation } from './official.js';
import type { OfficialEvent } from './official.events.js';
import {
  scoredNextBy,
  setScoreTimes,
  takeScoreStep,
  type ScoreTimeContext,
  type SetScoreTimes,
} from './score-time.js';
import { selfScorePeriod } from './scoring.js';

const years = loadCalendars('seeds/calendars');
const calendar = new WorkCalendar(years);
const until2026 = new WorkCalendar(years.filter(({ year }) => year <= 2026));
const settings = { remindWorkingDays: 3, escalation: [5] };

/** The clerk's year, whose periods have their times. */
class Timed extends OfficialStory {
  constructor(
    set = '2026-01-05T08:00',
    readonly days = calendar,
    year = opened(2026),
  ) {
    super(year);
    this.set(set);
  }

  timed<C>(
    when: string,
    decide: (state: this['state'], command: C, context: ScoreTimeContext) => OfficialEvent[],
    command: C,
    where = office,
  ): OfficialEvent[] {
    const now = at(when);
    const events = decide(this.state, command, {
      ...{
        subject: 'evaluation',
        part: '',
        commandId: 'act',
        office: where,
        actor: 'worker',
        hand: 'worker',
      },
      ...{ now, calendar: this.days, settings, year: this.year },
    });
    this.state = events.reduce((state, event) => officialEvaluation.evolve(state, event, now), this.state);
    return events;
  }

  set = (when: string) =>
    this.timed(
      when,
      (state, command: SetScoreTimes, context) =>
        setScoreTimes(state, command, { ...context, year: this.year }),
      {},
    );
  step = (when: string, period: number, step: string, where = office) => {
    const occurrenceId = this.state.scoreTimes?.find((one) => one.period === period)?.occurrenceId ?? '';
    return this.timed(when, takeScoreStep, { occurrenceId, step: `score-time/${step}` }, where);
  };
}
const due = ({ state }: Timed, period: number) => state.scoreTimes?.find((one) => one.period === period)?.due;

describe('until when a period is scored', () => {
  it('the tenth of the month after where the office names no other day, moved to a working day', () => {
    const story = new Timed();
    expect(story.state.scoreTimes).toHaveLength(12);
    expect(due(story, 1)).toBe('2026-02-10T10:00:00.000Z');
    // 10/05/2026 is a Sunday.
    expect(due(story, 4)).toBe('2026-05-08T10:00:00.000Z');
    const named = new Timed('2026-01-05T08:00', calendar, opened(2026, { scoreDay: 5 }));
    expect(due(named, 1)).toBe('2026-02-05T10:00:00.000Z');
  });
  it('is set once, for what is ahead; a quarter has one as well', () => {
    const story = new Timed('2026-06-15T08:00');
    expect(story.state.scoreTimes?.map(({ period }) => period)).toEqual([6, 7, 8, 9, 10, 11, 12]);
    expect(story.set('2026-06-15T08:01')).toEqual([]);
    const quarters = new Timed('2026-01-05T08:00', calendar, opened(2026, { cadence: 'quarter' }));
    expect(due(quarters, 1)).toBe('2026-04-10T10:00:00.000Z');
  });
  it('waits for the calendar of the next year', () => {
    const story = new Timed('2026-12-15T08:00', until2026);
    expect(story.state.scoreTimes?.map(({ period }) => period)).toEqual([12]);
    expect(story.state.scoreTimes?.at(-1)).toMatchObject({ period: 12, due: null, awaits: 2027 });
  });
});

describe('R6, R7: a period that is not scored', () => {
  it('its official is reminded, then whoever is above; it is missed once and told one level up', () => {
    const story = new Timed();
    expect(story.step('2026-02-05T07:00', 1, 'remind')).toMatchObject([
      { type: 'ScoreReminded', data: { period: 1, toPostId: 'clerk' } },
    ]);
    expect(story.step('2026-02-05T07:01', 1, 'remind')).toEqual([]);
    const own = { general: GENERAL, text: 'Đã làm đủ việc được giao' };
    story.act('clerk', '2026-02-06T08:00', selfScorePeriod, own, '1');
    expect(scoredNextBy(story.state, 1, office)).toBe('justice');
    expect(story.step('2026-02-10T17:00', 1, 'miss')).toMatchObject([
      { type: 'ScoreMissed', data: { period: 1, postId: 'justice' } },
    ]);
    expect(story.step('2026-02-10T17:01', 1, 'miss')).toEqual([]);
    expect(story.step('2026-02-24T17:00', 1, 'escalate:1')).toMatchObject([
      { type: 'ScoreEscalated', data: { level: 1, toPostId: 'head', agenda: [{ alarms: [] }] } },
    ]);
  });
  it('nothing of it where it was scored, its office ended, or a grade was decided', () => {
    const story = new Timed();
    story.settle(story.assign(1));
    story.score(1);
    expect(story.step('2026-02-10T17:00', 1, 'miss')).toEqual([]);
    const succession = { successor: 'moi', successorName: 'm', document: 'NQ', heirs: [], day: '2026-03-01' };
    expect(story.step('2026-03-10T17:00', 2, 'miss', { ...office, succession })).toEqual([]);
    expect(story.step('2026-03-10T17:00', 2, 'miss')).toHaveLength(1);
  });
});

import { WorkCalendar, loadCalendars } from '#calendar';
import { office as officeAggregate, standing, type OfficeEvent } from '#organisation';
import { lateBy } from '../read/late-row.js';
import { FEEDBACK_SETTINGS, type FeedbackContext } from './agenda.js';
import { feedback, type Feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';
import { seeingLateness, takeFeedbackStep } from './lateness.js';
import { answerFeedback, assignFeedback, passFeedbackOn, receiveFeedback, reopenFeedback } from './settle.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const at = (text: string) => new Date(`${text}:00+07:00`);
const founding: OfficeEvent[] = [
  {
    type: 'PostOpened',
    data: {
      postId: 'chairman',
      title: 'chairman',
      unitId: 'c',
      above: null,
      roles: ['chairman'],
      external: false,
    },
  },
  { type: 'PersonAppointed', data: { postId: 'chairman', personId: 'p-chairman' } },
  {
    type: 'PostOpened',
    data: {
      postId: 'land',
      title: 'land',
      unitId: 'u',
      above: 'chairman',
      roles: ['office-of-record'],
      external: false,
    },
  },
  { type: 'UnitOpened', data: { unitId: 'u', name: 'u', headPostId: 'land' } },
  { type: 'PersonAppointed', data: { postId: 'land', personId: 'p-land' } },
];
const office = standing(
  founding.reduce(
    (state, event) => officeAggregate.evolve(state, event, at('2024-01-01T08:00')),
    officeAggregate.initial,
  ),
  '2025-01-02',
);

/** Feedback of 03/03/2025, assigned, to be answered by 17:00 on 24/03/2025. */
class Story {
  state: Feedback = feedback.initial;
  constructor() {
    const sent = { authorId: 'a', channel: 'online' as const, kind: null, about: null };
    this.act('2025-03-03T08:00', receiveFeedback, sent);
    this.act('2025-03-04T08:00', assignFeedback, { unitId: 'u' });
  }
  act<C>(
    when: string,
    decide: (state: Feedback, command: C, context: FeedbackContext) => FeedbackEvent[],
    command: C,
  ): FeedbackEvent[] {
    const context = {
      feedbackId: 'f',
      actor: 'p-land',
      now: at(when),
      office,
      calendar,
      settings: FEEDBACK_SETTINGS,
    };
    const decided = decide === takeFeedbackStep ? decide : seeingLateness(decide);
    const events = decided(this.state, command, context);
    this.state = events.reduce((state, event) => feedback.evolve(state, event, at(when)), this.state);
    return events;
  }
  overdue = (when: string) => types(this.act(when, takeFeedbackStep, { step: 'feedback/overdue' }));
}
const types = (events: FeedbackEvent[]) => events.map(({ type }) => type);
const AFTER = '2025-03-24T17:01';
const answer = {
  text: 'Đã sửa đoạn đường trước nhà văn hóa thôn 3 trong ngày 20/03.',
  done: 'Đã vá mặt đường, lắp nắp cống',
  on: '2025-03-20',
  question: 'Bao giờ sửa đường?',
  givenElsewhere: false,
};

describe('R25: feedback is late by its times, whoever comes before the sweep', () => {
  it.each([
    ['answered', (s: Story, when: string) => s.act(when, answerFeedback, answer)],
    [
      'passed on',
      (s: Story, when: string) =>
        s.act(when, passFeedbackOn, { why: 'not ours' as const, to: 'Sở Xây dựng', reason: 'Đường tỉnh' }),
    ],
  ])('%s after its time it is recorded as overdue first, once; at the very end it is not', (_name, act) => {
    const story = new Story();
    expect(types(act(story, AFTER))[0]).toBe('FeedbackOverdue');
    expect(story.state.overdue).toBe(true);
    expect(story.overdue('2025-03-24T17:02')).toEqual([]);
    expect(types(act(new Story(), '2025-03-24T17:00'))).toHaveLength(1);
  });
  it('each time is missed once: the sweep, taken twice, records nothing more, a reopened one its own end', () => {
    const story = new Story();
    expect(story.overdue('2025-03-24T17:00')).toEqual(['FeedbackOverdue']);
    expect(story.overdue('2025-03-24T17:00')).toEqual([]);
    story.act('2025-03-25T08:00', answerFeedback, answer);
    story.act('2025-03-26T08:00', reopenFeedback, {});
    expect(story.overdue('2025-03-27T08:00')).toEqual([]);
    expect(story.overdue('2025-06-02T08:00')).toEqual(['FeedbackOverdue']);
  });
  it('R7: what was left of the time before is not escalated in the new one', () => {
    const story = new Story();
    story.overdue('2025-03-24T17:00');
    story.act('2025-03-25T08:00', answerFeedback, answer);
    story.act('2025-03-26T08:00', reopenFeedback, {});
    expect(story.act('2025-03-27T17:00', takeFeedbackStep, { step: 'feedback/escalate:1' })).toEqual([]);
  });
  it('an open row is late as of the office’s now; one that waits for a calendar is not', () => {
    const row = { status: 'assigned', due: '2025-03-24T10:00:00+00:00', overdue: false, late: false };
    expect(lateBy(row, at('2025-03-24T17:00')).late).toBe(false);
    expect(lateBy(row, at(AFTER))).toMatchObject({ late: true, overdue: true });
    expect(lateBy({ ...row, due: 'infinity' }, at(AFTER)).late).toBe(false);
  });
});

import { lateBy } from '../read/late-row.js';
import { takeFeedbackStep } from './lateness.js';
import { ANSWER as answer, Story, at, typesOf as types } from './feedback.story.js';
import { answerFeedback, passFeedbackOn, reopenFeedback } from './settle.js';

const AFTER = '2025-03-24T17:01';

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

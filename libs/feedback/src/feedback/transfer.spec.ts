import { answerFeedback, publishFeedback, reopenFeedback } from './settle.js';
import { ANSWER, Story, office, typesOf } from './feedback.story.js';
import { takeFeedbackStep } from './lateness.js';
import type { Feedback } from './feedback.js';
import { carriedFeedback, takeOverFeedback, transferFeedback } from './transfer.js';

describe('R28: an office that ends hands its feedback over', () => {
  const heirs = [{ unitId: 'u', heirUnitId: 'v', heirPostId: 'justice' }];
  const ended = {
    ...office,
    name: 'UBND xã Cũ',
    succession: {
      successor: 'moi',
      successorName: 'UBND xã Mới',
      document: 'NQ',
      heirs,
      day: '2025-03-10',
    },
  };
  const leave = (story: Story, when: string) =>
    story.act(
      when,
      (state, command: object, context) => transferFeedback(state, command, { ...context, office: ended }),
      {},
    );
  /** The same feedback in the office that takes it over, where the heir of unit u is unit v. */
  const arrive = (story: Story, was: Feedback['status'], when: string) => {
    const carried = carriedFeedback(story.state, { was, from: 'cu' }, ended);
    const there = new Story('');
    const taken = carried
      ? there.act(when, takeOverFeedback, { fromOffice: 'cu', document: 'NQ', carried })
      : [];
    return { there, taken };
  };

  it('it goes on there with its time; its heir answers, and what is missed is missed there', () => {
    const story = new Story();
    expect(leave(story, '2025-03-10T08:00')).toMatchObject([
      { type: 'FeedbackTransferred', data: { toOffice: 'moi', document: 'NQ', was: 'assigned' } },
    ]);
    expect(story.state).toMatchObject({ status: 'transferred', toOffice: 'moi' });
    expect(story.overdue('2025-03-24T17:00')).toEqual([]);
    const { there, taken } = arrive(story, 'assigned', '2025-03-10T08:05');
    expect(there.state).toMatchObject({
      ...{ status: 'assigned', authorId: 'a', channel: 'online', unitId: 'v', postId: 'justice' },
      of: { office: 'cu', name: 'UBND xã Cũ' },
      toOffice: null,
      due: '2025-03-24T10:00:00.000Z',
    });
    // Three working days before its end, and its end.
    expect(taken).toMatchObject([
      {
        data: {
          agenda: [
            {
              alarms: [
                { step: 'feedback/warn', at: '2025-03-19T00:30:00.000Z' },
                { step: 'feedback/overdue', at: '2025-03-24T10:00:00.000Z' },
              ],
            },
          ],
        },
      },
    ]);
    expect(there.overdue('2025-03-24T17:00')).toEqual(['FeedbackOverdue']);
    expect(typesOf(there.act('2025-03-25T17:00', takeFeedbackStep, { step: 'feedback/escalate:1' }))).toEqual(
      ['FeedbackEscalated'],
    );
  });

  it('what was missed is not missed twice: it is escalated there from its level on, and late stays late', () => {
    const story = new Story();
    story.overdue('2025-03-24T17:00');
    story.act('2025-03-25T17:00', takeFeedbackStep, { step: 'feedback/escalate:1' });
    leave(story, '2025-03-26T08:00');
    const { there, taken } = arrive(story, 'assigned', '2025-03-26T08:05');
    expect(there.state).toMatchObject({ overdue: true, level: 1, atPostId: null });
    // Two working days for the second level, counted from the hand-over: Friday 28/03.
    expect(taken).toMatchObject([
      { data: { agenda: [{ alarms: [{ step: 'feedback/escalate:2', at: '2025-03-28T10:00:00.000Z' }] }] } },
    ]);
    expect(there.overdue('2025-03-26T10:00')).toEqual([]);
    expect(there.act('2025-03-28T17:00', takeFeedbackStep, { step: 'feedback/escalate:2' })).toMatchObject([
      { type: 'FeedbackEscalated', data: { level: 2, toPostId: 'chairman' } },
    ]);
  });

  it('one that runs out as its office ends is recorded before it leaves', () => {
    const story = new Story();
    expect(typesOf(leave(story, '2025-03-25T08:00'))).toEqual(['FeedbackOverdue', 'FeedbackTransferred']);
  });

  it('one that nobody was given, or whose unit has no heir, waits there to be assigned', () => {
    const story = new Story(null);
    leave(story, '2025-03-10T08:00');
    expect(arrive(story, 'received', '2025-03-10T08:05').there.state).toMatchObject({
      status: 'received',
      unitId: null,
    });
    const other = new Story('v');
    leave(other, '2025-03-10T08:00');
    expect(arrive(other, 'assigned', '2025-03-10T08:05').there.state).toMatchObject({
      status: 'received',
      unitId: null,
      postId: null,
    });
  });

  it('an answer that its author may still object to goes along; the objection is answered there', () => {
    const story = new Story();
    story.act('2025-03-20T09:00', answerFeedback, ANSWER);
    story.act('2025-03-20T10:00', publishFeedback, { question: 'Bao giờ sửa đường thôn?' });
    leave(story, '2025-04-18T08:00');
    const { there } = arrive(story, 'published', '2025-04-18T08:05');
    // Thirty days after the answer: 19/04 is the last.
    expect(there.act('2025-04-19T08:00', reopenFeedback, {})).toMatchObject([{ type: 'FeedbackReopened' }]);
    expect(there.state).toMatchObject({ status: 'assigned', unitId: 'v', reopened: true });
  });

  it('one that is done with stays: its office goes on, or nothing more can come of it', () => {
    const story = new Story();
    expect(story.act('2025-03-10T08:00', transferFeedback, {})).toEqual([]);
    story.act('2025-03-20T09:00', answerFeedback, ANSWER);
    story.act('2025-03-20T10:00', publishFeedback, { question: 'Bao giờ sửa đường thôn?' });
    expect(leave(story, '2025-04-20T08:00')).toEqual([]);
  });
});

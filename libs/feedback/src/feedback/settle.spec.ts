import { ANSWER, Story, typesOf } from './feedback.story.js';
import {
  answerFeedback,
  assignFeedback,
  classifyFeedback,
  extendFeedback,
  passFeedbackOn,
  publishFeedback,
  receiveFeedback,
  reopenFeedback,
} from './settle.js';

const IN_TIME = '2025-03-20T08:00';
const kind = { kind: 'service' as const, field: 'đường sá', title: 'Sửa đường thôn 3' };
const passing = { why: 'not ours' as const, to: 'Sở Xây dựng', reason: 'Đường tỉnh' };
const sent = { authorId: 'a', channel: 'online' as const, kind: null, about: null };
const published = { question: 'Bao giờ sửa đường thôn 3?' };
const answered = () => {
  const story = new Story();
  story.act(IN_TIME, answerFeedback, ANSWER);
  return story;
};

describe('what comes in', () => {
  it('is due at 17:00 fifteen working days later; taken in again it is nothing new', () => {
    const story = new Story(null);
    expect(story.state).toMatchObject({ status: 'received', due: '2025-03-24T10:00:00.000Z' });
    expect(story.act('2025-03-04T08:00', receiveFeedback, sent)).toEqual([]);
  });
  it('is classified while nobody has answered it, and changes nothing else', () => {
    const story = new Story(null);
    expect(story.act(IN_TIME, classifyFeedback, kind)).toEqual([{ type: 'FeedbackClassified', data: kind }]);
    expect(story.state).toMatchObject({ status: 'received', kind: 'service' });
    expect(() => answered().act(IN_TIME, classifyFeedback, kind)).toThrow('feedback_state');
  });
  it('that is not there is unknown, whatever is done to it', () => {
    const story = new Story(null);
    story.state = { ...story.state, status: 'none' };
    expect(() => story.act(IN_TIME, classifyFeedback, kind)).toThrow('unknown_feedback');
    expect(() => story.act(IN_TIME, publishFeedback, published)).toThrow('unknown_feedback');
    expect(() => story.act(IN_TIME, reopenFeedback, {})).toThrow('unknown_feedback');
  });
});

describe('R25: one unit answers', () => {
  it('it is given to its head; a unit that has ended, or never was, gets none', () => {
    expect(new Story('u').state).toMatchObject({ unitId: 'u', postId: 'land' });
    expect(new Story('v').state).toMatchObject({ unitId: 'v', postId: 'justice' });
    expect(() => new Story('gone')).toThrow('assignment_invalid');
    expect(() => new Story('nowhere')).toThrow('assignment_invalid');
  });
  it('the same unit again is nothing; another takes over', () => {
    const story = new Story('u');
    expect(story.act('2025-03-05T08:00', assignFeedback, { unitId: 'u' })).toEqual([]);
    story.act('2025-03-05T08:00', assignFeedback, { unitId: 'v' });
    expect(() => story.act(IN_TIME, answerFeedback, ANSWER, 'p-land')).toThrow('not_the_answering_unit');
    expect(typesOf(story.act(IN_TIME, answerFeedback, ANSWER, 'p-justice'))).toEqual(['FeedbackAnswered']);
  });
  it('nobody from above answers for it, and nobody who oversees it, even from within', () => {
    for (const actor of ['p-chairman', 'p-justice', 'p-inspector'])
      expect(() => new Story().act(IN_TIME, answerFeedback, ANSWER, actor)).toThrow('not_the_answering_unit');
  });
});

describe('R26: an answer', () => {
  it.each([
    ['too short', { text: 'Đã sửa xong đoạn đường.' }],
    ['that thanks alone', { text: 'Đã tiếp nhận phản ánh của bà con, xã sẽ sớm xem xét và xử lý việc này' }],
    ['without what was done', { done: 'Đã xong' }],
    ['that repeats the question', { question: ANSWER.text }],
    ['given to something else', { givenElsewhere: true }],
    ['of what is still to come', { on: '2025-03-21' }],
  ])('%s is none', (_, how) => {
    expect(() => new Story().act(IN_TIME, answerFeedback, { ...ANSWER, ...how })).toThrow('answer_empty');
  });
  it('says whether it came in time, on the last minute and after it', () => {
    const late = (when: string) => {
      const event = new Story().act(when, answerFeedback, ANSWER).at(-1);
      return event?.type === 'FeedbackAnswered' ? event.data.late : undefined;
    };
    expect([late('2025-03-24T17:00'), late('2025-03-24T17:01')]).toEqual([false, true]);
  });
  it('given before is not given again, not even in capitals', () => {
    const story = answered();
    story.act('2025-03-21T08:00', reopenFeedback, {});
    const again = { ...ANSWER, text: ANSWER.text.toLocaleUpperCase('vi') };
    expect(() => story.act('2025-03-24T08:00', answerFeedback, again)).toThrow('answer_empty');
  });
  it('is made public once it is there, and then no more', () => {
    expect(() => new Story().act(IN_TIME, publishFeedback, published)).toThrow('feedback_state');
    const story = answered();
    expect(typesOf(story.act(IN_TIME, publishFeedback, published))).toEqual(['FeedbackPublished']);
    expect(() => story.act(IN_TIME, publishFeedback, published)).toThrow('feedback_state');
  });
});

describe('R25: more time', () => {
  const more = (dueDay: string) => ({ dueDay, reason: 'Chờ sở trả lời' });
  it('is given once, to a working day within fifteen after the old end', () => {
    const story = new Story();
    story.act(IN_TIME, extendFeedback, more('2025-04-04'));
    expect(story.state).toMatchObject({ extended: true, due: '2025-04-04T10:00:00.000Z' });
    expect(() => story.act('2025-03-21T08:00', extendFeedback, more('2025-04-08'))).toThrow(
      'extended_already',
    );
  });
  it.each([
    ['the old day', '2025-03-24'],
    ['a Saturday', '2025-03-29'],
    ['the sixteenth working day after', '2025-04-16'],
  ])('not to %s', (_, day) => {
    expect(() => new Story().act(IN_TIME, extendFeedback, more(day))).toThrow('feedback_state');
  });
  it('not when its time is up', () => {
    expect(() => new Story().act('2025-03-24T17:00', extendFeedback, more('2025-04-04'))).toThrow(
      'feedback_state',
    );
  });
});

describe('what is another body’s', () => {
  it('is passed on in five working days, later than that it says so', () => {
    const late = (when: string) => {
      const event = new Story(null).act(when, passFeedbackOn, passing).at(-1);
      return event?.type === 'FeedbackPassedOn' ? event.data.late : undefined;
    };
    expect([late('2025-03-10T17:00'), late('2025-03-11T08:00')]).toEqual([false, true]);
  });
  it('ends it here', () => {
    const story = new Story();
    story.act(IN_TIME, passFeedbackOn, passing);
    expect(() => story.act(IN_TIME, answerFeedback, ANSWER)).toThrow('feedback_state');
    expect(() => story.act(IN_TIME, reopenFeedback, {})).toThrow('feedback_state');
  });
});

describe('R25: an author who is not satisfied', () => {
  it('is heard once, within thirty days of the answer, with a time of its own', () => {
    const story = answered();
    expect(typesOf(story.act('2025-04-19T23:00', reopenFeedback, {}))).toEqual(['FeedbackReopened']);
    expect(story.state).toMatchObject({ status: 'assigned', unitId: 'u', reopened: true });
    story.act('2025-04-21T08:00', answerFeedback, { ...ANSWER, text: `${ANSWER.text} Đã lát thêm vỉa hè.` });
    expect(() => story.act('2025-04-22T08:00', reopenFeedback, {})).toThrow('reopened_already');
  });
  it('on the thirty-first day it is too late', () => {
    expect(() => answered().act('2025-04-20T00:00', reopenFeedback, {})).toThrow('reopening_too_late');
  });
});

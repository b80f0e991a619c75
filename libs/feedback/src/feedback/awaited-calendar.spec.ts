import { WorkCalendar, loadCalendars } from '#calendar';
import { office, standing } from '#organisation';
import { FEEDBACK_SETTINGS, type FeedbackContext } from './agenda.js';
import { feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';
import { takeFeedbackStep } from './lateness.js';
import { assignFeedback, receiveFeedback, reopenFeedback } from './settle.js';

const years = loadCalendars('seeds/calendars');
const at = (text: string) => new Date(`${text}:00+07:00`);
const context = (when: string, lastYear: number): FeedbackContext => ({
  feedbackId: 'f',
  actor: 'someone',
  now: at(when),
  office: standing(office.initial, '2025-12-31'),
  calendar: new WorkCalendar(years.filter(({ year }) => year <= lastYear)),
  settings: FEEDBACK_SETTINGS,
});
const sent = { authorId: 'a', channel: 'online' as const, kind: null, about: null };
const after = (...events: [when: string, FeedbackEvent[]][]) =>
  events
    .flatMap(([when, some]) => some.map((event) => ({ when, event })))
    .reduce((state, { when, event }) => feedback.evolve(state, event, at(when)), feedback.initial);

describe('a citizen is never asked for a calendar', () => {
  const received = receiveFeedback(feedback.initial, sent, context('2025-12-31T10:00', 2025));

  it('R25: feedback of the last day is accepted; when it is answered waits for next year’s calendar', () => {
    expect(received).toMatchObject([
      {
        type: 'FeedbackReceived',
        data: {
          due: null,
          awaits: 2026,
          agenda: [{ due: null, alarms: [], awaits: { year: 2026, step: 'feedback/calendar:2026:due' } }],
        },
      },
    ]);
  });

  it('its due instant is set once the calendar is known, warned and overdue in their time', () => {
    const state = after(['2025-12-31T10:00', received]);
    const step = { step: 'feedback/calendar:2026:due' };
    expect(takeFeedbackStep(state, step, context('2026-01-05T08:00', 2025))).toEqual([]);
    // Fifteen working days after 31/12: 5 to 10/01 (a Saturday that is worked), 12 to 16, 19 to 22/01.
    expect(takeFeedbackStep(state, step, context('2026-01-05T08:00', 2026))).toMatchObject([
      {
        type: 'FeedbackDueSet',
        data: {
          due: '2026-01-22T10:00:00.000Z',
          from: null,
          year: 2026,
          agenda: [
            {
              alarms: [
                { at: '2026-01-19T00:30:00.000Z', step: 'feedback/warn' },
                { at: '2026-01-22T10:00:00.000Z', step: 'feedback/overdue' },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('a reopening is accepted the same way', () => {
    const answered: FeedbackEvent[] = [
      {
        type: 'FeedbackAnswered',
        data: { text: '', done: '', on: '', unitId: 'u', late: false, digest: '', agenda: [] },
      },
    ];
    const state = after(['2025-12-01T10:00', received], ['2025-12-20T10:00', answered]);
    expect(reopenFeedback(state, {}, context('2025-12-31T10:00', 2025))).toMatchObject([
      { type: 'FeedbackReopened', data: { due: null, awaits: 2026 } },
    ]);
  });

  it('what ended meanwhile is not taken up again', () => {
    const passedOn: FeedbackEvent[] = [
      { type: 'FeedbackPassedOn', data: { to: 'x', why: 'not ours', reason: '', late: false, agenda: [] } },
    ];
    const state = after(['2025-12-31T10:00', received], ['2025-12-31T11:00', passedOn]);
    const step = { step: 'feedback/calendar:2026:due' };
    expect(takeFeedbackStep(state, step, context('2026-01-05T08:00', 2026))).toEqual([]);
    expect(() => assignFeedback(state, { unitId: 'u' }, context('2026-01-05T08:00', 2026))).toThrow();
  });
});

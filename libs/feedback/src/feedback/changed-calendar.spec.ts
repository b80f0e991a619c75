import { WorkCalendar, loadCalendars } from '#calendar';
import { office, standing } from '#organisation';
import { FEEDBACK_SETTINGS, type FeedbackContext } from './agenda.js';
import { feedback, type Feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';
import { takeFeedbackStep } from './lateness.js';
import { receiveFeedback } from './settle.js';

const years = loadCalendars('seeds/calendars');
const at = (text: string) => new Date(`${text}:00+07:00`);
/** The calendar with more days off. */
const context = (when: string, ...off: string[]): FeedbackContext => ({
  feedbackId: 'f',
  actor: 'someone',
  now: at(when),
  office: standing(office.initial, '2025-12-31'),
  calendar: new WorkCalendar(
    years.map((one) => ({
      ...one,
      daysOff: [...one.daysOff, ...off.filter((day) => day.startsWith(String(one.year)))],
    })),
  ),
  settings: FEEDBACK_SETTINGS,
});
const then = (state: Feedback, when: string, events: FeedbackEvent[]) =>
  events.reduce((before, event) => feedback.evolve(before, event, at(when)), state);
const STEP = { step: 'feedback/calendar:2025:due' };

/** Received on Monday 03/03/2025: fifteen working days later is 24/03. */
const sent = { authorId: 'a', channel: 'online' as const, kind: null, about: null };
const received = then(
  feedback.initial,
  '2025-03-03T09:00',
  receiveFeedback(feedback.initial, sent, context('2025-03-03T09:00')),
);

describe('R25: the time for an answer, when the calendar becomes another', () => {
  it('moves by a day off within it, with its warning, and says from where', () => {
    expect(received.due).toBe('2025-03-24T10:00:00.000Z');
    expect(takeFeedbackStep(received, STEP, context('2025-03-10T09:00', '2025-03-12'))).toMatchObject([
      {
        type: 'FeedbackDueSet',
        data: {
          due: '2025-03-25T10:00:00.000Z',
          from: '2025-03-24T10:00:00.000Z',
          agenda: [{ alarms: [{ step: 'feedback/warn' }, { at: '2025-03-25T10:00:00.000Z' }] }],
        },
      },
    ]);
  });

  it('a warning that was given is not given twice', () => {
    const warned = then(
      received,
      '2025-03-19T08:00',
      takeFeedbackStep(received, { step: 'feedback/warn' }, context('2025-03-19T08:00')),
    );
    const [moved] = takeFeedbackStep(warned, STEP, context('2025-03-20T09:00', '2025-03-21'));
    expect(moved).toMatchObject({ data: { agenda: [{ alarms: [{ step: 'feedback/overdue' }] }] } });
  });

  it.each([
    [
      'a day off before it, after it, or that was off anyway',
      '2025-03-10T09:00',
      ['2025-03-03', '2025-03-25', '2025-03-15'],
    ],
    ['once it has passed', '2025-03-24T17:00', ['2025-03-24']],
  ])('stays by %s', (_name, when, off) =>
    expect(takeFeedbackStep(received, STEP, context(when, ...off))).toEqual([]),
  );

  it('never moves into the past, though a day off is taken away again', () => {
    const moved = then(
      received,
      '2025-03-10T09:00',
      takeFeedbackStep(received, STEP, context('2025-03-10T09:00', '2025-03-12')),
    );
    expect(takeFeedbackStep(moved, STEP, context('2025-03-25T09:00'))).toEqual([]);
    expect(takeFeedbackStep(moved, STEP, context('2025-03-14T09:00'))).toMatchObject([
      { data: { due: '2025-03-24T10:00:00.000Z' } },
    ]);
  });

  it('R7: unanswered, the level that is to come moves by it', () => {
    const overdue = takeFeedbackStep(received, { step: 'feedback/overdue' }, context('2025-03-24T17:00'));
    const late = then(received, '2025-03-24T17:00', overdue);
    const moved = takeFeedbackStep(late, STEP, context('2025-03-24T18:00', '2025-03-25'));
    expect(moved).toMatchObject([
      {
        data: {
          due: received.due,
          agenda: [{ alarms: [{ at: '2025-03-26T10:00:00.000Z', step: 'feedback/escalate:1' }] }],
        },
      },
    ]);
    expect(
      takeFeedbackStep(
        then(late, '2025-03-24T18:00', moved),
        STEP,
        context('2025-03-24T18:01', '2025-03-25'),
      ),
    ).toEqual([]);
  });
});

import { WorkCalendar, loadCalendars } from '#calendar';
import { TIME_SETTINGS } from '#overdue';
import { at, calendar, code, office } from '../inspection/inspection.story.js';
import {
  answerOversightNote,
  assignOversightNote,
  receiveOversightNote,
  seeingLateness,
  takeOversightStep,
  type NoteContext,
} from './note.acts.js';
import type { NoteEvent } from './note.events.js';
import { oversightNote, type OversightNote } from './note.js';

const ANSWER = {
  documentNumber: '20/UBND-VP',
  text: 'UBND xã tiếp thu kiến nghị và đã phân công người trực.',
  done: 'Đã phân công người trực hằng ngày.',
};

/** A note of the Fatherland Front, received on 03/03/2025: to be answered by 17:00 on 18/03/2025. */
class Story {
  state: OversightNote = oversightNote.initial;
  calendar = calendar;
  constructor() {
    this.act('head', '2025-03-03T09:00', receiveOversightNote, {
      overseer: 'fatherland-front',
      documentNumber: '14/MTTQ',
      documentDate: '2025-03-01',
      text: 'Đề nghị bảo đảm người trực tại Bộ phận Một cửa.',
    });
  }
  act<C>(
    by: string,
    when: string,
    decide: (state: OversightNote, command: C, context: NoteContext) => NoteEvent[],
    command: C,
  ): string[] {
    const [now, person] = [at(when), `p-${by}`];
    const context = { subject: 'n', actor: person, hand: person, now, office, calendar: this.calendar };
    const decided = by === 'worker' ? decide : seeingLateness(decide);
    const events = decided(this.state, command, { ...context, settings: TIME_SETTINGS });
    this.state = events.reduce((state, event) => oversightNote.evolve(state, event, now), this.state);
    return events.map(({ type }) => type);
  }
  step = (when: string, step: string) =>
    this.act('worker', when, takeOversightStep, { step: `oversight/${step}` });
}

it('is answered by the unit that was named, or by leaders, within its days', () => {
  const story = new Story();
  expect(story.state.due).toBe(at('2025-03-18T17:00').toISOString());
  story.act('head', '2025-03-03T10:00', assignOversightNote, { unitId: 'law' });
  expect(code(() => story.act('finance', '2025-03-10T09:00', answerOversightNote, ANSWER))).toBe(
    'not_the_answering_unit',
  );
  expect(story.act('justice', '2025-03-18T17:00', answerOversightNote, ANSWER)).toEqual([
    'OversightNoteAnswered',
  ]);
  expect(story.state.answer?.late).toBe(false);
  expect(story.step('2025-03-19T17:00', 'miss')).toEqual([]);
});

it('R6, R7: unanswered it is reminded of, missed once, and escalated from whoever answers for it', () => {
  const story = new Story();
  expect(story.step('2025-03-13T07:30', 'remind')).toEqual(['OversightNoteReminded']);
  expect(story.step('2025-03-18T17:00', 'miss')).toEqual(['OversightNoteMissed']);
  expect(story.step('2025-03-18T17:00', 'miss')).toEqual([]);
  expect(story.step('2025-03-19T17:00', 'escalate:1')).toEqual(['OversightNoteEscalated']);
  expect(story.state.atPostId).toBe('vice');
  story.act('vice', '2025-03-20T09:00', answerOversightNote, ANSWER);
  expect(story.state.answer?.late).toBe(true);
});

it('that names a day to come, or a unit that is none, is refused', () => {
  const story = new Story();
  expect(code(() => story.act('head', '2025-03-03T10:00', assignOversightNote, { unitId: 'gone' }))).toBe(
    'oversight_note_invalid',
  );
});

it('R11: a day off announced late moves its end to the working day before; what was missed stays missed', () => {
  const withDayOff = new WorkCalendar(
    loadCalendars('seeds/calendars').map((one) => ({ ...one, daysOff: [...one.daysOff, '2025-03-18'] })),
  );
  const [story, missed] = [new Story(), new Story()];
  story.calendar = withDayOff;
  expect(story.step('2025-03-10T09:00', 'calendar:2025:due')).toEqual(['OversightNoteDueSet']);
  expect(story.state.due).toBe(at('2025-03-17T17:00').toISOString());
  expect(story.step('2025-03-10T09:00', 'calendar:2025:due')).toEqual([]);
  expect(missed.step('2025-03-18T17:00', 'miss')).toEqual(['OversightNoteMissed']);
  missed.calendar = withDayOff;
  expect(missed.step('2025-03-18T18:00', 'calendar:2025:due')).toEqual([]);
});

it('R7: the level that is to come moves by a day off announced late', () => {
  const story = new Story();
  expect(story.step('2025-03-18T17:00', 'miss')).toEqual(['OversightNoteMissed']);
  story.calendar = new WorkCalendar(
    loadCalendars('seeds/calendars').map((one) => ({ ...one, daysOff: [...one.daysOff, '2025-03-19'] })),
  );
  expect(story.step('2025-03-18T18:00', 'calendar:2025:due')).toEqual(['OversightNoteDueSet']);
  expect(story.state.said).toMatchObject({
    [story.state.occurrenceId]: [{ at: '2025-03-20T10:00:00.000Z', step: 'oversight/escalate:1' }],
  });
  expect(story.step('2025-03-18T18:01', 'calendar:2025:due')).toEqual([]);
});

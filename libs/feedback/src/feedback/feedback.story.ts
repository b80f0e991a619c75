import { WorkCalendar, loadCalendars } from '#calendar';
import { office as officeAggregate, standing, type OfficeEvent, type Role } from '#organisation';
import { FEEDBACK_SETTINGS, type FeedbackContext } from './agenda.js';
import { feedback, type Feedback } from './feedback.js';
import type { FeedbackEvent } from './feedback.events.js';
import { seeingLateness, takeFeedbackStep } from './lateness.js';
import { assignFeedback, receiveFeedback } from './settle.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
export const at = (text: string) => new Date(`${text}:00+07:00`);

const posted = (postId: string, unitId: string, role: Role, above: string | null): OfficeEvent[] => [
  { type: 'PostOpened', data: { postId, title: postId, unitId, above, roles: [role], external: false } },
  { type: 'PersonAppointed', data: { postId, personId: `p-${postId}` } },
];
const founding: OfficeEvent[] = [
  ...posted('chairman', 'c', 'chairman', null),
  ...posted('land', 'u', 'office-of-record', 'chairman'),
  ...posted('justice', 'v', 'office-of-record', 'chairman'),
  ...posted('inspector', 'u', 'oversight', 'chairman'),
  { type: 'UnitOpened', data: { unitId: 'u', name: 'u', headPostId: 'land' } },
  { type: 'UnitOpened', data: { unitId: 'v', name: 'v', headPostId: 'justice' } },
  { type: 'UnitOpened', data: { unitId: 'gone', name: 'gone', headPostId: 'land' } },
  {
    type: 'UnitEnded',
    data: { unitId: 'gone', successorUnitId: 'u', successorPostId: 'land', document: '1/QĐ' },
  },
];
export const office = standing(
  founding.reduce(
    (state, event) => officeAggregate.evolve(state, event, at('2024-01-01T08:00')),
    officeAggregate.initial,
  ),
  '2025-01-02',
);

export const typesOf = (events: FeedbackEvent[]) => events.map(({ type }) => type);

/** Feedback of 03/03/2025, assigned, to be answered by 17:00 on 24/03/2025. */
export class Story {
  state: Feedback = feedback.initial;

  /** Given to a unit, to none, or nothing of it yet. */
  constructor(assignedTo: string | null = 'u') {
    if (assignedTo === '') return;
    const sent = { authorId: 'a', channel: 'online' as const, kind: null, about: null };
    this.act('2025-03-03T08:00', receiveFeedback, sent);
    if (assignedTo !== null) this.act('2025-03-04T08:00', assignFeedback, { unitId: assignedTo });
  }

  act<C>(
    when: string,
    decide: (state: Feedback, command: C, context: FeedbackContext) => FeedbackEvent[],
    command: C,
    actor = 'p-land',
  ): FeedbackEvent[] {
    const context = { feedbackId: 'f', actor, now: at(when), office, calendar, settings: FEEDBACK_SETTINGS };
    const decided = decide === takeFeedbackStep ? decide : seeingLateness(decide);
    const events = decided(this.state, command, context);
    this.state = events.reduce((state, event) => feedback.evolve(state, event, at(when)), this.state);
    return events;
  }

  overdue = (when: string) => typesOf(this.act(when, takeFeedbackStep, { step: 'feedback/overdue' }));
}

export const ANSWER = {
  text: 'Đã sửa đoạn đường trước nhà văn hóa thôn 3 trong ngày 20/03.',
  done: 'Đã vá mặt đường, lắp nắp cống',
  on: '2025-03-20',
  question: 'Bao giờ sửa đường?',
  givenElsewhere: false,
};

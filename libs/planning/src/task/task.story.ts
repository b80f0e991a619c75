import { WorkCalendar, loadCalendars } from '#calendar';
import { office as officeAggregate, standing, type Office, type OfficeEvent } from '#organisation';
import { scheduleOf } from '../deadline-phrase/phrase.story.js';
import { DEFAULT_SETTINGS } from '../deadline-phrase/schedule.js';
import type { PlannedTask } from '../plan/plan.js';
import { assignTask } from './assign.js';
import { seeingMissed, takeStep } from './deadline.js';
import type { TaskEvent } from './task.events.js';
import type { TaskContext } from './task.guards.js';
import { task, type Task } from './task.js';

const years = loadCalendars('seeds/calendars');
export const calendar = new WorkCalendar(years);
/** As it is before next year's days off are announced. */
export const calendarUntil = (last: number): WorkCalendar =>
  new WorkCalendar(years.filter(({ year }) => year <= last));
/** The calendar with more days off. */
export const calendarWithout = (...off: string[]): WorkCalendar =>
  new WorkCalendar(
    years.map((one) => ({
      ...one,
      daysOff: [...one.daysOff, ...off.filter((day) => day.startsWith(String(one.year)))],
    })),
  );
export const at = (text: string) => new Date(`${text}:00+07:00`);
const post = (
  postId: string,
  above: string | null,
  roles: [] | ['office-of-record'] = [],
  external = false,
): OfficeEvent => ({
  type: 'PostOpened',
  data: { postId, title: postId, unitId: postId, above, roles, external },
});
const held = (postId: string): OfficeEvent => ({
  type: 'PersonAppointed',
  data: { postId, personId: `p-${postId}` },
});
const unit = (unitId: string): OfficeEvent => ({
  type: 'UnitOpened',
  data: { unitId, name: unitId, headPostId: unitId },
});
const founding: OfficeEvent[] = [
  post('city', null, [], true),
  post('chairman', 'city'),
  post('vice', 'chairman'),
  post('head', 'vice', ['office-of-record']),
  post('lead', 'head'),
  post('other', 'head'),
  ...['lead', 'other', 'head'].map(unit),
  ...['chairman', 'vice', 'head', 'lead', 'other'].map(held),
];
export const officeOf = (...more: OfficeEvent[]): Office =>
  standing(
    [...founding, ...more].reduce(
      (state, event) => officeAggregate.evolve(state, event, at('2025-01-01T08:00')),
      officeAggregate.initial,
    ),
    '2025-01-02',
  );

export const planned = (...phrases: string[]): PlannedTask => ({
  taskId: 't',
  number: 'I.1',
  area: 'I',
  title: 'Rà soát',
  deliverables: [
    { deliverableId: 'd1', name: 'Kế hoạch' },
    { deliverableId: 'd2', name: 'Báo cáo' },
  ],
  leadUnitId: 'lead',
  coImplementers: ['other'],
  coordinators: [],
  obligations: phrases.map((phrase, i) => ({
    obligationId: `o${i}`,
    label: null,
    phrase,
    schedule: scheduleOf(phrase, 2025),
  })),
  leadToConfirm: false,
});

/** A story: each act is decided on the state so far. */
export class Story {
  state: Task = task.initial;
  events: TaskEvent[] = [];
  calendar: WorkCalendar;
  constructor(
    private office = officeOf(),
    knownDays = calendar,
  ) {
    this.calendar = knownDays;
  }
  context(actor: string, when: string, hand = actor): TaskContext {
    return {
      taskId: 't',
      actor: `p-${actor}`,
      hand: `p-${hand}`,
      now: at(when),
      office: this.office,
      calendar: this.calendar,
      settings: DEFAULT_SETTINGS,
    };
  }
  act<C>(
    actor: string,
    when: string,
    decide: (s: Task, c: C, x: TaskContext) => TaskEvent[],
    command: C,
  ): TaskEvent[] {
    const decided = actor === 'worker' ? decide : seeingMissed(decide);
    const events = decided(this.state, command, this.context(actor, when));
    this.state = events.reduce((state, event) => task.evolve(state, event, at(when)), this.state);
    this.events.push(...events);
    return events;
  }
  occurrence(key: string): string {
    return [...this.state.occurrences.values()].find((o) => o.key === key)?.occurrenceId ?? '';
  }
  step(when: string, key: string, step: string): TaskEvent[] {
    return this.act('worker', when, takeStep, { occurrenceId: this.occurrence(key), step });
  }
}
export const assigned = (...phrases: string[]) => assignedTo(new Story(), ...phrases);
export const assignedTo = (story: Story, ...phrases: string[]) => {
  story.act('head', '2025-01-02T08:00', assignTask, {
    planId: 'p',
    year: 2025,
    planned: planned(...phrases),
  });
  return story;
};
export const types = (events: TaskEvent[]) => events.map(({ type }) => type);

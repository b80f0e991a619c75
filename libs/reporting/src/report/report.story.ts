import { WorkCalendar, loadCalendars } from '#calendar';
import { Refusal } from '#kernel';
import { office as officeAggregate, standing, type OfficeEvent, type Role } from '#organisation';
import { REPORT_SETTINGS, type ReportContext } from './agenda.js';
import { openReport, submitReport } from './drafting.js';
import { seeingLateness, takeReportStep } from './lateness.js';
import { report, type Report } from './report.js';
import type { ReportEvent } from './report.events.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const at = (text: string) => new Date(`${text}:00+07:00`);
const posted = (postId: string, role: Role, above: string | null): OfficeEvent[] => [
  {
    type: 'PostOpened',
    data: { postId, title: postId, unitId: 'u', above, roles: [role], external: false },
  },
  { type: 'PersonAppointed', data: { postId, personId: `p-${postId}` } },
];
const unit: OfficeEvent = {
  type: 'UnitOpened',
  data: { unitId: 'u', name: 'Văn phòng', headPostId: 'head' },
};
const founding = [
  unit,
  ...posted('chairman', 'chairman', null),
  ...posted('head', 'office-of-record', 'chairman'),
];
export const office = standing(
  founding.reduce(
    (state, event) => officeAggregate.evolve(state, event, at('2024-01-01T08:00')),
    officeAggregate.initial,
  ),
  '2025-01-02',
);

/** The first quarter's report on the control of procedures: 15/12/2024 to 14/03/2025, due 18/03/2025 at 17:00. */
export class Story {
  state: Report = report.initial;

  constructor(opened = true) {
    if (opened) this.act('2025-02-27T07:30', openReport, { definition: 'tthc-quarter-1', year: 2025 });
  }

  act<C>(
    when: string,
    decide: (state: Report, command: C, context: ReportContext) => ReportEvent[],
    command: C,
    actor = 'p-head',
  ): ReportEvent[] {
    const now = at(when);
    const context = { subject: 'r', actor, hand: actor, now, office, calendar, settings: REPORT_SETTINGS };
    const decided = decide === takeReportStep ? decide : seeingLateness(decide);
    const events = decided(this.state, command, context);
    this.state = events.reduce((state, event) => report.evolve(state, event, now), this.state);
    return events;
  }

  step = (when: string, step: string) => this.act(when, takeReportStep, { step }).map(({ type }) => type);
  submit = (when: string, more: Partial<typeof SUBMIT> = {}) =>
    this.act(when, submitReport, { ...SUBMIT, ...more });
}

const SUBMIT = {
  provisional: false,
  cutOff: { instant: '2025-03-14T17:00:00.000Z', position: 7 },
  figures: {},
  broken: [] as string[],
};

/** By which code an act was refused. */
export function code(act: () => unknown) {
  try {
    act();
  } catch (refused) {
    if (refused instanceof Refusal) return { ...refused.kind, values: refused.values };
    throw refused;
  }
  throw new Error('nothing was refused');
}

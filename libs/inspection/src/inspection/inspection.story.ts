import { WorkCalendar, loadCalendars } from '#calendar';
import { Refusal } from '#kernel';
import { office as officeAggregate, standing, type Office, type OfficeEvent, type Role } from '#organisation';
import { TIME_SETTINGS } from '#overdue';
import { programme, type Programme } from '../programme/programme.js';
import { concludeInspection } from './concluding.js';
import { hearUnit, noteFinding, openInspection, recordInspection } from './inspecting.js';
import type { InspectionEvent } from './inspection.events.js';
import type { InspectionContext } from './inspection.guards.js';
import { inspection, type Inspection } from './inspection.js';
import { seeingLateness, takeRequirementStep } from './lateness.js';
import { rejectRemedy, reportRemedy, verifyRemedy } from './remedy.js';

export const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
export const at = (text: string) => new Date(`${text}:00+07:00`);
const posted = (postId: string, unitId: string, role: Role, above: string | null): OfficeEvent[] => [
  { type: 'PostOpened', data: { postId, title: postId, unitId, above, roles: [role], external: false } },
  { type: 'PersonAppointed', data: { postId, personId: `p-${postId}` } },
];
const founding: OfficeEvent[] = [
  ...posted('chairman', 'board', 'chairman', null),
  ...posted('vice', 'board', 'vice-chairman', 'chairman'),
  ...posted('head', 'bureau', 'office-of-record', 'vice'),
  ...posted('justice', 'law', 'official', 'head'),
  ...posted('clerk', 'law', 'official', 'justice'),
  ...posted('finance', 'money', 'official', 'head'),
  ...(['board', 'bureau', 'law', 'money'] as const).map((unitId): OfficeEvent => ({
    type: 'UnitOpened',
    data: {
      unitId,
      name: unitId,
      headPostId: { board: 'chairman', bureau: 'head', law: 'justice', money: 'finance' }[unitId],
    },
  })),
];
export const office = standing(
  founding.reduce(
    (state, event) => officeAggregate.evolve(state, event, at('2024-01-01T08:00')),
    officeAggregate.initial,
  ),
  '2025-01-02',
);

/** The programme of 2025, approved: duty at the law unit in March. */
export const approved: Programme = {
  ...programme.initial,
  status: 'approved',
  year: 2025,
  inspections: [{ itemId: 'item', kind: 'duty', unitId: 'law', month: 3, about: 'Giờ làm việc' }],
};

export const OPENED = {
  itemId: 'item',
  kind: 'duty' as const,
  unitId: 'law',
  leaderPostId: 'head',
  memberPostIds: ['finance'],
  basis: '12/QĐ-UBND',
  from: '2025-03-10',
  to: '2025-03-12',
  about: ['Giờ làm việc'],
};
export const RECORD = {
  day: '2025-03-10',
  place: 'Trụ sở UBND xã',
  present: ['Trưởng đoàn', 'Công chức Tư pháp'],
  text: 'Đoàn kiểm tra sổ theo dõi giờ làm việc.',
};
export const FAULT = {
  kind: 'fault' as const,
  text: 'Hai ngày không có người trực.',
  evidence: 'Sổ trực ngày 03/03 và 04/03/2025',
};

/** A story of one inspection of the law unit, led by the head of the bureau. */
export class Story {
  state: Inspection = inspection.initial;

  constructor(private readonly of: Office = office) {}

  act<C>(
    by: string,
    when: string,
    decide: (state: Inspection, command: C, context: InspectionContext) => InspectionEvent[],
    command: C,
    part = '',
  ): InspectionEvent[] {
    const now = at(when);
    const person = `p-${by}`;
    const context = {
      ...{ subject: 'i', part, actor: person, hand: person, now, office: this.of, calendar },
      settings: TIME_SETTINGS,
    };
    const decided = by === 'worker' ? decide : seeingLateness(decide);
    const events = decided(this.state, command, context);
    this.state = events.reduce((state, event) => inspection.evolve(state, event, now), this.state);
    return events;
  }

  open = (more: Partial<typeof OPENED> = {}, when = '2025-03-03T08:00', known = approved) =>
    this.act(
      'head',
      when,
      (state, command: typeof OPENED, context) =>
        openInspection(state, command, { ...context, programme: known }),
      { ...OPENED, ...more },
    );

  find = (by: string, finding: object) =>
    this.act(by, '2025-03-10T10:00', noteFinding, { ...FAULT, ...finding });

  /** As far as the conclusion of 14/03/2025, with one requirement due on 28/03/2025 at 17:00. */
  conclude(): string {
    this.open();
    this.act('finance', '2025-03-10T09:00', recordInspection, RECORD);
    this.find('finance', FAULT);
    const [finding] = this.state.findings;
    this.act('justice', '2025-03-11T09:00', hearUnit, { agrees: 'yes', text: 'Nhất trí.' });
    const requirements = [
      { findingId: finding?.findingId ?? '', text: 'Phân công người trực hằng ngày.', dueDay: '2025-03-28' },
    ];
    const text = 'Đơn vị chấp hành chưa nghiêm giờ làm việc.';
    this.act('chairman', '2025-03-14T09:00', concludeInspection, { text, requirements });
    return this.state.requirements[0]?.requirementId ?? '';
  }

  remedy = (when: string, id: string, by = 'justice') =>
    this.act(
      by,
      when,
      reportRemedy,
      { text: 'Đã có bảng phân công trực.', evidence: 'Bảng trực tháng 4' },
      id,
    );
  verify = (by: string, when: string, id: string) => this.act(by, when, verifyRemedy, {}, id);
  reject = (by: string, when: string, id: string) =>
    this.act(by, when, rejectRemedy, { reason: 'Bảng trực chưa ký.' }, id);

  step = (when: string, step: string) =>
    this.act('worker', when, takeRequirementStep, {
      occurrenceId: this.state.requirements[0]?.occurrenceId ?? '',
      step: `requirement/${step}`,
    }).map(({ type }) => type);
}

/** By which code an act was refused. */
export function code(act: () => unknown): string {
  try {
    act();
  } catch (refused) {
    if (refused instanceof Refusal) return refused.kind.code;
    throw refused;
  }
  return 'nothing was refused';
}

import { WorkCalendar, loadCalendars } from '#calendar';
import {
  office as officeAggregate,
  standing,
  type OfficeEvent,
  type PostKind,
  type Role,
} from '#organisation';
import { Map as Dictionary } from 'immutable';
import type { repealProcedure } from '../procedure/procedure.js';
import { catalogue, publishProcedure, type Catalogue, type Procedure } from '../procedure/procedure.js';
import { rulesOn } from '../rules/one-stop-rules.js';
import { dossier, type Dossier } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import type { DossierContext } from './guards.js';
import { seeingLateness } from './lateness.js';
import { receiveDossier, submitDossier } from './reception.js';

const years = loadCalendars('seeds/calendars');
export const calendar = new WorkCalendar(years);
/** As it is before next year's days off are announced. */
export const calendarUntil = (last: number): WorkCalendar =>
  new WorkCalendar(years.filter(({ year }) => year <= last));
/** With one more day off in 2025. */
export const calendarWithDayOff = (day: string): WorkCalendar =>
  new WorkCalendar(
    years.map((one) => (one.year === 2025 ? { ...one, daysOff: [...one.daysOff, day] } : one)),
  );
export const at = (text: string) => new Date(`${text}:00+07:00`);

const post = (postId: string, above: string | null, kind: PostKind, ...roles: Role[]): OfficeEvent[] => [
  {
    type: 'PostOpened',
    data: { postId, title: postId, unitId: `u-${postId}`, above, roles, external: false, kind },
  },
  { type: 'UnitOpened', data: { unitId: `u-${postId}`, name: postId, headPostId: postId } },
  { type: 'PersonAppointed', data: { postId, personId: `p-${postId}` } },
];
const founding: OfficeEvent[] = [
  ...post('chairman', null, 'chairman', 'chairman'),
  ...post('head', 'chairman', 'head-of-office', 'office-of-record'),
  ...post('desk', 'head', 'desk-officer', 'official'),
  ...post('desk2', 'head', 'desk-officer', 'official'),
  ...post('justice', 'head', 'specialist', 'official'),
  ...post('front', null, 'oversight', 'oversight'),
];
const office = standing(
  founding.reduce(
    (state, event) => officeAggregate.evolve(state, event, at('2024-01-01T08:00')),
    officeAggregate.initial,
  ),
  '2025-01-02',
);

export const procedure = (over: Partial<Procedure> = {}): Procedure => ({
  code: '1.004884',
  name: 'Đăng ký lại khai sinh',
  field: 'Hộ tịch',
  time: { value: 5, unit: 'working-days' },
  fee: 8_000,
  service: 'full-online',
  components: [
    { name: 'Tờ khai', reusable: false },
    { name: 'Bản sao', reusable: false },
  ],
  steps: [
    { name: 'Tiếp nhận', share: 0.2 },
    { name: 'Thẩm tra', share: 0.6 },
    { name: 'Ký', share: 0.2 },
  ],
  pausesFor: ['Xác minh'],
  legalBasis: 'Nghị định 123/2015',
  ...over,
});

export const published = (...procedures: Procedure[]): Catalogue =>
  procedures
    .flatMap((one) => publishProcedure({ procedures: Dictionary() }, one, '2024-01-01', 'x'))
    .reduce((state, event) => catalogue.evolve(state, event, at('2024-01-01T08:00')), catalogue.initial);

export const evolveCatalogue = (state: Catalogue, events: ReturnType<typeof repealProcedure>) =>
  events.reduce((next, event) => catalogue.evolve(next, event, at('2025-01-01T08:00')), state);

export const all = [
  { name: 'Tờ khai', form: 'original' as const },
  { name: 'Bản sao', form: 'copy' as const },
];

/** A story of one dossier: each act is decided on the state so far. */
export class Story {
  state: Dossier = dossier.initial;
  events: DossierEvent[] = [];
  calendar: WorkCalendar;
  constructor(
    readonly procedures = published(procedure()),
    knownDays = calendar,
  ) {
    this.calendar = knownDays;
  }

  context = (actor: string, when: string): DossierContext => ({
    dossierId: 'd',
    actor: `p-${actor}`,
    now: at(when),
    office,
    calendar: this.calendar,
    settings: rulesOn(when.slice(0, 10)).clock,
  });

  act<C>(
    actor: string,
    when: string,
    decide: (state: Dossier, command: C, context: DossierContext) => DossierEvent[],
    command: C,
  ): DossierEvent[] {
    const decided = actor === 'worker' ? decide : seeingLateness(decide);
    return this.#take(when, decided(this.state, command, this.context(actor, when)));
  }

  submit(when: string): this {
    const command = { procedureCode: '1.004884', components: all, applicantId: 'citizen' };
    const context = { ...this.context('citizen', when), catalogue: this.procedures };
    this.#take(when, submitDossier(this.state, command, context));
    return this;
  }

  receive(when: string, over: object = {}, actor = 'desk'): this {
    const channel = 'counter' as const;
    const command = { procedureCode: '1.004884', channel, components: all, applicantId: 'citizen', ...over };
    const given = { code: 'A-250102-0001', catalogue: this.procedures };
    this.#take(when, receiveDossier(this.state, command, { ...this.context(actor, when), ...given }));
    return this;
  }

  #take(when: string, events: DossierEvent[]): DossierEvent[] {
    this.state = events.reduce((state, event) => dossier.evolve(state, event, at(when)), this.state);
    this.events.push(...events);
    return events;
  }
}

export const types = (events: DossierEvent[]) => events.map(({ type }) => type);

/** An instant in office time, to the minute. */
export const local = (iso: string | undefined) =>
  new Date(Date.parse(iso ?? '') + 7 * 3_600_000).toISOString().slice(0, 16);

import { office as officeAggregate, standing, type OfficeEvent, type Role } from '#organisation';
import { scheduleOf } from '../deadline-phrase/phrase.story.js';
import { amendPlannedTask } from './amend-task.js';
import { task } from '../task/task.js';
import { closePlan } from './close-plan.js';
import {
  approvePlan,
  confirmLead,
  dateObligation,
  importPlan,
  returnPlan,
  submitPlan,
  type ImportPlan,
  type PlanContext,
} from './plan.commands.js';
import { plan, type Plan, type PlanEvent, type PlannedTask } from './plan.js';

const appointed = (person: string, ...roles: Role[]): OfficeEvent[] => [
  {
    type: 'PostOpened',
    data: { postId: person, title: person, unitId: 'u1', above: null, roles, external: false },
  },
  { type: 'PersonAppointed', data: { postId: person, personId: person } },
];
const history = [
  ...appointed('clerk', 'office-of-record'),
  ...appointed('chairman', 'chairman'),
  ...appointed('justice', 'official'),
  ...['u1', 'u2'].map((unitId): OfficeEvent => ({
    type: 'UnitOpened',
    data: { unitId, name: unitId, headPostId: 'justice' },
  })),
].reduce((state, event) => officeAggregate.evolve(state, event, new Date(0)), officeAggregate.initial);
const office = standing(history, '2025-01-02');

const clerk: PlanContext = { actor: 'clerk', office };
const header = {
  year: 2025,
  title: 'KH',
  issuer: 'UBND xã',
  superior: 'UBND thành phố',
  basis: [],
  areas: [],
  targets: [],
  recipients: [],
};
const row = (over: Partial<PlannedTask> = {}): PlannedTask => ({
  taskId: 't1',
  number: 'I.1',
  area: 'I',
  title: 'Rà soát',
  deliverables: [],
  leadUnitId: 'u1',
  coImplementers: ['u2'],
  coordinators: [],
  obligations: [
    { obligationId: 'o1', label: null, phrase: 'Quý I/2025', schedule: scheduleOf('Quý I/2025', 2025) },
  ],
  leadToConfirm: true,
  ...over,
});
const content = (task: PlannedTask, document: ImportPlan['document'] = null): ImportPlan => ({
  header,
  tasks: [task],
  document,
});
const after = (events: PlanEvent[], from: Plan = plan.initial) =>
  events.reduce((state, event) => plan.evolve(state, event, new Date(0)), from);
const drafted = after(importPlan(plan.initial, content(row()), clerk));
const confirmed = after(confirmLead(drafted, 't1', { leadUnitId: 'u2' }, clerk), drafted);
const submitted = after(submitPlan(confirmed, {}, clerk), confirmed);
const approval = { documentNumber: '01/KH-UBND', documentDate: '2025-01-02' };
const approved = after(approvePlan(submitted, approval, clerk), submitted);

describe('R1: one lead before approval', () => {
  it('an unconfirmed lead holds the plan back', () =>
    expect(() => submitPlan(drafted, {}, clerk)).toThrow('plan_not_ready'));
  it('a confirmed one leads, the proposed one takes part', () => {
    expect(confirmed.tasks.get('t1')).toMatchObject({
      leadUnitId: 'u2',
      coImplementers: ['u1'],
      leadToConfirm: false,
    });
  });
  it('no lead, or the same unit twice, is refused', () => {
    expect(() => importPlan(plan.initial, content(row({ leadUnitId: '' })), clerk)).toThrow('lead_missing');
    expect(() => importPlan(plan.initial, content(row({ coImplementers: ['u1'] })), clerk)).toThrow(
      'lead_missing',
    );
  });
  it('a confirmed lead outlives a second import', () =>
    expect(importPlan(confirmed, content(row()), clerk)).toEqual([]));
});

describe('R10: an approved plan changes only by amendments that name a document', () => {
  it('refuses without, takes with', () => {
    const changed = row({ title: 'Rà soát văn bản' });
    expect(() => importPlan(approved, content(changed), clerk)).toThrow('plan_immutable');
    expect(
      importPlan(approved, content(changed, { number: '2/QĐ', date: '2025-02-01' }), clerk),
    ).toMatchObject([{ type: 'PlannedTaskAmended', data: { document: { number: '2/QĐ' } } }]);
    expect(() => confirmLead(approved, 't1', { leadUnitId: 'u1' }, clerk)).toThrow('plan_immutable');
  });
});

describe('one task is amended by hand', () => {
  const document = { documentNumber: '2/QĐ', documentDate: '2025-02-01' };
  it('freely as a draft, with a document once approved (R10), never with the lead among its helpers (R1)', () => {
    const change = { title: 'Rà soát văn bản', deadlineText: 'Quý II năm 2025' };
    expect(amendPlannedTask(confirmed, 't1', change, clerk)).toMatchObject([
      {
        type: 'PlannedTaskAmended',
        data: { title: change.title, obligations: [{ schedule: { day: '2025-06-30' } }], document: null },
      },
    ]);
    expect(() => amendPlannedTask(approved, 't1', change, clerk)).toThrow('plan_immutable');
    expect(amendPlannedTask(approved, 't1', { ...change, ...document }, clerk)).toHaveLength(1);
    expect(amendPlannedTask(approved, 't1', document, clerk)).toEqual([]);
    expect(() => amendPlannedTask(confirmed, 't1', { coImplementers: ['u2'] }, clerk)).toThrow(
      'lead_missing',
    );
    expect(() => amendPlannedTask(submitted, 't1', change, clerk)).toThrow('plan_state');
  });
});

describe('the way to approval', () => {
  it('goes from draft to submitted, approved or sent back, closed', () => {
    expect(() => approvePlan(drafted, approval, clerk)).toThrow('plan_state');
    expect(after(returnPlan(submitted, { reason: 'Bổ sung' }, clerk), submitted).status).toBe('draft');
    const tasks = new Map([['t1', { ...task.initial, status: 'completed' as const }]]);
    const closing = { officeId: 'xa', atYearsEnd: { tasks, next: plan.initial } };
    expect(after(closePlan(approved, { reason: 'Hết năm' }, closing), approved).status).toBe('closed');
  });
  it('waits for a date where a phrase could not be read', () => {
    const unclear = { obligationId: 'o1', label: null, phrase: '???', schedule: scheduleOf('???', 2025) };
    const state = after(
      importPlan(plan.initial, content(row({ obligations: [unclear], leadToConfirm: false })), clerk),
    );
    expect(() => submitPlan(state, {}, clerk)).toThrow('plan_not_ready');
    expect(() => dateObligation(state, 't1', { obligationId: 'o1', day: '2024-12-01' })).toThrow(
      'date_outside_year',
    );
    const dated = after(dateObligation(state, 't1', { obligationId: 'o1', day: '2025-06-01' }), state);
    expect(submitPlan(dated, {}, clerk)).toHaveLength(1);
  });
});

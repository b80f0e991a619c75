import { amendPlannedTask } from './amend-task.js';
import { Story, assignedTo, at, officeOf, planned } from '../task/task.story.js';
import { carryTaskOver } from '../task/carry-over.js';
import { submitDeliverable, acceptDeliverable } from '../task/deliverable.js';
import { handOverTask } from '../task/steering.js';
import { task, type Task } from '../task/task.js';
import { carryPlan, type CarryContext } from './carry-plan.js';
import { closePlan } from './close-plan.js';
import { importPlan } from './plan.commands.js';
import { plan, planSubject, type Plan, type PlanEvent, type PlannedTask } from './plan.js';
import { yearLater } from './year-later.js';

const OFFICE = 'xa';
const header = {
  ...{ year: 2025, title: 'Kế hoạch CCHC năm 2025', issuer: 'UBND xã', superior: 'UBND tỉnh', basis: [] },
  ...{ areas: [{ code: 'I', name: 'Thể chế' }], targets: [], recipients: [] },
};
const after = (from: Plan, ...events: PlanEvent[]) =>
  events.reduce((state, event) => plan.evolve(state, event, at('2025-01-02T08:00')), from);
const document = { number: '01/KH', date: '2025-01-02' };
const approvedOf = (...tasks: PlannedTask[]): Plan =>
  after(
    plan.initial,
    { type: 'PlanDrafted', data: header },
    ...tasks.map((data): PlanEvent => ({ type: 'TaskPlanned', data })),
    { type: 'PlanApproved', data: { document, tasks: tasks.length } },
  );
const numbered = (number: string, ...phrases: string[]): PlannedTask => ({
  ...planned(...phrases),
  taskId: number,
  number,
});
const context = (from: Plan, tasks: Record<string, Task> = {}): CarryContext => ({
  officeId: OFFICE,
  office: officeOf(),
  now: at('2025-12-30T08:00'),
  from: { plan: from, tasks: new Map(Object.entries(tasks)) },
});
const refusalOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (refused) {
    return refused;
  }
};
const command = { fromYear: 2025, repeat: false, lacking: [] };
const tasksOf = (events: readonly PlanEvent[]) =>
  events.flatMap((event) => (event.type === 'TaskPlanned' ? [event.data] : []));

describe('the year in a text moves on where it is the only one it names', () => {
  it.each([
    ['Quý II năm 2025', 'Quý II năm 2026'],
    ['trước ngày 30/6/2025', 'trước ngày 30/6/2026'],
    ['từ 01/2/2025 đến 30/6/2025', 'từ 01/2/2026 đến 30/6/2026'],
    ['Quý III', 'Quý III'],
    ['hằng tháng', 'hằng tháng'],
    ['giai đoạn 2021-2025', 'giai đoạn 2021-2025'],
    ['theo Nghị định 118/2025/NĐ-CP', 'theo Nghị định 118/2025/NĐ-CP'],
    ['Quý I/2026', 'Quý I/2026'],
  ])('%s → %s', (before, then) => expect(yearLater(before, 2025)).toBe(then));
});

describe('next year’s draft', () => {
  it('has what is open, with the heading of the new year, each task with its link and the phrases moved on or read anew', () => {
    const from = approvedOf(
      numbered('I.1', 'Quý II năm 2025', 'Quý III', 'Quý II năm 2024', 'sau khi có 118/2025/NĐ-CP'),
    );
    const events = carryPlan(plan.initial, command, context(from));
    expect(events.map(({ type }) => type)).toEqual(['PlanDrafted', 'TaskPlanned', 'TasksCarriedOver']);
    expect(events[0]?.data).toMatchObject({ year: 2026, title: 'Kế hoạch CCHC năm 2026' });
    const [carried] = tasksOf(events);
    expect(carried).toMatchObject({
      number: 'I.1',
      carriedFrom: {
        planId: planSubject(OFFICE, 2025),
        year: 2025,
        taskId: 'I.1',
        number: 'I.1',
        percent: 0,
      },
    });
    expect(carried?.taskId).not.toBe('I.1');
    expect(carried?.obligations.map(({ phrase, schedule }) => [phrase, schedule])).toEqual([
      ['Quý II năm 2026', { kind: 'oneOff', day: '2026-06-30', strictlyBefore: false }],
      ['Quý III', { kind: 'oneOff', day: '2026-09-30', strictlyBefore: false }],
      ['Quý II năm 2024', { kind: 'needingDate', reason: 'other_year' }],
      ['sau khi có 118/2025/NĐ-CP', { kind: 'triggered', trigger: 'có 118/2025/nđ-cp', workingDays: 10 }],
    ]);
  });

  it('a day that the new year has not needs a date', () => {
    const leap = { ...header, year: 2028, title: 'KH' };
    const from = after(approvedOf(numbered('I.1')), {
      type: 'PlanHeaderAmended',
      data: { ...leap, document },
    });
    const row = numbered('I.1');
    const obligations = [
      {
        ...{ obligationId: 'o', label: null, phrase: '29/02/2028' },
        schedule: { kind: 'oneOff' as const, day: '2028-02-29', strictlyBefore: false },
      },
    ];
    const whole = after(from, { type: 'PlannedTaskAmended', data: { ...row, obligations, document } });
    const [carried] = tasksOf(carryPlan(plan.initial, { ...command, fromYear: 2028 }, context(whole)));
    expect(carried?.obligations).toMatchObject([
      { phrase: '29/02/2029', schedule: { kind: 'needingDate', reason: 'unreadable' } },
    ]);
  });

  it('what is done is left behind, what was missed and never accepted is said; whoever leads it today leads it', () => {
    const story = assignedTo(new Story(), 'Quý I/2025', 'Quý IV năm 2025');
    const [first] = story.state.occurrences.keys();
    const handIn = { deliverableId: 'd1', occurrenceId: first ?? '', text: 'Kế hoạch', evidence: undefined };
    story.act('lead', '2025-03-01T08:00', submitDeliverable, handIn);
    const [submissionId] = story.state.submissions.keys();
    story.act('head', '2025-03-02T08:00', acceptDeliverable, { submissionId: submissionId ?? '' });
    story.act('head', '2025-04-01T08:00', handOverTask, { unitId: 'other', reason: 'Phân công lại' });
    const from = approvedOf({ ...planned('Quý I/2025', 'Quý IV năm 2025'), taskId: 't' });
    const now = { ...context(from, { t: story.state }), now: at('2026-01-05T08:00') };
    const [carried] = tasksOf(carryPlan(plan.initial, command, now));
    expect(carried).toMatchObject({
      leadUnitId: 'other',
      coImplementers: [],
      obligations: [{ phrase: 'Quý IV năm 2026' }],
      carriedFrom: {
        open: [{ phrase: 'Quý IV năm 2025', due: '2025-12-31T10:00:00.000Z', missed: true }],
        undelivered: ['Báo cáo'],
      },
    });
  });

  it('what was cancelled stays behind, what was completed too unless it is to be done again', () => {
    const over = (status: Task['status']): Task => ({ ...task.initial, status });
    const from = approvedOf(numbered('I.1', 'Quý I'), numbered('I.2', 'Quý I'), numbered('BS.1', 'Quý I'));
    const now = context(from, { 'I.1': over('completed'), 'I.2': over('cancelled') });
    const carried = (repeat: boolean) =>
      tasksOf(carryPlan(plan.initial, { ...command, repeat }, now)).map(({ number }) => number);
    expect(carried(false)).toEqual(['BS.1-2025']);
    expect(carried(true)).toEqual(['I.1', 'BS.1-2025']);
  });

  it('done again it adds what has come since; a number that another task has is told apart by its year', () => {
    const from = approvedOf(numbered('I.1', 'Quý I'), numbered('I.2', 'Quý I'));
    const own = { ...numbered('I.2', 'Quý I'), taskId: 'own' };
    const draft = after(
      plan.initial,
      { type: 'PlanDrafted', data: { ...header, year: 2026 } },
      { type: 'TaskPlanned', data: own },
    );
    const events = carryPlan(draft, command, context(from));
    expect(tasksOf(events).map(({ number }) => number)).toEqual(['I.1', 'I.2-2025']);
    expect(carryPlan(after(draft, ...events), command, context(from))).toEqual([]);
  });

  it('is made of an approved plan only, and changes none that is approved', () => {
    const from = approvedOf(numbered('I.1', 'Quý I'));
    expect(() => carryPlan(plan.initial, command, context(plan.initial))).toThrow('no_plan_to_carry');
    expect(() => carryPlan(from, command, context(from))).toThrow('plan_immutable');
    const submitted = { ...from, status: 'submitted' as const };
    expect(() => carryPlan(submitted, command, context(from))).toThrow('plan_state');
  });

  it('keeps its link where the row is imported', () => {
    const from = approvedOf(numbered('I.1', 'Quý I'));
    const draft = after(plan.initial, ...carryPlan(plan.initial, command, context(from)));
    const [carried] = draft.tasks.values();
    if (!carried || !draft.header) throw new Error('nothing carried');
    const { carriedFrom, ...row } = carried;
    const content = { header: draft.header, tasks: [{ ...row, title: 'Rà soát văn bản' }], document: null };
    const events = importPlan(draft, content, { actor: 'clerk', office: officeOf() });
    expect(events).toMatchObject([{ type: 'PlannedTaskAmended', data: { carriedFrom } }]);
  });
});

describe('a plan is closed', () => {
  const from = approvedOf(numbered('I.1', 'Quý I'), numbered('I.2', 'Quý I'));
  const draft = after(plan.initial, ...carryPlan(plan.initial, command, context(from)));
  const close = (next: Plan, tasks: Record<string, Task>) =>
    closePlan(
      from,
      { reason: 'Hết năm' },
      { officeId: OFFICE, atYearsEnd: { tasks: new Map(Object.entries(tasks)), next } },
    );

  it('not while work is open that nobody goes on with: it is named', () => {
    const cancelled = { 'I.2': { ...task.initial, status: 'cancelled' as const } };
    const refused = refusalOf(() => close(plan.initial, cancelled));
    expect(refused).toMatchObject({
      kind: { code: 'plan_open_work' },
      values: { count: 1, next: 2026, tasks: 'I.1' },
    });
  });

  it('what goes on is told, and falls due in the old year no more', () => {
    const [event] = close(draft, {});
    const to = [...draft.tasks.keys()];
    expect(event?.data).toEqual({
      reason: 'Hết năm',
      carriedOver: {
        planId: planSubject(OFFICE, 2026),
        year: 2026,
        tasks: [
          { taskId: 'I.1', to: to[0] },
          { taskId: 'I.2', to: to[1] },
        ],
      },
    });
    const story = assignedTo(new Story(), 'Quý I/2025');
    const [over] = carryTaskOver(story.state, { year: 2026, planId: 'p', toTaskId: 'next' }, {
      taskId: 't',
    } as never);
    const state = over && task.evolve(story.state, over, at('2026-01-05T08:00'));
    expect(state).toMatchObject({ status: 'carried_over', carriedTo: { year: 2026, taskId: 'next' } });
    expect([...(state?.occurrences.values() ?? [])].map(({ status }) => status)).toEqual(['closed']);
    expect(state && carryTaskOver(state, { year: 2026, planId: 'p', toTaskId: 'next' }, {} as never)).toEqual(
      [],
    );
  });

  it('and nothing changes it from then on, by whatever document', () => {
    const closed = after(from, { type: 'PlanClosed', data: { reason: 'Hết năm' } });
    const clerk = { actor: 'clerk', office: officeOf() };
    const content = { header, tasks: [{ ...numbered('I.1', 'Quý I'), title: 'Khác' }], document };
    expect(() => importPlan(closed, content, clerk)).toThrow('plan_state');
    const amendment = { title: 'Khác', documentNumber: '2/QĐ', documentDate: '2026-01-05' };
    expect(() => amendPlannedTask(closed, 'I.1', amendment, clerk)).toThrow('plan_state');
  });
});

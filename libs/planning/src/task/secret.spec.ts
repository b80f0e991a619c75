import { addSecretWork, type AddSecretWork } from '../plan/add-secret.js';
import { plan, type Plan, type PlannedTask } from '../plan/plan.js';
import { assignTask } from './assign.js';
import { acknowledgeTask, reportTaskProgress } from './progress.js';
import { cancelSecretWork, reportSecretProgress, withNote, written } from './secret.js';
import { completeTask } from './steering.js';
import { Story, assigned, officeOf, types } from './task.story.js';

const header = { year: 2025, areas: [{ code: 'II', name: 'Thủ tục hành chính' }] } as Plan['header'];
const approved: Plan = { ...plan.initial, status: 'approved', header };
const asked = { area: 'II', leadUnitId: 'lead', dueDay: '2025-03-14' };
const context = { part: 't', actor: 'p-head', office: officeOf() };
const add = (more: Partial<AddSecretWork> = {}, state = approved) =>
  addSecretWork(state, { ...asked, ...more }, context);

function plannedSecret(): PlannedTask {
  const [event] = add();
  if (event?.type !== 'TaskPlanned') throw new Error('nothing was planned');
  return event.data;
}

/** A secret work item that the lead has, due 14/03/2025 at 17:00. */
function given(): Story {
  const story = new Story();
  story.act('head', '2025-01-02T08:00', assignTask, { planId: 'p', year: 2025, planned: plannedSecret() });
  return story;
}

describe('a secret work item', () => {
  it('is planned with lead, area and deadline, and called nothing but secret', () => {
    expect(plannedSecret()).toMatchObject({
      ...{ number: 'M.1', area: 'II', title: 'Việc mật', secret: true, leadUnitId: 'lead' },
      ...{ deliverables: [], document: null },
      obligations: [{ phrase: 'chậm nhất ngày 14/03/2025' }],
    });
  });
  it.each(['title', 'deliverables', 'note'] as const)('%s is refused at the door', (name) => {
    expect(() => add({ [name]: 'Nội dung' })).toThrow('kept_outside');
  });
  it('belongs to a plan in force, to one of its areas, to its year', () => {
    expect(() => add({}, { ...approved, status: 'draft' })).toThrow('plan_state');
    expect(() => add({ area: 'IX' })).toThrow('directive_incomplete');
    expect(() => add({ dueDay: '2026-01-05' })).toThrow('date_outside_year');
  });
  it('takes nothing that says something of it', () => {
    const story = given();
    const day = '2025-02-03T08:00';
    const progress = { percent: 30, text: 'Đã làm' };
    expect(() => story.act('lead', day, written(reportTaskProgress), progress)).toThrow('kept_outside');
    expect(() => story.act('lead', day, withNote(acknowledgeTask), { note: 'Đã nhận' })).toThrow(
      'kept_outside',
    );
    expect(() => story.act('lead', day, withNote(completeTask), { note: 'Xong' })).toThrow('kept_outside');
    expect(types(story.act('lead', day, withNote(acknowledgeTask), {}))).toEqual(['TaskAcknowledged']);
  });
  it('goes on by its percentage, and its completion meets its time', () => {
    const story = given();
    story.act('lead', '2025-02-03T08:00', reportSecretProgress, { percent: 40 });
    expect([story.state.percent, story.state.status]).toEqual([40, 'in_progress']);
    expect(types(story.act('lead', '2025-03-14T16:00', completeTask, {}))).toEqual(['TaskCompleted']);
    expect([...story.state.occurrences.values()].map(({ status, missed }) => [status, missed])).toEqual([
      ['fulfilled', false],
    ]);
  });
  it('completed too late it was missed all the same (R6)', () => {
    const story = given();
    expect(types(story.act('lead', '2025-03-14T17:01', completeTask, {}))).toEqual([
      'DeadlineMissed',
      'TaskCompleted',
    ]);
  });
  it('is cancelled from above without a reason; one that is not secret is not', () => {
    const story = given();
    expect(() => story.act('lead', '2025-02-03T08:00', cancelSecretWork, {})).toThrow('not_above_the_lead');
    expect(types(story.act('head', '2025-02-03T08:00', cancelSecretWork, {}))).toEqual(['TaskCancelled']);
    const other = assigned('Quý I/2025');
    expect(() => other.act('head', '2025-02-03T08:00', cancelSecretWork, {})).toThrow('not_secret_work');
  });
});

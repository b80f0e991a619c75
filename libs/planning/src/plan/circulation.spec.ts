import { at, officeOf } from '../task/task.story.js';
import { circulated, readPlan, recordPlanReceipt, sendPlan, type CirculationEvent } from './circulation.js';
import { plan, type Plan } from './plan.js';

/** A plan in force, and what becomes of it. */
class Story {
  state: Plan = { ...plan.initial, status: 'approved' };
  readonly #office = officeOf();

  act<C>(
    decide: (state: Plan, command: C, context: Parameters<typeof sendPlan>[2]) => CirculationEvent[],
    command: C,
    actor = 'head',
  ): CirculationEvent[] {
    const now = at('2025-01-10T09:00');
    const person = `p-${actor}`;
    const events = decide(this.state, command, { actor: person, hand: person, now, office: this.#office });
    for (const event of events)
      this.state = { ...this.state, sendings: circulated(this.state.sendings, event, now) };
    return events;
  }
}
const CITY = 'UBND thành phố';
const sent = () => {
  const story = new Story();
  story.act(sendPlan, { recipients: [CITY, 'Đảng ủy xã'], unitIds: ['lead'], day: '2025-01-06' });
  return story;
};

it('is sent once to each, outside and within', () => {
  const story = sent();
  expect(story.state.sendings.map(({ name, unitId }) => [name, unitId])).toEqual([
    [CITY, null],
    ['Đảng ủy xã', null],
    ['lead', 'lead'],
  ]);
  const more = { recipients: [CITY, 'Lưu trữ'], day: '2025-01-07' };
  expect(story.act(sendPlan, more)).toEqual([
    { type: 'PlanSent', data: { to: [{ name: 'Lưu trữ', unitId: null }], day: '2025-01-07' } },
  ]);
  expect(() => story.act(sendPlan, more)).toThrow('nothing_to_send');
});

it('is not sent before it is in force, not to a unit that is not there, not tomorrow', () => {
  const draft = new Story();
  draft.state = { ...draft.state, status: 'draft' };
  const day = '2025-01-06';
  expect(() => draft.act(sendPlan, { recipients: [CITY], day })).toThrow('plan_state');
  expect(() => new Story().act(sendPlan, { recipients: [], unitIds: ['none'], day })).toThrow('unknown_unit');
  expect(() => new Story().act(sendPlan, { recipients: [CITY], day: '2025-01-11' })).toThrow(
    'sending_invalid',
  );
});

it('a receipt is of a recipient, between the day it was sent and today', () => {
  const story = sent();
  const receipt = { recipient: CITY, day: '2025-01-08', note: 'Văn bản đến số 112' };
  story.act(recordPlanReceipt, receipt);
  expect(story.state.sendings[0]).toMatchObject({ receivedOn: '2025-01-08', note: 'Văn bản đến số 112' });
  expect(story.act(recordPlanReceipt, receipt)).toEqual([]);
  expect(() => story.act(recordPlanReceipt, { ...receipt, recipient: 'Ai đó' })).toThrow('unknown_recipient');
  expect(() => story.act(recordPlanReceipt, { ...receipt, day: '2025-01-05' })).toThrow('sending_invalid');
});

it('R38: whoever is of a unit that got it says that they have read it, once', () => {
  const story = sent();
  expect(() => story.act(readPlan, {}, 'other')).toThrow('plan_not_for_you');
  story.act(readPlan, {}, 'lead');
  expect(story.state.sendings[2]?.readBy.map(({ personId }) => personId)).toEqual(['p-lead']);
  expect(() => story.act(readPlan, {}, 'lead')).toThrow('plan_not_for_you');
});

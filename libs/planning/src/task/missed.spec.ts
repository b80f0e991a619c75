import { amendTask } from './assign.js';
import { takeStep } from './deadline.js';
import { submitDeliverable } from './deliverable.js';
import { askExtension, decideExtension } from './extension.js';
import { acknowledgeTask } from './progress.js';
import { cancelTask } from './steering.js';
import { assigned, planned, types, type Story } from './task.story.js';

describe('R6: missed is missed, whoever comes before the sweep', () => {
  const hand = { deliverableId: 'd1', text: 'x' };
  const missed = (story: Story) => story.events.filter(({ type }) => type === 'DeadlineMissed');
  it('a submission after the due instant records the miss before itself, and the sweep nothing more', () => {
    const story = assigned('Quý I/2025');
    expect(types(story.act('lead', '2025-03-31T17:01', submitDeliverable, hand))).toEqual([
      'DeadlineMissed',
      'DeliverableSubmitted',
    ]);
    expect(story.step('2025-03-31T17:02', '2025', 'miss')).toEqual([]);
    expect(missed(story)).toHaveLength(1);
    expect(types(assigned('Quý I/2025').act('lead', '2025-03-31T17:00', submitDeliverable, hand))).toEqual([
      'DeliverableSubmitted',
    ]);
  });
  it('so does a cancellation, for each deadline that has passed, the earliest first', () => {
    const story = assigned('Định kỳ hằng Quý');
    const events = story.act('head', '2025-07-01T08:00', cancelTask, { reason: 'Không còn phù hợp' });
    expect(types(events)).toEqual(['DeadlineMissed', 'DeadlineMissed', 'TaskCancelled']);
    expect(events.slice(0, 2).map(({ data }) => ('due' in data ? data.due : ''))).toEqual(
      [...story.state.occurrences.values()].map(({ due }) => due).slice(0, 2),
    );
  });
  it('R5: an extension asked before and granted after leaves it missed, and only puts the escalation off', () => {
    const story = assigned('Quý I/2025');
    const occurrenceId = story.occurrence('2025');
    story.act('lead', '2025-03-20T08:00', askExtension, { occurrenceId, day: '2025-04-15', reason: 'Chờ' });
    const grant = { occurrenceId, decision: 'grant' as const, reason: 'Đồng ý' };
    const events = story.act('head', '2025-03-31T17:01', decideExtension, grant);
    expect(types(events)).toEqual(['DeadlineMissed', 'ExtensionGranted']);
    expect(events[1]).toMatchObject({ data: { agenda: [{ alarms: [{ step: 'escalate:1' }] }] } });
    expect(story.step('2025-04-15T17:00', '2025', 'miss')).toEqual([]);
  });
  it('an act that comes to nothing records nothing', () => {
    const story = assigned('Quý I/2025');
    expect(story.act('lead', '2025-03-20T08:00', acknowledgeTask, {})).toHaveLength(1);
    expect(story.act('lead', '2025-04-01T08:00', acknowledgeTask, {})).toEqual([]);
  });
});

describe('R10: an obligation that one amendment takes out and a later one puts back', () => {
  const document = { number: '12/QĐ', date: '2025-02-01' };
  const amend = (story: Story, when: string, ...phrases: string[]) =>
    story.act('worker', when, amendTask, { planId: 'p', year: 2025, planned: planned(...phrases), document });
  const both = ['Quý I/2025', 'Quý IV/2025'];
  const last = (story: Story) =>
    [...story.state.occurrences.values()].find(({ obligationId }) => obligationId === 'o1');
  it('is open again, with its reminders and its deadline', () => {
    const story = assigned(...both);
    amend(story, '2025-02-03T08:00', 'Quý I/2025');
    expect(last(story)?.status).toBe('closed');
    const [back] = amend(story, '2025-02-10T08:00', ...both);
    expect(last(story)?.status).toBe('open');
    const agenda = back && 'agenda' in back.data ? back.data.agenda : [];
    expect(agenda.flatMap(({ alarms }) => alarms.map(({ step }) => step))).toContain('miss');
  });
  it('one already missed is not missed again: it goes on being escalated', () => {
    const story = assigned('Quý IV/2025', 'Quý I/2025');
    const occurrenceId = last(story)?.occurrenceId ?? '';
    story.act('worker', '2025-03-31T17:00', takeStep, { occurrenceId, step: 'miss' });
    amend(story, '2025-04-01T08:00', 'Quý IV/2025');
    const [back] = amend(story, '2025-04-02T08:00', 'Quý IV/2025', 'Quý I/2025');
    const agenda = back && 'agenda' in back.data ? back.data.agenda : [];
    expect(agenda.flatMap(({ alarms }) => alarms.map(({ step }) => step))).toEqual(['escalate:1']);
    expect(last(story)).toMatchObject({ status: 'open', missed: true });
  });
  it('what an amendment of something else only mentions stays as it was', () => {
    const story = assigned('Định kỳ hằng Quý');
    amend(story, '2025-02-03T08:00', 'Quý I/2025');
    const closed = () =>
      [...story.state.occurrences.values()].filter(({ status }) => status === 'closed').length;
    const before = closed();
    story.act('worker', '2025-02-10T08:00', amendTask, {
      planId: 'p',
      year: 2025,
      planned: { ...planned('Quý I/2025'), title: 'Khác' },
      document,
    });
    expect(before).toBe(4);
    expect(closed()).toBe(before);
  });
});

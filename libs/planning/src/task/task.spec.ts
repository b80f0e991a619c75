import { acceptDeliverable, submitDeliverable } from './deliverable.js';
import { askExtension, decideExtension } from './extension.js';
import { acknowledgeTask, reportTaskProgress } from './progress.js';
import { completeTask, handOverTask, urgeTask } from './steering.js';
import { assigned, types } from './task.story.js';

describe('R1: exactly one accountable lead', () => {
  it('is assigned with one, and a hand-over replaces it', () => {
    const story = assigned('Quý I/2025');
    expect(story.state.lead).toEqual({ unitId: 'lead', postId: 'lead' });
    expect(
      types(story.act('head', '2025-01-03T08:00', handOverTask, { unitId: 'other', reason: 'Nghỉ chế độ' })),
    ).toEqual(['TaskHandedOver']);
    expect(story.state.lead?.postId).toBe('other');
    expect(() =>
      story.act('lead', '2025-01-03T09:00', reportTaskProgress, { percent: 1, text: 'x' }),
    ).toThrow('not_the_lead');
  });
  it('is never left without one', () => {
    expect(() =>
      assigned('Quý I/2025').act('head', '2025-01-03T08:00', handOverTask, {
        unitId: 'nobody',
        reason: 'Không rõ',
      }),
    ).toThrow('unknown_unit');
  });
});

describe('R2: only the lead reports and submits', () => {
  const story = assigned('Quý I/2025');
  it('the lead may', () => {
    expect(types(story.act('lead', '2025-01-03T08:00', acknowledgeTask, {}))).toEqual(['TaskAcknowledged']);
    expect(
      types(story.act('lead', '2025-01-03T08:00', reportTaskProgress, { percent: 10, text: 'x' })),
    ).toEqual(['TaskProgressReported']);
  });
  it.each(['other', 'head', 'chairman'])('%s may not', (actor) => {
    expect(() =>
      story.act(actor, '2025-01-03T08:00', reportTaskProgress, { percent: 10, text: 'x' }),
    ).toThrow('not_the_lead');
    expect(() =>
      story.act(actor, '2025-01-03T08:00', submitDeliverable, { deliverableId: 'd1', text: 'x' }),
    ).toThrow('not_the_lead');
  });
});

describe('R3: accepted by someone above, never by oneself', () => {
  it('the lead and a colleague may not; the head, the chairman may', () => {
    const story = assigned('Quý I/2025');
    const [submitted] = story.act('lead', '2025-02-03T08:00', submitDeliverable, {
      deliverableId: 'd1',
      text: 'x',
    });
    const submissionId = submitted?.type === 'DeliverableSubmitted' ? submitted.data.submissionId : '';
    for (const actor of ['lead', 'other'])
      expect(() => story.act(actor, '2025-02-04T08:00', acceptDeliverable, { submissionId })).toThrow(
        'not_above_the_lead',
      );
    expect(types(story.act('chairman', '2025-02-04T08:00', acceptDeliverable, { submissionId }))).toEqual([
      'DeliverableAccepted',
    ]);
    expect(() => story.act('head', '2025-02-04T08:00', acceptDeliverable, { submissionId })).toThrow(
      'unknown_submission',
    );
    expect(() => story.act('other', '2025-02-04T08:00', urgeTask, { text: 'Nhanh lên' })).toThrow(
      'not_above_the_lead',
    );
  });
});

describe('R4: complete only when every deliverable is accepted', () => {
  it('one of two is not enough, nor an open deadline', () => {
    const story = assigned('Quý I/2025', 'Quý II năm 2025');
    const hand = (deliverableId: string, day: string) => {
      const [event] = story.act('lead', `${day}T08:00`, submitDeliverable, { deliverableId, text: 'x' });
      if (event?.type === 'DeliverableSubmitted')
        story.act('head', `${day}T09:00`, acceptDeliverable, { submissionId: event.data.submissionId });
    };
    hand('d1', '2025-02-03');
    expect(() => story.act('lead', '2025-02-04T08:00', completeTask, {})).toThrow('deliverables_missing');
    hand('d2', '2025-02-05');
    expect(types(story.act('lead', '2025-02-06T08:00', completeTask, {}))).toEqual(['TaskCompleted']);
    expect(() =>
      story.act('lead', '2025-02-07T08:00', reportTaskProgress, { percent: 1, text: 'x' }),
    ).toThrow('task_not_running');
  });
});

describe('R5: an extension', () => {
  const ask = { reason: 'Chờ văn bản cấp trên', day: '2025-04-15' };
  it('is asked before the due instant, for a later day, and decided above', () => {
    const story = assigned('Quý I/2025');
    const occurrenceId = story.occurrence('2025');
    expect(() => story.act('lead', '2025-03-31T17:00', askExtension, { ...ask, occurrenceId })).toThrow(
      'extension_too_late',
    );
    expect(() =>
      story.act('lead', '2025-03-20T08:00', askExtension, { ...ask, occurrenceId, day: '2025-03-31' }),
    ).toThrow('extension_not_later');
    story.act('lead', '2025-03-20T08:00', askExtension, { ...ask, occurrenceId });
    expect(() =>
      story.act('lead', '2025-03-21T08:00', decideExtension, {
        occurrenceId,
        decision: 'grant',
        reason: 'Đồng ý',
      }),
    ).toThrow('not_above_the_lead');
    story.act('head', '2025-03-21T08:00', decideExtension, {
      occurrenceId,
      decision: 'grant',
      reason: 'Đồng ý',
    });
    expect(story.state.occurrences.get(occurrenceId)?.due).toBe('2025-04-15T10:00:00.000Z');
    expect(story.step('2025-03-31T17:00', '2025', 'miss')).toEqual([]);
    expect(types(story.step('2025-04-15T17:00', '2025', 'miss'))).toEqual(['DeadlineMissed']);
  });
  it('granted late leaves the missed deadline missed', () => {
    const story = assigned('Quý I/2025');
    const occurrenceId = story.occurrence('2025');
    story.act('lead', '2025-03-20T08:00', askExtension, { ...ask, occurrenceId });
    story.step('2025-03-31T17:00', '2025', 'miss');
    story.act('head', '2025-04-01T08:00', decideExtension, {
      occurrenceId,
      decision: 'grant',
      reason: 'Đồng ý',
    });
    expect(story.state.occurrences.get(occurrenceId)?.missed).toBe(true);
  });
});

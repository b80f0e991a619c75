import { WorkCalendar, loadCalendars } from '#calendar';
import { amendTask, assignTask } from './assign.js';
import { takeStep } from './deadline.js';
import { recomputeDeadlines } from './recompute.js';
import { returnDeliverable, submitDeliverable } from './deliverable.js';
import { askExtension, decideExtension } from './extension.js';
import { reportTaskProgress } from './progress.js';
import { cancelTask, handOverTask, recordTrigger, requestExtraReport } from './steering.js';
import { Story, assigned, officeOf, planned, types } from './task.story.js';

describe('R6: exactly one missed deadline for each occurrence', () => {
  it('not before its instant, once after it, never when fulfilled', () => {
    const story = assigned('Quý I/2025', 'Định kỳ hằng Quý');
    expect(story.step('2025-03-31T16:59', '2025', 'miss')).toEqual([]);
    expect(types(story.step('2025-03-31T17:00', '2025', 'miss'))).toEqual(['DeadlineMissed']);
    expect(story.step('2025-03-31T17:01', '2025', 'miss')).toEqual([]);
    story.act('lead', '2025-06-18T08:00', submitDeliverable, {
      deliverableId: 'd2',
      occurrenceId: story.occurrence('2025-Q2'),
      text: 'x',
    });
    expect(story.step('2025-06-20T17:00', '2025-Q2', 'miss')).toEqual([]);
  });
  it('a return opens the deadline again, and a missed one is not missed twice', () => {
    const story = assigned('Quý I/2025');
    story.step('2025-03-31T17:00', '2025', 'miss');
    const [event] = story.act('lead', '2025-04-02T08:00', submitDeliverable, {
      deliverableId: 'd1',
      text: 'x',
    });
    expect(event).toMatchObject({ type: 'DeliverableSubmitted', data: { late: true } });
    const submissionId = event?.type === 'DeliverableSubmitted' ? event.data.submissionId : '';
    story.act('head', '2025-04-03T08:00', returnDeliverable, { submissionId, reason: 'Thiếu' });
    expect(story.step('2025-04-03T17:00', '2025', 'miss')).toEqual([]);
    expect(types(story.step('2025-04-04T17:00', '2025', 'escalate:1'))).toEqual(['DeadlineEscalated']);
  });
  it('reminds 7, 3 and 1 working days before, each once', () => {
    const story = assigned('Quý I/2025');
    expect(story.step('2025-03-20T07:29', '2025', 'remind:7')).toEqual([]);
    expect(types(story.step('2025-03-20T07:30', '2025', 'remind:7'))).toEqual(['DeadlineReminded']);
    expect(story.step('2025-03-20T07:31', '2025', 'remind:7')).toEqual([]);
    expect(types(story.step('2025-03-28T07:30', '2025', 'remind:1'))).toEqual(['DeadlineReminded']);
  });
});

describe('R7: escalation', () => {
  const escalated = (story: Story, when: string, level: number) =>
    story
      .step(when, '2025', `escalate:${level}`)
      .map((e) => (e.type === 'DeadlineEscalated' ? [e.data.toPostId, e.data.skipped] : []));
  it('goes up one level at a time, to the superior authority at last', () => {
    const story = assigned('Quý I/2025');
    expect(escalated(story, '2025-04-01T17:00', 1)).toEqual([]);
    story.step('2025-03-31T17:00', '2025', 'miss');
    expect(escalated(story, '2025-04-01T17:00', 1)).toEqual([['head', []]]);
    expect(escalated(story, '2025-04-01T17:01', 1)).toEqual([]);
    expect(escalated(story, '2025-04-03T17:00', 2)).toEqual([['vice', []]]);
    expect(escalated(story, '2025-04-08T17:00', 3)).toEqual([['chairman', []]]);
    expect(escalated(story, '2025-04-15T17:00', 4)).toEqual([['city', []]]);
  });
  it('waits the working days of each level', () => {
    const story = assigned('Quý I/2025');
    story.step('2025-03-31T17:00', '2025', 'miss');
    const [event] = story.step('2025-04-04T17:00', '2025', 'escalate:1');
    expect(event).toMatchObject({
      data: { agenda: [{ alarms: [{ step: 'escalate:2', at: '2025-04-09T10:00:00.000Z' }] }] },
    });
  });
  it('passes over a vacant post and says so', () => {
    const story = new Story(
      officeOf({ type: 'PostVacated', data: { postId: 'head', personId: 'p-head', reason: 'Nghỉ hưu' } }),
    );
    story.act('chairman', '2025-01-02T08:00', assignTask, {
      planId: 'p',
      year: 2025,
      planned: planned('Quý I/2025'),
    });
    story.step('2025-03-31T17:00', '2025', 'miss');
    expect(escalated(story, '2025-04-01T17:00', 1)).toEqual([['vice', ['head']]]);
  });
  it('stops when the occurrence is fulfilled', () => {
    const story = assigned('Quý I/2025');
    story.step('2025-03-31T17:00', '2025', 'miss');
    story.act('lead', '2025-04-01T08:00', submitDeliverable, { deliverableId: 'd1', text: 'x' });
    expect(escalated(story, '2025-04-01T17:00', 1)).toEqual([]);
  });
});

describe('R8: a continuous task', () => {
  const silence = (story: Story, when: string, period: string) =>
    types(story.act('worker', when, takeStep, { occurrenceId: 's', step: `silence:${period}` }));
  it('has no missed deadline, and is flagged silent once for a quarter without progress', () => {
    const story = assigned('Thường xuyên');
    expect(story.step('2025-12-31T17:00', '2025-review', 'miss')).toEqual([]);
    expect(silence(story, '2025-03-31T17:00', '2025-Q1')).toEqual(['TaskFellSilent']);
    expect(silence(story, '2025-03-31T17:01', '2025-Q1')).toEqual([]);
    story.act('lead', '2025-05-05T08:00', reportTaskProgress, { percent: 20, text: 'x' });
    expect(silence(story, '2025-06-30T17:00', '2025-Q2')).toEqual([]);
    expect(silence(story, '2025-09-30T17:00', '2025-Q3')).toEqual(['TaskFellSilent']);
    expect(types(story.step('2025-12-31T17:00', '2025-review', 'review'))).toEqual(['ReviewCalled']);
  });
});

describe('R9: a trigger starts its deadline once', () => {
  it('by default ten working days after a decision, five for "at once"', () => {
    const story = assigned('Sau khi có quyết định của UBND tỉnh', 'Ngay sau khi được cấp kinh phí thực hiện');
    const trigger = { obligationId: 'o0', day: '2025-03-03', note: 'QĐ 123' };
    expect(story.act('lead', '2025-03-04T08:00', recordTrigger, trigger)).toMatchObject([
      { data: { occurrences: [{ due: '2025-03-17T10:00:00.000Z' }] } },
    ]);
    expect(() => story.act('lead', '2025-03-05T08:00', recordTrigger, trigger)).toThrow('already_triggered');
    expect(
      story.act('head', '2025-03-05T08:00', recordTrigger, { ...trigger, obligationId: 'o1' }),
    ).toMatchObject([{ data: { occurrences: [{ due: '2025-03-10T10:00:00.000Z' }] } }]);
  });
});

describe('a plan amended, cancelled, asked for more, computed anew', () => {
  it('R10: an amendment names its document and moves what is open', () => {
    const story = assigned('Quý I/2025');
    const amendment = {
      planId: 'p',
      year: 2025,
      planned: planned('Quý II năm 2025'),
      document: { number: '12/QĐ', date: '2025-02-01' },
    };
    expect(story.act('head', '2025-02-03T08:00', amendTask, amendment)).toMatchObject([
      { type: 'TaskAmended', data: { document: { number: '12/QĐ' } } },
    ]);
    expect(story.act('head', '2025-02-03T08:00', amendTask, amendment)).toEqual([]);
  });
  it('R1: an amendment that names another lead hands the task over; one that does not keeps a hand-over', () => {
    const story = assigned('Quý I/2025');
    const amend = (change: object) =>
      types(
        story.act('head', '2025-02-03T08:00', amendTask, {
          planId: 'p',
          year: 2025,
          planned: { ...planned('Quý I/2025'), ...change },
          document: { number: '12/QĐ', date: '2025-02-01' },
        }),
      );
    story.act('head', '2025-02-03T08:00', handOverTask, { unitId: 'other', reason: 'Nghỉ ốm' });
    expect(amend({ title: 'Khác' })).toEqual(['TaskAmended']);
    expect(story.state.lead?.unitId).toBe('other');
    expect(amend({ leadUnitId: 'head' })).toEqual(['TaskAmended', 'TaskHandedOver']);
    expect(story.state.lead?.unitId).toBe('head');
  });
  it('what was triggered, asked for or extended outlives an amendment of something else, and a changed calendar', () => {
    const phrases = ['Quý II năm 2025', 'Sau khi có quyết định của UBND tỉnh'];
    const story = assigned(...phrases);
    const occurrenceId = story.occurrence('2025');
    story.act('lead', '2025-02-03T08:00', recordTrigger, {
      obligationId: 'o1',
      day: '2025-02-03',
      note: 'QĐ',
    });
    story.act('lead', '2025-02-03T08:00', askExtension, { occurrenceId, day: '2025-07-15', reason: 'Chờ' });
    story.act('head', '2025-02-03T09:00', decideExtension, {
      occurrenceId,
      decision: 'grant',
      reason: 'Đồng ý',
    });
    const dues = () => [...story.state.occurrences.values()].map(({ due, status }) => [due, status]);
    const before = dues();
    const retitled = { ...planned(...phrases), title: 'Rà soát văn bản' };
    const document = { number: '12/QĐ', date: '2025-02-01' };
    const [amended] = story.act('head', '2025-02-04T08:00', amendTask, {
      planId: 'p',
      year: 2025,
      planned: retitled,
      document,
    });
    expect(amended).toMatchObject({ type: 'TaskAmended', data: { title: 'Rà soát văn bản', agenda: [] } });
    expect(dues()).toEqual(before);
    expect(
      recomputeDeadlines(story.state, { reason: 'x' }, story.context('worker', '2025-02-05T08:00')),
    ).toEqual([]);
  });
  it('an extra report can be asked for where the phrase allows it', () => {
    const story = assigned('định kỳ hàng quý hoặc đột xuất theo quy định');
    expect(
      types(
        story.act('chairman', '2025-02-03T08:00', requestExtraReport, {
          obligationId: 'o0',
          day: '2025-02-10',
          reason: 'Đoàn kiểm tra',
        }),
      ),
    ).toEqual(['ExtraReportRequested']);
    expect(
      types(story.act('chairman', '2025-02-03T08:00', cancelTask, { reason: 'Không còn phù hợp' })),
    ).toEqual(['TaskCancelled']);
  });
  it('a changed calendar moves open deadlines by an event with its cause', () => {
    const story = assigned('Quý I/2025');
    const [y2025] = loadCalendars('seeds/calendars').filter(({ year }) => year === 2025);
    if (!y2025) throw new Error('no calendar');
    const changed = new WorkCalendar([{ ...y2025, daysOff: [...y2025.daysOff, '2025-03-31'] }]);
    const events = recomputeDeadlines(
      story.state,
      { reason: 'Nghỉ bù' },
      { ...story.context('worker', '2025-02-03T08:00'), calendar: changed },
    );
    expect(events).toMatchObject([
      {
        type: 'DeadlinesRecomputed',
        data: { reason: 'Nghỉ bù', moved: [{ due: '2025-03-28T10:00:00.000Z' }] },
      },
    ]);
  });
});
